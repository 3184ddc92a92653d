#include "ui/shell/programstyle.h"

#include <QVariant>
#include <QWidget>

namespace stillpoint::ui {

ProgramStyle::ProgramStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
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
