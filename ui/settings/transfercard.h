#pragma once

#include "app/journal/journalfile.h"
#include "ui/shell/page.h"

class QPushButton;

namespace stillpoint::ui {

class Card;

/// The ways out of the program and in again: the file that holds everything, tables for a spreadsheet, and
/// the import of both.
class TransferCard final : public QWidget
{
    Q_OBJECT
public:
    TransferCard(const ShellContext &context, QWidget *parent);

private:
    QPushButton *addButton(const QString &name, const QString &help, const QString &text,
                           const QString &objectName);
    void exportJournal();
    void exportTables();
    void tellWritten(const Result<void> &written, const QString &where);
    void chooseImport();
    void askToImport(const JournalFile &file, const QString &name);
    void backUpAndMerge(const JournalFile &file);
    void importNow(const JournalFile &file);

    ShellContext m_context;
    Card *m_card;
    QPushButton *m_import = nullptr;
};

} // namespace stillpoint::ui
