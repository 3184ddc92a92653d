#pragma once

#include "ui/reader/readerview.h"

namespace stillpoint {
class Settings;
}

namespace stillpoint::ui {

class Theme;

/// The paper in use: "paper", "sepia" or "dark"; the setting "auto" is the theme's own ground.
QString readerPaper(const Settings &settings, const Theme &theme);
/// How articles look by the person's settings.
ReaderStyle readerStyle(const Settings &settings, const Theme &theme);

} // namespace stillpoint::ui
