#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "ui/startoptions.h"

namespace stillpoint::ui {

/// `--chart NAME --output FILE`: writes one chart of Insights, of the first scale and the range last chosen
/// there, without a window. Opens the data folder read-only. GUI thread.
Result<void> writeChartFile(const StartOptions &options, const Clock &clock);

} // namespace stillpoint::ui
