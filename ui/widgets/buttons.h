#pragma once

#include <QString>

class QPushButton;
class QToolButton;
class QWidget;

namespace stillpoint::ui {

class Theme;

enum class ButtonKind {
    Primary,   ///< filled accent: at most one in a view
    Secondary, ///< bordered
    Ghost,     ///< no border until hovered
    Link,      ///< underlined text
};

/// A button of the design; with `icon` (a name of resources/icons) its icon follows the theme.
QPushButton *makeButton(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent,
                        const QString &icon = {});

/// A button that opens a menu, with a chevron after its text. The caller sets the menu.
QPushButton *makeMenuButton(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent);

/// A square icon-only button. `name` is its accessible name and tooltip.
QToolButton *makeIconButton(const Theme &theme, const QString &icon, const QString &name, QWidget *parent);

} // namespace stillpoint::ui
