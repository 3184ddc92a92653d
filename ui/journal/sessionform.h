#pragma once

#include "ui/journal/sessiondraft.h"
#include "ui/shell/page.h"

#include <QMap>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace stillpoint::ui {

class AreasPanel;
class ChoiceChips;
class ContextChips;
class EffectChips;
class FieldBox;
class FormScroll;
class ModalityChips;
class RatingGroup;
class RatingRow;
class SessionMore;
class Stepper;

/// The fields of a session over a draft value. What the person sets is marked as touched; choosing another
/// modality or practitioner takes the untouched fields from the last session with it.
class SessionForm final : public QWidget
{
    Q_OBJECT
public:
    SessionForm(const ShellContext &context, QWidget *parent);

    void setDraft(const SessionDraft &draft);
    const SessionDraft &draft() const { return m_draft; }
    void focusFirst(bool onRatings);
    void clearErrors();
    /// Under the field that `error` names, with the focus on it; false when no field here has that name.
    bool showError(const Error &error);
    void setOneColumn(bool on);

Q_SIGNALS:
    void edited();   ///< draft() has changed by the person
    void refilled(); ///< untouched fields were taken from draft().filledFrom

private:
    void makeTimeFields();
    void makeModality();
    void makePractitionerAndPressure();
    void makeRatings();
    void makeChips();
    void makeMore();
    void makeAreas();
    void makeNotes();
    void fitNotes();
    void read(); ///< fields → draft
    void readRatings();
    void showRatings();
    void touched(const QString &field);
    void refill(const std::optional<Session> &session);
    void showFilled(); ///< draft → the fields that can be filled in
    void addRow(QHBoxLayout *fields);
    void setMargins();
    FieldBox *box(const QString &name, const QString &label, QWidget *field, int inset = 0);

    ShellContext m_context;
    SessionDraft m_draft;
    bool m_showing = false;            ///< fields are being set, not edited
    QMap<QString, FieldBox *> m_boxes; ///< by the field names of Journal::put
    QHBoxLayout *m_columns;
    FormScroll *m_scroll;
    QVBoxLayout *m_left;
    QWidget *m_right;
    QDateEdit *m_day = nullptr;
    QLineEdit *m_began = nullptr;
    Stepper *m_minutes = nullptr;
    ModalityChips *m_modalities = nullptr;
    QComboBox *m_practitioner = nullptr;
    RatingRow *m_pressure = nullptr;
    QList<RatingGroup *> m_ratings;
    ContextChips *m_contexts = nullptr;
    ChoiceChips *m_reason = nullptr;
    EffectChips *m_effects = nullptr;
    SessionMore *m_more = nullptr;
    AreasPanel *m_areas = nullptr;
    QPlainTextEdit *m_notes = nullptr;
};

} // namespace stillpoint::ui
