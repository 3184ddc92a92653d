#pragma once

#include "ui/shell/theme.h"

#include <optional>

class QLabel;
class QWidget;

namespace stillpoint::ui {

/// A label in one of the type scale's roles; the style sheet gives font and colour, so it follows the theme.
/// `token` is for the few labels whose colour is not their role's own.
QLabel *makeLabel(TextRole role, const QString &text, QWidget *parent, std::optional<Token> token = {});

/// A 1-px line.
QWidget *makeRule(QWidget *parent, bool vertical = false);

} // namespace stillpoint::ui
