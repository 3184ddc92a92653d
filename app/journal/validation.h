#pragma once

#include "app/base/error.h"
#include "app/journal/vocabulary.h"

namespace stillpoint {

/// Whether a record makes sense; Invalid names the wrong field (formats.md §2) and says what would be right.
/// Ratings are held against the scales of `vocabulary`; a scale that it does not know passes.
Result<void> validate(const Record &record, const Vocabulary &vocabulary);

} // namespace stillpoint
