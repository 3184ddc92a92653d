#pragma once

#include <QString>

class QWidget;

namespace stillpoint::ui {

class Theme;

/// An icon at the start of a field, such as a calendar; the style sheet leaves room for it, clicks go to the
/// field.
void addFieldIcon(const Theme &theme, QWidget *field, const QString &icon);

} // namespace stillpoint::ui
