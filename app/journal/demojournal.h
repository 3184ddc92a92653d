#pragma once

#include "app/journal/demodata.h"
#include "app/journal/journal.h"

namespace stillpoint {

/// Adds the made-up year of demodata.h; one that is there already stays as it is.
Result<void> addDemoJournal(Journal &journal, const Clock &clock, const DemoOptions &options = {});

} // namespace stillpoint
