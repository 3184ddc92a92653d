#pragma once

namespace stillpoint::ui {

/// Makes icons, tokens and notices of the static library available. Call once, before the first Theme.
void useUiResources();

} // namespace stillpoint::ui
