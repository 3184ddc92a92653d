#pragma once

#include "app/insights/series.h"

#include <limits>

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

/// A stretch without a break; consecutive segments are separated by a gap of more than ten days or by too few
/// days.
using TrendSegment = QList<TrendPoint>;

struct TrendOptions
{
    int windowDays = 21;     ///< odd, centred
    int minimumDays = 5;     ///< rated days a window needs
    int longestGapDays = 10; ///< a longer gap breaks the line and no window looks across it
    double step = 1;         ///< the scale's step: a rating r stands for r ± step/2
    double minimum =
        -std::numeric_limits<double>::infinity(); ///< the scale's ends: results stay between them
    double maximum = std::numeric_limits<double>::infinity();
};

/// Rolling grouped median on real dates (statistics.md §1), never past the last rating.
QList<TrendSegment> trend(const QList<RatedDay> &days, const TrendOptions &options = {});

/// How many more rated days the line needs to reach `today`, if they are rated from now on; 0 when it does.
int missingRatedDays(const QList<RatedDay> &days, const QDate &today, const TrendOptions &options = {});

/// Quantile of grouped data by linear interpolation inside its class. `values` need not be sorted; not empty;
/// 0 ≤ p ≤ 1, step > 0. Source: the usual formula for grouped data (Yule & Kendall, An Introduction to the
/// Theory of Statistics), L + (p·n − F)/f · w with L the class's lower edge and F the count below it, written
/// as the inverse of the distribution function in which every value is spread evenly over value ± step/2. So
/// it also holds where classes overlap, as a day's median of 4.5 overlaps 4 and 5. Where that function is
/// flat, as between 2 and 6 with nothing between, the middle of the flat stretch.
double groupedQuantile(const QList<double> &values, double p, double step);

} // namespace stillpoint
