#include "ui/charts/dateaxis.h"

#include "ui/widgets/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr double gap = 10; // pixels between two labels

/// Labels from left to right; one that would touch its left neighbour or leave the plot is left out.
void addLabel(DateAxis &axis, const DateAxisSpace &space, const QString &text, double left)
{
    const double width = space.metrics.horizontalAdvance(text);
    const double right = space.x(space.to.addDays(1));
    if (left < space.x(space.from) - width / 2 || left + width > right + gap)
        return;
    if (!axis.labels.isEmpty()) {
        const DateLabel &last = axis.labels.last();
        if (left < last.x + space.metrics.horizontalAdvance(last.text) + gap)
            return;
    }
    axis.labels.append({text, left});
}

void addWeeks(DateAxis &axis, const DateAxisSpace &space)
{
    const int first = static_cast<int>(space.locale.firstDayOfWeek());
    const QDate start = space.from.addDays((first - space.from.dayOfWeek() + 7) % 7);
    const double week = space.x(start.addDays(7)) - space.x(start);
    const double widest =
        space.metrics.horizontalAdvance(shortDay(QDate(2026, 9, 28), space.locale)) + 2 * gap;
    const int every = std::max(1, static_cast<int>(std::ceil(widest / std::max(1.0, week))));
    int n = 0;
    for (QDate day = start; day <= space.to; day = day.addDays(7), ++n) {
        axis.ticks.append(day);
        if (n % every != 0)
            continue;
        const QString text = shortDay(day, space.locale);
        const double middle = (space.x(day) + space.x(day.addDays(1))) / 2;
        addLabel(axis, space, text, middle - space.metrics.horizontalAdvance(text) / 2);
    }
}

QString monthText(const QDate &day, bool year, const QLocale &locale)
{
    return locale.toString(day, year ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"));
}

QString periodText(const QDate &day, int months, bool first, const QLocale &locale)
{
    if (months == 12)
        return locale.toString(day, QStringLiteral("yyyy"));
    return monthText(day, first || day.month() == 1, locale);
}

/// A label stands in the middle of the part of its month or year that is shown; a quarter's, which names its
/// first month, at the tick.
void addPeriods(DateAxis &axis, const DateAxisSpace &space, int months)
{
    QDate start(space.from.year(), months == 12 ? 1 : (space.from.month() - 1) / months * months + 1, 1);
    for (; start <= space.to; start = start.addMonths(months)) {
        if (start >= space.from)
            axis.ticks.append(start);
        const QDate shownFrom = std::max(start, space.from);
        const QDate shownTo = std::min(start.addMonths(months), space.to.addDays(1));
        QString text = periodText(start, months, axis.labels.isEmpty(), space.locale);
        const double room = space.x(shownTo) - space.x(shownFrom);
        if (months == 1 && space.metrics.horizontalAdvance(text) > room)
            text = monthText(start, false, space.locale);
        const double width = space.metrics.horizontalAdvance(text);
        if (months == 3 && start >= space.from)
            addLabel(axis, space, text, space.x(start));
        else if (months != 3 && width <= room + gap)
            addLabel(axis, space, text, space.x(shownFrom) + (room - width) / 2);
    }
}

} // namespace

DateAxis dateAxis(const DateAxisSpace &space)
{
    DateAxis axis;
    constexpr int longestInWeeks = 130;
    const auto span = static_cast<double>(space.from.daysTo(space.to) + 1);
    if (span <= longestInWeeks) {
        addWeeks(axis, space);
        return axis;
    }
    const double month = (space.x(space.to) - space.x(space.from)) / span * 30.4;
    const double widest =
        space.metrics.horizontalAdvance(periodText(QDate(2026, 9, 1), 1, true, space.locale));
    if (month >= widest - gap / 2)
        addPeriods(axis, space, 1);
    else
        addPeriods(axis, space, 3 * month >= widest + gap ? 3 : 12);
    return axis;
}

DateAxis smallDateAxis(const DateAxisSpace &space, const QDate &today)
{
    DateAxis axis;
    const QDate middle = space.from.addDays(space.from.daysTo(space.to) / 2);
    const double end = space.x(space.to.addDays(1));
    const QString last = space.to == today ? QCoreApplication::translate("TimeChart", "today")
                                           : shortDay(space.to, space.locale);
    const double lastLeft = end - space.metrics.horizontalAdvance(last);
    addLabel(axis, space, shortDay(space.from, space.locale), space.x(space.from));
    const QString centre = shortDay(middle, space.locale);
    const double centreWidth = space.metrics.horizontalAdvance(centre);
    const double centreLeft = (space.x(middle) + space.x(middle.addDays(1)) - centreWidth) / 2;
    if (centreLeft + centreWidth + gap < lastLeft)
        addLabel(axis, space, centre, centreLeft);
    addLabel(axis, space, last, lastLeft);
    return axis;
}

} // namespace stillpoint::ui
