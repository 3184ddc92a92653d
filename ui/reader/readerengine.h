#pragma once

#include "app/base/error.h"
#include "ui/reader/readerview.h"

namespace stillpoint::ui {

/// Loads the engine's plugin from `file` (empty: not installed). Unavailable, with a sentence that says why,
/// when it is missing or refused, and always for root, as whom the engine's sandbox does not start. The
/// factory stays loaded until the program ends. Takes about 80 ms the first time. GUI thread.
Result<ReaderFactory *> loadReaderEngine(const QString &file);

} // namespace stillpoint::ui
