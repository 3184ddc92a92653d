#pragma once

class QDateEdit;
class QWidget;

namespace stillpoint::ui {

class Theme;

/// A field for a day: typed or taken from a calendar, with the day of the week.
QDateEdit *makeDayField(const Theme &theme, QWidget *parent);

} // namespace stillpoint::ui
