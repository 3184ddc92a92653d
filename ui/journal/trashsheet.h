#pragma once

#include "ui/shell/page.h"
#include "ui/shell/sheetdialog.h"

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace stillpoint::ui {

/// Deleted entries, newest first; each can be brought back or, after a question, erased for good.
class TrashSheet final : public SheetDialog
{
    Q_OBJECT
public:
    TrashSheet(const ShellContext &context, QWidget *parent);

private:
    void fill();
    void makeButtons();
    RecordRef current() const; ///< a null id when there is none
    void restoreCurrent();
    void eraseCurrent();

    ShellContext m_context;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QPushButton *m_restore = nullptr;
    QPushButton *m_erase = nullptr;
    QLabel *m_state = nullptr; ///< what became of the erasing; stays to be read, also over an empty table
    bool m_stays = false;
};

} // namespace stillpoint::ui
