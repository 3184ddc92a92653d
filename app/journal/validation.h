#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

namespace stillpoint {

/// Whether a record makes sense; Invalid names the wrong field (formats.md §2) and says what would be right.
Result<void> validate(const Record &record);

} // namespace stillpoint
