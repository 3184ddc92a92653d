#include "ui/journal/trashsheet.h"

#include "app/workspace/workspace.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/tables.h"
#include "ui/widgets/texts.h"

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
    QPushButton *restore =
        makeButton(context.theme, ButtonKind::Primary, tr("Bring back"), this, QStringLiteral("undo"));
    restore->setObjectName(QStringLiteral("trashRestore"));
    content()->addWidget(restore, 0, Qt::AlignLeft);
    connect(restore, &QPushButton::clicked, this, &TrashSheet::restoreCurrent);
    connect(m_table, &QTableView::activated, this, &TrashSheet::restoreCurrent);
    connect(&context.workspace.journal(), &Journal::changed, this, &TrashSheet::fill);
    fill();
}

void TrashSheet::fill()
{
    const Journal &journal = m_context.workspace.journal();
    const int row = m_table->currentIndex().row();
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Day"), tr("Entry")});
    for (const Entry &entry : journal.trash()) {
        const auto record = journal.record({entry.kind, entry.id});
        const Session *session = record ? std::get_if<Session>(&*record) : nullptr;
        const QString what = session                          ? SessionTexts::summary(journal, *session)
                             : entry.kind == RecordKind::Skip ? tr("Skipped on purpose")
                                                              : tr("Check-in");
        auto *day = new QStandardItem(dayText(entry.day, DayForm::Full));
        day->setData(entry.id, idRole);
        day->setData(static_cast<int>(entry.kind), kindRole);
        m_model->appendRow({day, new QStandardItem(what)});
    }
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(0, m_context.theme.px(230));
    if (m_model->rowCount() == 0)
        accept();
    else
        m_table->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
}

void TrashSheet::restoreCurrent()
{
    const QModelIndex current = m_table->currentIndex().siblingAtColumn(0);
    if (!current.isValid())
        return;
    const auto kind = static_cast<RecordKind>(current.data(kindRole).toInt());
    const auto done = m_context.workspace.journal().restore(kind, current.data(idRole).toUuid());
    if (done)
        m_context.toast.tell(tr("The entry is back"), QStringLiteral("undo"), m_context.undo);
    else
        m_context.toast.tellError(done.error().message);
}

} // namespace stillpoint::ui
