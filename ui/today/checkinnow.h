#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

namespace stillpoint {
class Clock;
class Journal;
struct Scale;
} // namespace stillpoint

namespace stillpoint::ui {

/// For how long further ratings join the check-in that the first one made.
inline constexpr qint64 joinMs = 10 * 60 * 1000;

/// The check-in that a rating given now joins: the person's own newest one, begun less than `joinMs` ago.
std::optional<CheckIn> openCheckIn(const Journal &journal, const Clock &clock);

/// Saves a rating of now, one undo step each: joins the open check-in or begins one; an empty value takes the
/// rating back, and the check-in with it when nothing else is in it. A day that is rated is no longer
/// skipped.
Result<void> rateNow(Journal &journal, const Clock &clock, const Scale &scale, std::optional<double> value);

} // namespace stillpoint::ui
