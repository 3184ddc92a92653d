#pragma once

class QWidget;

namespace stillpoint::ui {

/// Puts `widget` directly before `anchor` in the tab order; for controls that are made after what follows
/// them.
void tabBefore(QWidget *anchor, QWidget *widget);

} // namespace stillpoint::ui
