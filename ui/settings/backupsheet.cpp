#include "ui/settings/backupsheet.h"

#include "app/workspace/workspace.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/shell/whenready.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QtConcurrentRun>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

enum Column { Made, Why, Size, Holds, columnCount };
constexpr int sheetWidth = 760;
constexpr Qt::Alignment numberAlignment = Qt::AlignRight | Qt::AlignVCenter;

QString whyText(BackupReason reason)
{
    switch (reason) {
    case BackupReason::Daily:
        return BackupSheet::tr("daily");
    case BackupReason::BeforeUpgrade:
        return BackupSheet::tr("before an upgrade");
    case BackupReason::BeforeRestore:
        return BackupSheet::tr("before restoring");
    case BackupReason::BeforeImport:
        return BackupSheet::tr("before an import");
    case BackupReason::Manual:
        break;
    }
    return BackupSheet::tr("by hand");
}

QString madeText(const Backup &backup)
{
    const QDateTime made = QDateTime::fromMSecsSinceEpoch(backup.madeMs);
    return BackupSheet::tr("%1, %2").arg(longDay(made.date()), timeText(made.time()));
}

} // namespace

BackupSheet::BackupSheet(const ShellContext &context, QWidget *parent)
    : SheetDialog(context.theme, tr("Backups of the journal"), parent)
    , m_context(context)
    , m_model(new QStandardItemModel(0, columnCount, this))
    , m_table(makeTable(m_model, this))
    , m_state(makeLabel(TextRole::Body, {}, this))
    , m_restore(makeButton(context.theme, ButtonKind::Primary, tr("Restore this backup"), this))
{
    setObjectName(QStringLiteral("backupSheet"));
    resize(context.theme.px(sheetWidth), height());
    QLabel *head = makeLabel(
        TextRole::Body,
        tr("Restoring puts a backup in the place of your journal, and Stillpoint goes on with it at once. "
           "What "
           "is there now is backed up first, so that you can come back to it in the same way. Articles, "
           "pictures and settings stay as they are."),
        this);
    head->setWordWrap(true);
    content()->addWidget(head);
    m_table->setObjectName(QStringLiteral("backupTable"));
    m_table->setAccessibleName(tr("Backups"));
    content()->addWidget(m_table, 1);
    m_state->setObjectName(QStringLiteral("backupState"));
    m_state->setWordWrap(true);
    content()->addWidget(m_state);
    m_restore->setObjectName(QStringLiteral("backupRestore"));
    content()->addWidget(m_restore, 0, Qt::AlignLeft);
    connect(m_restore, &QPushButton::clicked, this, &BackupSheet::restoreCurrent);
    fill();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BackupSheet::showCurrent);
    m_table->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
    checkFrom(0);
}

void BackupSheet::fill()
{
    m_backups = listBackups(m_context.workspace.paths().backupsFolder());
    m_usable = QList<bool>(m_backups.size(), false);
    m_model->setHorizontalHeaderLabels({tr("Made"), tr("Why"), tr("Size"), tr("Holds")});
    m_model->horizontalHeaderItem(Size)->setTextAlignment(numberAlignment);
    for (const Backup &backup : std::as_const(m_backups)) {
        auto *size = new QStandardItem(sizeText(backup.bytes));
        size->setTextAlignment(numberAlignment);
        m_model->appendRow({new QStandardItem(madeText(backup)), new QStandardItem(whyText(backup.reason)),
                            size, new QStandardItem(tr("being checked …"))});
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void BackupSheet::checkFrom(int row)
{
    if (row >= m_backups.size())
        return;
    whenReady(QtConcurrent::run(verifyBackup, m_backups.at(row).file), this,
              [this, row](const Result<BackupContents> &contents) {
                  showChecked(row, contents);
                  checkFrom(row + 1);
              });
}

void BackupSheet::showChecked(int row, const Result<BackupContents> &contents)
{
    m_usable[row] = contents.has_value();
    const auto count = [&](RecordKind kind) { return locale().toString(contents->records.value(kind)); };
    QStandardItem *holds = m_model->item(row, Holds);
    holds->setText(
        contents ? tr("sessions %1, check-ins %2").arg(count(RecordKind::Session), count(RecordKind::CheckIn))
                 : tr("cannot be used"));
    holds->setToolTip(contents ? QString() : plainToolTip(contents.error().message));
    holds->setData(contents ? QString() : contents.error().message);
    if (m_table->currentIndex().row() == row)
        showCurrent();
}

void BackupSheet::showCurrent()
{
    const int row = m_table->currentIndex().row();
    const bool any = row >= 0;
    m_restore->setEnabled(any && m_usable.at(row) && !m_context.workspace.journal().isReadOnly());
    m_state->setText(any ? m_model->item(row, Holds)->data().toString()
                         : tr("There is no backup yet. One is made every day on which Stillpoint is used."));
    m_state->setVisible(!m_state->text().isEmpty());
}

void BackupSheet::restoreCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    const Backup backup = m_backups.at(row);
    const auto kept = m_context.workspace.journal().replaceWith(backup.file);
    if (!kept) {
        m_state->setText(kept.error().message);
        m_state->show();
        return;
    }
    m_context.toast.tell(tr("The journal is as it was on %1. What was there before is kept as %2.")
                             .arg(madeText(backup), QFileInfo(*kept).fileName()),
                         QStringLiteral("undo"));
    accept();
}

} // namespace stillpoint::ui
