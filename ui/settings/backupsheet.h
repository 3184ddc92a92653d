#pragma once

#include "app/journal/backups.h"
#include "ui/shell/page.h"
#include "ui/shell/sheetdialog.h"

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace stillpoint::ui {

/// The backups of the journal, newest first; each is opened and counted, one after the other, on a worker.
/// The chosen one can be put in the journal's place, which first backs up what is there.
class BackupSheet final : public SheetDialog
{
    Q_OBJECT
public:
    BackupSheet(const ShellContext &context, QWidget *parent);

private:
    void fill();
    void checkFrom(int row);
    void showChecked(int row, const Result<BackupContents> &contents);
    void showCurrent();
    void restoreCurrent();

    ShellContext m_context;
    QList<Backup> m_backups;
    QList<bool> m_usable; ///< by row; false until it was checked
    QStandardItemModel *m_model;
    QTableView *m_table;
    QLabel *m_state;
    QPushButton *m_restore;
};

} // namespace stillpoint::ui
