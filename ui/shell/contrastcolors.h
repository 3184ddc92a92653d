#pragma once

#include "ui/shell/theme.h"

class QPalette;

namespace stillpoint::ui {

/// The tokens in a high-contrast desktop: grounds, lines and text are the desktop's own, so that only our
/// geometry is left (DESIGN.md). Series, heat, body map and search hits have no counterpart in a palette and
/// stay as in `own`, the light or dark tokens.
TokenColors contrastColors(const QPalette &desktop, const TokenColors &own);

} // namespace stillpoint::ui
