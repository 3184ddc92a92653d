#pragma once

#include "ui/shell/theme.h"

#include <optional>

class QLabel;
class QWidget;

namespace stillpoint::ui {

/// A label in one of the type scale's roles: font and colour from the style sheet, so it follows the theme,
/// and the scale's line height, wrapped or not. `token` is for the few labels whose colour is not their
/// role's own.
QLabel *makeLabel(TextRole role, const QString &text, QWidget *parent, std::optional<Token> token = {});

/// Words of strangers (names of files, tags) as a tool tip that shows them as they are: Qt would take some
/// for HTML and load the pictures in it.
QString plainToolTip(const QString &text);

/// Sets a property that the style sheet looks at.
void setStyled(QWidget *widget, const char *property, const QVariant &value);

/// A 1-px line.
QWidget *makeRule(QWidget *parent, bool vertical = false);

} // namespace stillpoint::ui
