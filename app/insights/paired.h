#pragma once

#include "app/insights/insightsinput.h"
#include "app/insights/interval.h"

namespace stillpoint {

/// A session with both ratings, in scale units.
struct PairedDot
{
    QUuid session;
    QDate day;
    std::optional<qint64> startMs; ///< UTC; empty on day-only sessions
    QString modality;              ///< the first one's code
    double before = 0;
    double after = 0;
    double improvement = 0; ///< on the scale's own direction; after minus before on a neutral scale
    bool operator==(const PairedDot &) const = default;
};

/// Right after a session (statistics.md §2). Describes, never judges.
struct PairedChange
{
    QList<PairedDot> dots; ///< by day and time
    int better = 0;        ///< dots with improvement > 0
    int same = 0;
    int worse = 0;
    int notRatedTwice = 0;        ///< done sessions in the range without both ratings
    std::optional<Interval> mean; ///< improvement, t with n−1; only from five pairs
    bool operator==(const PairedChange &) const = default;
};

inline constexpr int pairsForMean = 5;

/// Pure; any thread.
PairedChange pairedChange(const InsightsInput &input);

/// Mean and t interval of at least two values.
Interval meanInterval(const QList<double> &values, double confidence);

} // namespace stillpoint
