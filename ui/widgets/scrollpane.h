#pragma once

class QWidget;

namespace stillpoint::ui {

/// Fills `page` with a pane that scrolls vertically only; the content to lay out comes back, owned by it.
QWidget *makeScrollPane(QWidget *page);

} // namespace stillpoint::ui
