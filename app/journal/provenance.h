#pragma once

#include "app/journal/journal.h"

namespace stillpoint {

/// How a rating given at `now` about `about` came to be: within an hour it is live, later on that journal day
/// same-day, after that remembered. A time still to come counts as live.
Provenance provenanceOf(const When &about, const Moment &now, const Journal &journal);

} // namespace stillpoint
