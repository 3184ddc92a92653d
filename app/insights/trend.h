#pragma once

#include "app/insights/series.h"

namespace stillpoint {

/// One day of the trend line; all in scale units.
struct TrendPoint
{
    QDate day;
    double median = 0;
    double q25 = 0;
    double q75 = 0;
    int ratedDays = 0; ///< n inside the window
    bool operator==(const TrendPoint &) const = default;
};

/// A stretch without a break; consecutive segments are separated by a gap of more than ten days or by too few days.
using TrendSegment = QList<TrendPoint>;

struct TrendOptions
{
    int windowDays = 21;    ///< odd, centred
    int minimumDays = 5;    ///< rated days a window needs
    int longestGapDays = 10;///< a longer gap breaks the line and no window looks across it
    double step = 1;        ///< the scale's step: a rating r stands for r ± step/2
};

/// Rolling grouped median on real dates (statistics.md §1), never past the last rating.
QList<TrendSegment> trend(const QList<RatedDay> &days, const TrendOptions &options = {});

/// Quantile of grouped data by linear interpolation inside its class. `values` need not be sorted; not empty;
/// 0 ≤ p ≤ 1. Source: the usual formula L + (p·n − F)/f · w, L the class's lower edge, F the count below it.
double groupedQuantile(const QList<double> &values, double p, double step);

} // namespace stillpoint
