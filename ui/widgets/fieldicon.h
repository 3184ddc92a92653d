#pragma once

#include <QString>

class QWidget;

namespace stillpoint::ui {

class Theme;

/// An icon at the end of a field that opens something, such as a list or a calendar; clicks go to the field.
void addFieldIcon(const Theme &theme, QWidget *field, const QString &icon);

} // namespace stillpoint::ui
