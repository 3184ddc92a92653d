#pragma once

#include "ui/shell/mainwindow.h"

namespace stillpoint::ui {

/// The only place that knows every page: hands the window its parts.
WindowParts windowParts();

} // namespace stillpoint::ui
