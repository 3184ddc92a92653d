#pragma once

#include "app/insights/series.h"

#include <QHash>

namespace stillpoint {

class Journal;

/// What the numbers rest on besides the entries. Page and command line use the values given here; every
/// number is computed for whatever they are.
struct InsightsSettings
{
    double confidence = 0.90; ///< of every interval
    int followUpDays = 3;     ///< L: the days after a session that the verdict looks at
    bool operator==(const InsightsSettings &) const = default;
};

/// What every insight is made from: plain values, so that it can be computed on any thread. Only sessions
/// with status done count, and demo entries only while nothing is real. Trend and coverage take
/// the ratings of every version of the scale; all other numbers only those given under `scale.version`,
/// because points of different wordings cannot be compared.
struct InsightsInput
{
    SeriesInput series; ///< records, scale code, day start and range; `series.scale` is `scale.code`
    Scale scale;        ///< the newest version, which says range, step and direction
    QDate today;        ///< ends an open range
    InsightsSettings settings;
    /// Session → the journal day on which it was booked, where that is known.
    QHash<QUuid, QDate> booked;
};

/// The whole journal as input, for window and command line alike. The range may be open; summarise() ends it
/// where there is nothing to rate. On the journal's thread.
InsightsInput insightsInput(const Journal &journal, const Scale &scale, int dayStartMinutes,
                            const QDate &from = {}, const QDate &to = {});

/// Improvement from one value to a later one on the scale's own direction: positive is better. On a neutral
/// scale simply later minus earlier.
double improvement(const Scale &scale, double earlier, double later);

/// Thresholds in points are for a range of ten; this is what one such point is on the scale.
double pointOn(const Scale &scale);

} // namespace stillpoint
