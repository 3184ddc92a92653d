#pragma once

#include <QString>

namespace stillpoint::ui {

class Theme;

/// The application's style sheet from the tokens and sizes of `theme`. Widgets choose by dynamic properties:
/// role and tone (labels), kind (buttons), card, rule, pane.
QString makeStyleSheet(const Theme &theme);

} // namespace stillpoint::ui
