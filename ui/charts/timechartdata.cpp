#include "ui/charts/timechartdata.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

QDate axisStart(const QDate &first, const TimeSpan &span)
{
    const QDate latest = span.today.addDays(1 - span.shortest);
    QDate start = first.isValid() ? std::min(first, latest) : latest;
    if (span.days > 0)
        start = std::max(start, span.today.addDays(1 - span.days));
    return start;
}

void cut(DailySeries &series, const QDate &from, const QDate &to)
{
    const auto outside = [&](const auto &item) { return item.day < from || item.day > to; };
    series.days.removeIf(outside);
    series.dots.removeIf(outside);
    series.sessions.removeIf(outside);
    series.skipped.removeIf([&](const QDate &day) { return day < from || day > to; });
}

void cut(QList<TrendSegment> &trend, const QDate &from, const QDate &to)
{
    for (TrendSegment &segment : trend)
        segment.removeIf([&](const TrendPoint &point) { return point.day < from || point.day > to; });
    trend.removeIf([](const TrendSegment &segment) { return segment.isEmpty(); });
}

} // namespace

TimeChartData timeChartData(SeriesInput input, const Scale &scale, const Vocabulary &words,
                            const QHash<QString, int> &marks, const TimeSpan &span)
{
    input.scale = scale.code;
    input.from = {};
    input.to = span.today;
    TimeChartData data;
    data.scale = scale;
    data.today = span.today;
    data.series = dailySeries(input);
    TrendOptions options;
    options.step = scale.step;
    options.minimum = scale.minimum;
    options.maximum = scale.maximum;
    data.trend = trend(data.series.days, options);
    data.missingRatedDays = missingRatedDays(data.series.days, span.today, options);
    data.firstEntry = firstDay(data.series);
    data.from = axisStart(data.firstEntry, span);
    data.to = span.today;
    cut(data.series, data.from, data.to);
    cut(data.trend, data.from, data.to);
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark)
        data.modalities.insert(mark.key(), {words.modalityName(mark.key()), mark.value()});
    return data;
}

int daysInRange(const TimeChartData &data)
{
    const QDate from = data.firstEntry.isValid() ? std::max(data.from, data.firstEntry) : data.from;
    return std::max(1, static_cast<int>(from.daysTo(data.to)) + 1);
}

} // namespace stillpoint::ui
