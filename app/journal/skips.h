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

/// Whether the person rated that journal day: a check-in or a session of it holds a rating that its value may
/// be made of. Notes, ratings left out on purpose and demo entries do not count.
bool isRated(const Journal &journal, const QDate &day);
/// A day that is rated is no longer skipped: the skips that have to go to the trash in the action that writes
/// `records`.
QList<RecordRef> skipsEndedBy(const Journal &journal, const QList<Record> &records);

} // namespace stillpoint
