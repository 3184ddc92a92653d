#pragma once

#include <QFrame>

#include <optional>

class QSpinBox;

namespace stillpoint::ui {

class Theme;

/// A whole number, or nothing, between a minus and a plus button. The number is the tab stop; Up and Down
/// step.
class Stepper final : public QFrame
{
    Q_OBJECT
public:
    Stepper(const Theme &theme, int maximum, int step, QWidget *parent);
    std::optional<int> value() const;
    void setValue(std::optional<int> value); ///< without a signal
    QSpinBox *number() const { return m_number; }

Q_SIGNALS:
    void edited(); ///< by the person

private:
    QSpinBox *m_number;
};

} // namespace stillpoint::ui
