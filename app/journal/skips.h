#pragma once

#include "app/journal/journal.h"

namespace stillpoint {

/// The person's own records that say a journal day was skipped on purpose: none, one, or several when the
/// journals of two devices were merged. Those of the demo journal are left out.
QList<RecordRef> skipsOf(const Journal &journal, const QDate &day);

/// Says that a journal day is purposely not rated; one that was skipped before stays so. One undo step. `now`
/// is when the person said it.
Result<void> skipDay(Journal &journal, const QDate &day, const Moment &now);
/// Takes that back; a day that was not skipped stays so. One undo step.
Result<void> takeSkipBack(Journal &journal, const QDate &day);

/// Whether the person checked in on that journal day. Demo entries do not count.
bool isCheckedIn(const Journal &journal, const QDate &day);

} // namespace stillpoint
