#pragma once

#include "ui/shell/page.h"
#include "ui/shell/sheetdialog.h"

class QStandardItemModel;
class QTableView;

namespace stillpoint::ui {

/// Deleted entries, newest first; each can be brought back.
class TrashSheet final : public SheetDialog
{
    Q_OBJECT
public:
    TrashSheet(const ShellContext &context, QWidget *parent);

private:
    void fill();
    void restoreCurrent();

    ShellContext m_context;
    QStandardItemModel *m_model;
    QTableView *m_table;
};

} // namespace stillpoint::ui
