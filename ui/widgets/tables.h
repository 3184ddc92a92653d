#pragma once

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace stillpoint::ui {

/// A table to read and to walk row by row: no grid, no row numbers, Tab leaves it.
QTableView *makeTable(QAbstractItemModel *model, QWidget *parent);

} // namespace stillpoint::ui
