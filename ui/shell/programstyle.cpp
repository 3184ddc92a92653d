#include "ui/shell/programstyle.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVariant>

namespace stillpoint::ui {

ProgramStyle::ProgramStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ProgramStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const bool isTicked = qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget);
    if (qobject_cast<QAbstractButton *>(widget) && !isTicked)
        widget->installEventFilter(this);
}

void ProgramStyle::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool ProgramStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QProxyStyle::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool bare = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!enter || !bare || key->isAutoRepeat())
        return QProxyStyle::eventFilter(watched, event);
    static_cast<QAbstractButton *>(watched)->click();
    return true;
}

int ProgramStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin)
        return 5;
    // The icons in a line edit grow with the text, if it asks for that.
    const char *own = metric == PM_SmallIconSize        ? "sideIconSize"
                      : metric == PM_LineEditIconMargin ? "sideIconMargin"
                                                        : nullptr;
    if (const QVariant given = own && widget ? widget->property(own) : QVariant(); given.isValid())
        return given.toInt();
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    if (hint == SH_FocusFrame_AboveWidget)
        return 1;
    if (hint == SH_FocusFrame_Mask)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element != PE_FrameFocusRect)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace stillpoint::ui
