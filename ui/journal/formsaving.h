#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

namespace stillpoint {
class Journal;
}

namespace stillpoint::ui {

/// Puts what a form made of `bases` into the journal; a day that it rates is no longer skipped. False when
/// the journal holds all of it already: nothing was written, and there is nothing to undo.
Result<bool> saveForm(Journal &journal, const QList<Record> &records, const QList<Record> &bases);

} // namespace stillpoint::ui
