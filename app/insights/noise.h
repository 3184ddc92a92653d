#pragma once

#include "app/insights/insightsinput.h"
#include "app/insights/interval.h"

namespace stillpoint {

/// How much two ratings differ when nothing happened (statistics.md §5), in scale points.
struct NoiseFloor
{
    int pairs = 0;               ///< of ratings at most three hours apart without a session between
    int missingPairs = 0;        ///< needed before the numbers below exist
    std::optional<Interval> sem; ///< standard error of one rating
    /// A change is beyond the usual wobble when it is larger than this.
    std::optional<double> wobble;
    bool operator==(const NoiseFloor &) const = default;
};

inline constexpr int pairsForNoise = 10;

/// Pure; any thread.
NoiseFloor noiseFloor(const InsightsInput &input);

} // namespace stillpoint
