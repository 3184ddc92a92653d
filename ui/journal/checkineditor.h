#pragma once

#include "ui/journal/checkindraft.h"
#include "ui/journal/draftkeeper.h"
#include "ui/shell/sheetdialog.h"
#include "ui/shell/skipoffer.h"

#include <QMap>
#include <QPointer>

class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace stillpoint::ui {

class ContextChips;
class FieldBox;
class RatingRow;

/// The sheet in which a stored check-in is corrected, or a new one is written for an earlier time. What is
/// typed is kept as a draft at once and offered again when the sheet was closed without saving.
class CheckInEditor final : public SheetDialog
{
    Q_OBJECT
public:
    /// Opens the sheet over `window`, with its draft when there is one.
    static void begin(const GoCheckIn &what, const ShellContext &context, QWidget *window);
    ~CheckInEditor() override;

    void done(int result) override; ///< keeps the draft; stays open where that cannot be

private:
    CheckInEditor(const ShellContext &context, const CheckInDraft &draft, QWidget *window);
    void makeTime();
    void makeRatings();
    void makeContext();
    void makeNote();
    void makeSkip();
    void makeFooter();
    FieldBox *addField(const QString &name, const QString &label, QWidget *field);
    void showDraft();
    void read(); ///< fields → draft
    void discardDraft();
    void showKept();
    void showKeepError(const QString &why);
    void showSkip();
    void switchSkip();
    void save();
    void showError(const Error &error);
    bool isNew() const { return m_draft.checkIn.id.isNull(); }

    ShellContext m_context;
    QPointer<Toast> m_toast; ///< a window that goes takes it along before the sheet
    CheckInDraft m_draft;
    bool m_showing = false;            ///< fields are being set, not edited
    QMap<QString, FieldBox *> m_boxes; ///< by the field names of Journal::put
    QLabel *m_origin;
    QDateEdit *m_day = nullptr;
    QLineEdit *m_time = nullptr;
    QList<RatingRow *> m_ratings;
    ContextChips *m_contexts = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QPushButton *m_skip = nullptr; ///< only for a new one
    SkipOffer m_offer;             ///< as it shows
    QLabel *m_kept = nullptr;
    QPushButton *m_discard = nullptr;
    QLabel *m_error = nullptr;
    DraftKeeper m_keeper;
    QString m_keepError; ///< why the draft could not be kept, as long as that is said
};

} // namespace stillpoint::ui
