#pragma once

#include "ui/shell/theme.h"

namespace stillpoint::ui {

/// The mark of a modality: six colours, each with a shape of its own (DESIGN.md, Charts). `mark` is 0 to 5.
Token seriesToken(int mark);

} // namespace stillpoint::ui
