#include "app/insights/summary.h"

#include "app/insights/guardmodel.h"

#include <algorithm>

namespace stillpoint {

namespace {

/// The share of comparisons without any difference that are called one: the guard's and the groups' limits
/// are both below it.
constexpr double falseAlarmShare = 0.05;

TrendOptions trendOptions(const Scale &scale)
{
    TrendOptions options;
    options.step = scale.step;
    options.minimum = scale.minimum;
    options.maximum = scale.maximum;
    return options;
}

void setRange(InsightsSummary &summary, const InsightsInput &input)
{
    const DailySeries &series = summary.series;
    QDate first = input.series.from;
    if (!first.isValid() && !series.days.isEmpty())
        first = series.days.first().day;
    if (!input.series.from.isValid() && !series.sessions.isEmpty())
        first = first.isValid() ? std::min(first, series.sessions.first().day) : series.sessions.first().day;
    QDate last = input.series.to.isValid() ? input.series.to : input.today;
    if (!input.series.to.isValid() && !series.days.isEmpty())
        last = last.isValid() ? std::max(last, series.days.last().day) : series.days.last().day;
    if (!first.isValid() || !last.isValid() || last < first)
        return;
    summary.from = first;
    summary.to = last;
    summary.daysInRange = static_cast<int>(first.daysTo(last) + 1);
    summary.coverage = coverage(series, first, last);
}

} // namespace

InsightsSummary summarise(const InsightsInput &input)
{
    InsightsSummary summary;
    summary.scale = input.scale;
    summary.series = dailySeries(input.series);
    summary.ratings = static_cast<int>(summary.series.dots.size());
    summary.daysRated = static_cast<int>(summary.series.days.size());
    setRange(summary, input);
    const TrendOptions options = trendOptions(input.scale);
    summary.trend = trend(summary.series.days, options);
    if (summary.to.isValid())
        summary.missingTrendDays = missingRatedDays(summary.series.days, summary.to, options);
    summary.paired = pairedChange(input);
    const ModelData data = modelData(input);
    summary.guard = guard(input, data);
    summary.modalities = compareGroups(input, data, summary.paired, GroupKind::Modality);
    summary.practitioners = compareGroups(input, data, summary.paired, GroupKind::Practitioner);
    summary.pressures = compareGroups(input, data, summary.paired, GroupKind::Pressure);
    summary.noise = noiseFloor(input);
    summary.comparisons = summary.modalities.comparisons + summary.practitioners.comparisons +
                          summary.pressures.comparisons + (summary.guard.effect ? 1 : 0);
    summary.expectedFalseAlarms = falseAlarmShare * summary.comparisons;
    return summary;
}

} // namespace stillpoint
