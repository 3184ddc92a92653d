#pragma once

#include "app/base/frames.h"

namespace stillpoint {

/// Answers one request (formats.md §7). Never fails: a request that makes no sense is answered as refused.
Frame answer(const Frame &request);

} // namespace stillpoint
