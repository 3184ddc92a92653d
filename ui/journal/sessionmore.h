#pragma once

#include "ui/journal/sessiondraft.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace stillpoint::ui {

class ChoiceChips;
class FieldBox;
class RatingRow;
class Theme;

/// What is asked less often of a session, folded away under a line that names what is set there.
class SessionMore final : public QWidget
{
    Q_OBJECT
public:
    SessionMore(const Theme &theme, QWidget *parent);

    MoreDraft value() const;
    void setValue(const MoreDraft &value); ///< without a signal
    void setOpen(bool on);
    const QMap<QString, FieldBox *> &boxes() const { return m_boxes; } ///< by the field names of Journal::put

Q_SIGNALS:
    void edited(const QString &field); ///< by the person

private:
    void makeChoices();
    void makeRatings();
    void makeLines();
    void addBox(const QString &name, const QString &label, QWidget *field, int inset = 0);
    QLineEdit *makeLine(const QString &name, const QString &field);
    void summarise();

    const Theme &m_theme;
    QPushButton *m_fold;
    QWidget *m_inside;
    QVBoxLayout *m_column;
    QMap<QString, FieldBox *> m_boxes;
    ChoiceChips *m_setting = nullptr;
    ChoiceChips *m_feel = nullptr;
    ChoiceChips *m_aim = nullptr;
    ChoiceChips *m_status = nullptr;
    RatingRow *m_expectation = nullptr;
    RatingRow *m_satisfaction = nullptr;
    QLineEdit *m_cost = nullptr;
    QLineEdit *m_currency = nullptr;
    QLineEdit *m_tags = nullptr;
};

} // namespace stillpoint::ui
