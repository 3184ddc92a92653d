#include "ui/journal/journalpage.h"

#include "app/workspace/workspace.h"
#include "ui/journal/entrydelegate.h"
#include "ui/journal/entrydetails.h"
#include "ui/journal/entrylistmodel.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace stillpoint::ui {

namespace {
constexpr int headerHeight = 64;
constexpr int detailsWide = 424;
constexpr int detailsNarrow = 400;
constexpr int narrowBelow = 1180;
constexpr int oneColumnBelow = 820;
} // namespace

JournalPage::JournalPage(const ShellContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new EntryListModel(context.workspace.journal(),
                                 context.workspace.settings().value(Setting::ScalesShown).toStringList(),
                                 this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, QStringLiteral("journal"), m_stack))
    , m_content(new QWidget(m_stack))
    , m_list(new QListView(m_content))
    , m_pane(new QWidget(m_content))
    , m_details(new EntryDetails(context, m_pane))
{
    setObjectName(QStringLiteral("journalPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(makeRule(this));
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    m_empty->setObjectName(QStringLiteral("journalEmpty"));
    m_empty->setTexts(tr("Your sessions and check-ins will stand here, day by day"),
                      tr("Each with what you rated before and after and what you noted."),
                      tr("Log a session"));
    m_empty->setExample(tr("17:30   Deep tissue, 60 min   stress 7 \u2192 4"),
                        tr("Jaw locked after a week at the desk. Slow work, never sharp."));
    makeContent();
    connectParts();
    bindKeys();
    showContent();
    relayout();
    moveBy(1);
}

void JournalPage::makeContent()
{
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list->setObjectName(QStringLiteral("entryList"));
    m_list->setAccessibleName(tr("Entries"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(context().theme, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    row->addWidget(m_list, 1);
    row->addWidget(makeRule(m_content, true));
    auto *around = new QVBoxLayout(m_pane);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_details);
    m_pane->setAttribute(Qt::WA_StyledBackground);
    m_pane->setProperty("pane", QStringLiteral("surface"));
    row->addWidget(m_pane);
}

void JournalPage::connectParts()
{
    Workspace &workspace = context().workspace;
    connect(m_empty, &EmptyState::acted, this, [this] { context().navigator.go(GoEditor{}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &JournalPage::showCurrent);
    connect(m_list, &QListView::clicked, this, [this] {
        if (m_oneColumn && !m_details->id().isNull())
            setDetailsInFront(true);
    });
    connect(m_list, &QListView::doubleClicked, this, &JournalPage::editCurrent);
    connect(m_details, &EntryDetails::editAsked, this, &JournalPage::editCurrent);
    connect(m_details, &EntryDetails::deleteAsked, this, &JournalPage::deleteCurrent);
    connect(m_details, &EntryDetails::backAsked, this, [this] { setDetailsInFront(false); });
    connect(&workspace.journal(), &Journal::changed, this,
            [this](const QSet<RecordKind> &kinds, const QSet<QUuid> &records) {
                showContent();
                keepEntryCurrent();
                if (records.isEmpty() || records.contains(m_details->id()) ||
                    kinds.contains(RecordKind::Practitioner))
                    showCurrent();
            });
    connect(&context().theme, &Theme::changed, this, [this] {
        m_list->doItemsLayout();
        relayout();
    });
    connect(&workspace.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ScalesShown)
            m_model->setScales(context().workspace.settings().value(Setting::ScalesShown).toStringList());
    });
}

QWidget *JournalPage::makeHeader()
{
    const Theme &theme = context().theme;
    auto *header = new QWidget(this);
    m_header = header;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(theme.px(24), 0, theme.px(24), 0);
    row->setSpacing(theme.px(8));
    row->addWidget(makeLabel(TextRole::Page, tr("Journal"), header));
    row->addStretch();
    QPushButton *checkIn =
        makeButton(theme, ButtonKind::Secondary, tr("Check in"), header, QStringLiteral("check-in"));
    checkIn->setObjectName(QStringLiteral("journalCheckIn"));
    QPushButton *log =
        makeButton(theme, ButtonKind::Primary, tr("Log a session"), header, QStringLiteral("session-add"));
    log->setObjectName(QStringLiteral("journalLog"));
    row->addWidget(checkIn);
    row->addWidget(log);
    connect(checkIn, &QPushButton::clicked, this, [this] { context().navigator.go(GoPage{PageId::Today}); });
    connect(log, &QPushButton::clicked, this, [this] { context().navigator.go(GoEditor{}); });
    return header;
}

void JournalPage::bindKeys()
{
    Commands &commands = context().commands;
    commands.bind(Command::NextRow, this, [this] { moveBy(1); });
    commands.bind(Command::PreviousRow, this, [this] { moveBy(-1); });
    commands.bind(Command::OpenRow, m_list, [this] { openCurrent(); });
    commands.bind(Command::EditEntry, this, [this] { editCurrent(); });
    commands.bind(Command::DeleteEntry, m_list, [this] { deleteCurrent(); });
}

void JournalPage::arrive(const Destination &destination)
{
    if (const auto *record = std::get_if<GoRecord>(&destination)) {
        select(record->id);
        setDetailsInFront(m_oneColumn);
    } else if (const auto *day = std::get_if<GoDay>(&destination)) {
        if (const int row = m_model->rowOfDay(day->day); row >= 0) {
            m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtTop);
            if (row + 1 < m_model->rowCount() && !m_model->row(row + 1).isHeading())
                m_list->setCurrentIndex(m_model->index(row + 1));
        }
    } else if (m_details->id().isNull()) {
        moveBy(1);
    }
    m_list->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> JournalPage::panes()
{
    return {m_list, m_details};
}

void JournalPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    relayout();
}

void JournalPage::relayout()
{
    const Theme &theme = context().theme;
    const double effective = window()->width() / theme.textScale();
    m_oneColumn = effective < oneColumnBelow;
    m_header->setFixedHeight(theme.px(headerHeight));
    const int details = theme.px(effective < narrowBelow ? detailsNarrow : detailsWide);
    m_pane->setMinimumWidth(m_oneColumn ? 0 : details);
    m_pane->setMaximumWidth(m_oneColumn ? QWIDGETSIZE_MAX : details);
    m_details->setBackShown(m_oneColumn);
    setDetailsInFront(m_detailsInFront && m_oneColumn);
}

void JournalPage::setDetailsInFront(bool on)
{
    m_detailsInFront = on;
    m_list->setVisible(!m_oneColumn || !on);
    m_pane->setVisible(!m_oneColumn || on);
    if (m_oneColumn && !on)
        m_list->setFocus(Qt::OtherFocusReason);
}

void JournalPage::showContent()
{
    m_stack->setCurrentWidget(m_model->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_content);
}

/// When the current entry went, its neighbour is shown.
void JournalPage::keepEntryCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && !m_model->row(current.row()).isHeading())
        return;
    moveBy(1);
    if (m_list->currentIndex() == current)
        moveBy(-1);
}

void JournalPage::newDay()
{
    m_list->viewport()->update(); // which heading says "today"
}

void JournalPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || m_model->row(current.row()).isHeading()) {
        m_details->show(RecordKind::Session, {});
        return;
    }
    const EntryRow &row = m_model->row(current.row());
    m_details->show(row.kind, row.id);
}

void JournalPage::select(const QUuid &id)
{
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model->index(row));
    // Once the list has its size.
    QTimer::singleShot(
        0, this, [this] { m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter); });
}

void JournalPage::moveBy(int step)
{
    for (int row = m_list->currentIndex().row() + step; row >= 0 && row < m_model->rowCount(); row += step) {
        if (m_model->row(row).isHeading())
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        return;
    }
}

void JournalPage::openCurrent()
{
    if (m_oneColumn)
        setDetailsInFront(true);
    else
        editCurrent();
}

void JournalPage::editCurrent()
{
    if (m_details->kind() == RecordKind::Session && !m_details->id().isNull())
        context().navigator.go(GoEditor{m_details->id(), false});
}

void JournalPage::deleteCurrent()
{
    const QUuid id = m_details->id();
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    const EntryRow entry = m_model->row(row);
    const QString name = entry.kind == RecordKind::Session ? tr("Session") : tr("Check-in");
    moveBy(row + 1 < m_model->rowCount() ? 1 : -1);
    if (const auto removed = context().workspace.journal().remove(entry.kind, id); !removed) {
        select(id);
        context().toast.tellError(removed.error().message);
        return;
    }
    setDetailsInFront(false);
    context().toast.tell(tr("%1 of %2 deleted").arg(name, dayText(entry.day, DayForm::Headline)),
                         QStringLiteral("trash"), context().undo);
}

} // namespace stillpoint::ui
