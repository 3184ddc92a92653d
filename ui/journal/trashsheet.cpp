#include "ui/journal/trashsheet.h"

#include "app/workspace/workspace.h"
#include "ui/journal/checkintexts.h"
#include "ui/shell/prompts.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/texts.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int kindRole = Qt::UserRole + 2;

When whenOf(const Entry &entry, const std::optional<Record> &record)
{
    if (const Session *session = record ? std::get_if<Session>(&*record) : nullptr)
        return session->start;
    if (const CheckIn *checkIn = record ? std::get_if<CheckIn>(&*record) : nullptr)
        return checkIn->time;
    return When::on(entry.day);
}

} // namespace

TrashSheet::TrashSheet(const ShellContext &context, QWidget *parent)
    : SheetDialog(context.theme, tr("Recently deleted"), parent)
    , m_context(context)
    , m_model(new QStandardItemModel(0, 2, this))
    , m_table(makeTable(m_model, this))
{
    setObjectName(QStringLiteral("trashSheet"));
    QLabel *head =
        makeLabel(TextRole::Body,
                  tr("Deleted entries stay here. Bring back what you miss; nothing of it was lost."), this);
    head->setWordWrap(true);
    content()->addWidget(head);
    m_table->setObjectName(QStringLiteral("trashTable"));
    m_table->setAccessibleName(tr("Deleted entries"));
    content()->addWidget(m_table, 1);
    makeButtons();
    connect(m_table, &QTableView::activated, this, &TrashSheet::restoreCurrent);
    connect(&context.workspace.journal(), &Journal::changed, this, &TrashSheet::fill);
    fill();
}

void TrashSheet::makeButtons()
{
    const Theme &theme = m_context.theme;
    m_state = makeLabel(TextRole::Body, {}, this);
    m_state->setObjectName(QStringLiteral("trashState"));
    m_state->setWordWrap(true);
    m_state->hide();
    content()->addWidget(m_state);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    m_restore = makeButton(theme, ButtonKind::Primary, tr("Bring back"), this, QStringLiteral("undo"));
    m_restore->setObjectName(QStringLiteral("trashRestore"));
    m_erase = makeButton(theme, ButtonKind::Ghost, tr("Erase for good …"), this, QStringLiteral("trash"));
    m_erase->setObjectName(QStringLiteral("trashErase"));
    row->addWidget(m_restore);
    row->addWidget(m_erase);
    row->addStretch();
    content()->addLayout(row);
    connect(m_restore, &QPushButton::clicked, this, &TrashSheet::restoreCurrent);
    connect(m_erase, &QPushButton::clicked, this, &TrashSheet::eraseCurrent);
}

void TrashSheet::fill()
{
    const Journal &journal = m_context.workspace.journal();
    const int row = m_table->currentIndex().row();
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Time"), tr("Entry")});
    for (const Entry &entry : journal.trash()) {
        const auto record = journal.record({entry.kind, entry.id});
        const Session *session = record ? std::get_if<Session>(&*record) : nullptr;
        const CheckIn *checkIn = record ? std::get_if<CheckIn>(&*record) : nullptr;
        const QString what = session   ? SessionTexts::summary(journal, *session)
                             : checkIn ? checkInSummary(*checkIn, journal.vocabulary())
                                       : tr("Skipped on purpose");
        auto *day = new QStandardItem(whenText(whenOf(entry, record), DayForm::Dense));
        day->setData(entry.id, idRole);
        day->setData(static_cast<int>(entry.kind), kindRole);
        m_model->appendRow({day, new QStandardItem(what)});
    }
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->resizeColumnToContents(0);
    const bool any = m_model->rowCount() > 0;
    m_restore->setEnabled(any);
    m_erase->setEnabled(any);
    if (any)
        m_table->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
    else if (!m_stays)
        accept();
}

RecordRef TrashSheet::current() const
{
    const QModelIndex first = m_table->currentIndex().siblingAtColumn(0);
    return {static_cast<RecordKind>(first.data(kindRole).toInt()), first.data(idRole).toUuid()};
}

void TrashSheet::restoreCurrent()
{
    const auto [kind, id] = current();
    if (id.isNull())
        return;
    m_stays = false;
    m_state->hide();
    const auto done = m_context.workspace.journal().restore(kind, id);
    if (done)
        m_context.toast.tell(tr("The entry is back"), QStringLiteral("undo"), m_context.undo);
    else
        m_context.toast.tellError(done.error().message);
}

void TrashSheet::eraseCurrent()
{
    const RecordRef ref = current();
    if (ref.second.isNull())
        return;
    const int row = m_table->currentIndex().row();
    const QString name = tr("%1: %2").arg(m_model->item(row, 0)->text(), m_model->item(row, 1)->text());
    if (!m_context.prompts.confirm(
            this, tr("Erase this entry for good?"),
            tr("%1\n\nWhat you wrote is overwritten in the journal. This cannot be undone. "
               "Backups that hold it keep it; you are told which ones.")
                .arg(name),
            tr("Erase for good")))
        return;
    m_stays = true;
    const auto held = m_context.workspace.journal().erase(ref);
    if (!held) {
        m_state->setText(held.error().message);
    } else if (held->isEmpty()) {
        m_state->setText(tr("The entry is erased for good. No backup holds it."));
    } else {
        QStringList files;
        for (const QString &file : *held)
            files.append(QFileInfo(file).fileName());
        m_state->setText(
            tr("The entry is erased from the journal for good. Backups that still hold it: %1. They lie "
               "in the folder “backups” beside the journal; delete them there if it is to be gone from "
               "them too.")
                .arg(files.join(QStringLiteral(", "))));
    }
    m_state->show();
    if (m_model->rowCount() == 0)
        closeButton()->setFocus(Qt::OtherFocusReason);
}

} // namespace stillpoint::ui
