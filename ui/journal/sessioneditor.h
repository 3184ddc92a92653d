#pragma once

#include "ui/journal/draftkeeper.h"
#include "ui/journal/sessiondraft.h"
#include "ui/shell/page.h"
#include "ui/widgets/scrim.h"

#include <QPointer>

class QLabel;
class QPushButton;

namespace stillpoint::ui {

class SessionForm;

/// The sheet over the window in which a session is logged or edited. What is typed is kept as a draft at once
/// and offered again when the sheet was closed without saving. The focus stays inside while it is open and
/// then goes back to where it was.
class SessionEditor final : public Scrim
{
    Q_OBJECT
public:
    SessionEditor(const ShellContext &context, QWidget *window);
    ~SessionEditor() override;

    void edit(const GoEditor &what);

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeFooter();
    void begin(const GoEditor &what);
    void describeOrigin(bool fromDraft);
    void discardDraft();
    void save();
    void closeSheet(); ///< keeps the draft; stays open when that is not possible
    void hideSheet();
    void showKept();
    void showKeepError(const QString &why);

    ShellContext m_context;
    QWidget *m_sheet;
    QLabel *m_title = nullptr;
    QLabel *m_origin = nullptr;
    SessionForm *m_form;
    QLabel *m_keptIcon = nullptr;
    QLabel *m_kept = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
    QWidget *m_saveKey = nullptr;
    DraftKeeper m_keeper;
    QString m_keepError; ///< why the draft could not be kept, as long as that is said
    QPointer<QWidget> m_opener;
    bool m_oneColumn = false;
};

} // namespace stillpoint::ui
