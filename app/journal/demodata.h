#pragma once

#include "app/journal/records.h"

#include <QList>

namespace stillpoint {

/// What a made-up year is made from.
struct DemoOptions
{
    quint32 seed = 7;    ///< the same seed, options and instant give the same records
    double effect = 1.6; ///< true relief in points of stress on each day that a session works
    int days = 3;        ///< how many days it works, from the day after
    bool operator==(const DemoOptions &) const = default;
};

/// A made-up year up to yesterday. Stress is 5 + an AR(1) process by day (sd 1.8, correlation 0.45) − 0.8 at
/// weekends + a slow fall of 0.6 over the year − `effect` on days 1 to `days` after a session; a rating adds
/// a wobble of sd 0.4 and is rounded to a whole number from 0 to 10. Mobility is another such process that
/// half follows stress. About 70 % of the days are rated, at random; 13 days of illness are not, a fortnight
/// of holiday is skipped. Sessions, about 26, are booked for the same day and only by what was felt before:
/// when stress reaches 7, or 6 three weeks after the last one. Right after a session everybody feels better,
/// whatever the true effect is.
QList<Record> demoRecords(const DemoOptions &options, const Moment &now);

} // namespace stillpoint
