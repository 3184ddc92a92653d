#pragma once

#include "app/insights/groups.h"
#include "app/insights/guard.h"
#include "app/insights/noise.h"
#include "app/insights/trend.h"

namespace stillpoint {

/// Everything Insights shows of one scale and range.
struct InsightsSummary
{
    Scale scale;
    QDate from; ///< the range's first and last day, included; invalid when there is nothing in it
    QDate to;
    DailySeries series;
    QList<TrendSegment> trend;
    int missingTrendDays = 0; ///< rated days until the line reaches `to`
    int ratings = 0;          ///< raw dots
    int daysRated = 0;
    int daysInRange = 0;
    std::optional<double> coverage; ///< daysRated / daysInRange
    PairedChange paired;
    Guard guard;
    GroupComparison modalities;
    GroupComparison practitioners;
    GroupComparison pressures;
    NoiseFloor noise;
    bool operator==(const InsightsSummary &) const = default;
};

/// Pure; any thread. The range begins with the first entry (rating, session or skip) where it is open or
/// begins before it, and ends with `today` where it is open or ends after it.
InsightsSummary summarise(const InsightsInput &asked);

/// The guard's comparison and every pair of those groups that stand beside it.
int comparisonsShown(const Guard &guard, const QList<GroupComparison> &groups);
/// Of so many comparisons, with no effect at all.
double expectedFalseAlarms(int comparisons);

} // namespace stillpoint
