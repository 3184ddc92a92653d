#pragma once

#include <QProxyStyle>

namespace stillpoint::ui {

/// Fusion with the metrics that a style sheet cannot set: room for the focus ring, no built-in focus
/// rectangle, icons in a line edit as large as its properties sideIconSize and sideIconMargin say, in pixels.
/// Enter presses a focused button as Space does.
class ProgramStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    ProgramStyle();
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    using QProxyStyle::unpolish;
    void unpolish(QWidget *widget) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace stillpoint::ui
