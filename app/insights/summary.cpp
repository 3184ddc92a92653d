#include "app/insights/summary.h"

#include "app/insights/guardmodel.h"

#include <numeric>

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

/// Days before the first entry could not be rated, nor can those to come.
InsightsInput withinEntries(InsightsInput input)
{
    SeriesInput &series = input.series;
    if (input.today.isValid() && !(series.to.isValid() && series.to < input.today))
        series.to = input.today;
    SeriesInput sinceEver = series;
    sinceEver.from = {};
    const QDate first = firstDay(dailySeries(sinceEver));
    if (first.isValid() && !(series.from.isValid() && series.from > first))
        series.from = first;
    return input;
}

void setRange(InsightsSummary &summary, const InsightsInput &input)
{
    const QDate first = input.series.from;
    const QDate last = input.series.to.isValid() || summary.series.days.isEmpty()
                           ? input.series.to
                           : summary.series.days.last().day;
    if (!first.isValid() || !last.isValid() || last < first)
        return;
    summary.from = first;
    summary.to = last;
    summary.daysInRange = static_cast<int>(first.daysTo(last) + 1);
    summary.coverage = coverage(summary.series, first, last);
}

} // namespace

InsightsSummary summarise(const InsightsInput &asked)
{
    const InsightsInput input = withinEntries(asked);
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
    return summary;
}

int comparisonsShown(const Guard &guard, const QList<GroupComparison> &groups)
{
    return std::accumulate(
        groups.cbegin(), groups.cend(), guard.effect ? 1 : 0,
        [](int sum, const GroupComparison &comparison) { return sum + comparison.comparisons; });
}

double expectedFalseAlarms(int comparisons)
{
    return falseAlarmShare * comparisons;
}

} // namespace stillpoint
