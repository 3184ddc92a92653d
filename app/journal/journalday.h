#pragma once

#include <QDate>

namespace stillpoint {

struct Moment;
enum class Phase;

/// The journal day of an instant: date of (instant + offset − dayStart), with the entry's own offset
/// (formats.md §4). The only place that decides which day an entry belongs to.
QDate journalDay(const Moment &moment, int dayStartMinutes);

/// Whether a day's value may be made of ratings of that phase (formats.md §4).
bool entersDay(Phase phase);

} // namespace stillpoint
