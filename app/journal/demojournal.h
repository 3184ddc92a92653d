#pragma once

#include "app/journal/demodata.h"
#include "app/journal/journal.h"

namespace stillpoint {

/// Adds the made-up year of demodata.h; one that is there already stays as it is.
Result<void> addDemoJournal(Journal &journal, const Clock &clock, const DemoOptions &options = {});

/// Invalid where `others`, written along with `entry`, would stay when it goes with the made-up year. Names
/// the field of the entry that asks for them.
Result<void> checkGoesWithDemo(const Record &entry, const QList<Record> &others);

} // namespace stillpoint
