#pragma once

#include "app/journal/records.h"

#include <QSet>
#include <QWidget>

class QLineEdit;

namespace stillpoint::ui {

class Chip;
class Theme;

/// What was going on around a session: the shipped circumstances and the person's own, with a field to add
/// one.
class ContextChips final : public QWidget
{
    Q_OBJECT
public:
    ContextChips(const Theme &theme, QWidget *parent);
    QSet<QString> chosen() const { return m_chosen; }
    void setChosen(const QSet<QString> &codes); ///< without a signal

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ensureChip(const QString &code);
    void showField(bool on);
    void addTyped();

    const Theme &m_theme;
    QHash<QString, Chip *> m_chips;
    QSet<QString> m_chosen;
    Chip *m_add;
    QLineEdit *m_field;
};

/// Why the session was booked: one of three, or none.
class ReasonChips final : public QWidget
{
    Q_OBJECT
public:
    ReasonChips(const Theme &theme, QWidget *parent);
    Reason chosen() const { return m_reason; }
    void setChosen(Reason reason); ///< without a signal

Q_SIGNALS:
    void edited();

private:
    QList<QPair<Reason, Chip *>> m_chips;
    Reason m_reason = Reason::Unknown;
};

} // namespace stillpoint::ui
