#include "ui/widgets/stepper.h"

#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace stillpoint::ui {

Stepper::Stepper(const Theme &theme, int maximum, int step, QWidget *parent)
    : QFrame(parent)
    , m_number(new QSpinBox(this))
{
    setProperty("field", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 0, 2, 0);
    row->setSpacing(0);
    const auto addButton = [&](const QString &icon, const QString &name, bool up) {
        QToolButton *button = makeIconButton(theme, icon, name, this);
        button->setFocusPolicy(Qt::NoFocus);
        button->setAutoRepeat(true);
        connect(button, &QToolButton::clicked, m_number, up ? &QSpinBox::stepUp : &QSpinBox::stepDown);
        row->addWidget(button);
    };
    addButton(QStringLiteral("minus"), tr("Less"), false);
    row->addWidget(m_number, 1);
    addButton(QStringLiteral("plus"), tr("More"), true);
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_number->setAlignment(Qt::AlignCenter);
    m_number->setFrame(false);
    m_number->setRange(0, maximum);
    m_number->setSingleStep(step);
    m_number->setSpecialValueText(QStringLiteral("\u2013"));
    m_number->setProperty("bare", true);
    setFocusProxy(m_number);
    connect(m_number, &QSpinBox::valueChanged, this, &Stepper::edited);
}

std::optional<int> Stepper::value() const
{
    return m_number->value() > 0 ? std::optional(m_number->value()) : std::nullopt;
}

void Stepper::setValue(std::optional<int> value)
{
    const QSignalBlocker blocker(m_number);
    m_number->setValue(value.value_or(0));
}

} // namespace stillpoint::ui
