#pragma once

#include <QDate>
#include <QFontMetricsF>
#include <QList>
#include <QLocale>

#include <functional>

namespace stillpoint::ui {

/// A text under the axis, `x` its left edge in pixels.
struct DateLabel
{
    QString text;
    double x = 0;
};

struct DateAxis
{
    QList<QDate> ticks; ///< days at whose start a tick stands
    QList<DateLabel> labels;
};

/// What a date axis has to know of its plot. `x` gives the pixel of a day's start.
struct DateAxisSpace
{
    QDate from;
    QDate to;
    std::function<double(const QDate &)> x;
    QFontMetricsF metrics;
    QLocale locale;
};

/// Ticks at weeks, months, quarters or years, whatever the width has room for; labels never overlap.
DateAxis dateAxis(const DateAxisSpace &space);
/// First, middle and last day; the last is called "today" when it is.
DateAxis smallDateAxis(const DateAxisSpace &space, const QDate &today);

} // namespace stillpoint::ui
