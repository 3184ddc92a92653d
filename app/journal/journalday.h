#pragma once

#include <QDate>

namespace stillpoint {

struct Moment;

/// The journal day of an instant: date of (instant + offset − dayStart), with the entry's own offset
/// (formats.md §4). The only place that decides which day an entry belongs to.
QDate journalDay(const Moment &moment, int dayStartMinutes);

} // namespace stillpoint
