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
    int comparisons = 0;            ///< on screen: the guard's and every pair of groups
    double expectedFalseAlarms = 0; ///< with no effect at all, of that many
    bool operator==(const InsightsSummary &) const = default;
};

/// Pure; any thread. Without a first day the range begins with the first rating or session, without a last
/// day it ends with `today`.
InsightsSummary summarise(const InsightsInput &input);

} // namespace stillpoint
