#pragma once

#include <QString>

namespace stillpoint::ui {

/// Chromium refuses to start as root; articles are then shown as plain text.
bool isRoot();

/// Which layers of the browser engine's sandbox this machine gives, as a sentence for About.
QString sandboxLayers();

} // namespace stillpoint::ui
