#include "ui/journal/journalpage.h"

#include "app/workspace/workspace.h"
#include "ui/journal/calendarpane.h"
#include "ui/journal/entrydelegate.h"
#include "ui/journal/entrydetails.h"
#include "ui/journal/entryfilterbar.h"
#include "ui/journal/entrylistmodel.h"
#include "ui/journal/trashsheet.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/texts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

namespace stillpoint::ui {

namespace {
constexpr int headerHeight = 64;
constexpr int calendarWidth = 304;
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
    , m_calendar(new CalendarPane(context, m_content))
    , m_calendarRule(makeRule(m_content, true))
    , m_popup(new QFrame(this, Qt::Popup))
    , m_listStack(new QStackedWidget(m_content))
    , m_nothingFits(new EmptyState(context.theme, QStringLiteral("search"), m_listStack))
    , m_list(new QListView(m_listStack))
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
    m_row = new QHBoxLayout(m_content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    auto *inPopup = new QVBoxLayout(m_popup);
    inPopup->setContentsMargins(1, 1, 1, 1);
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_row->addWidget(m_calendar);
    m_row->addWidget(m_calendarRule);
    m_list->setObjectName(QStringLiteral("entryList"));
    m_list->setAccessibleName(tr("Entries"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(context().theme, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_nothingFits->setObjectName(QStringLiteral("nothingFits"));
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_nothingFits);
    m_row->addWidget(m_listStack, 1);
    m_row->addWidget(makeRule(m_content, true));
    auto *around = new QVBoxLayout(m_pane);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_details);
    m_pane->setAttribute(Qt::WA_StyledBackground);
    m_pane->setProperty("pane", QStringLiteral("surface"));
    m_row->addWidget(m_pane);
}

void JournalPage::connectParts()
{
    Workspace &workspace = context().workspace;
    connect(m_empty, &EmptyState::acted, this, [this] { context().navigator.go(GoEditor{}); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &JournalPage::showCurrent);
    connect(m_filter, &EntryFilterBar::changed, this, [this] {
        m_model->setChoice(m_filter->choice());
        showContent();
        keepEntryCurrent();
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
    });
    connect(m_nothingFits, &EmptyState::acted, m_filter, &EntryFilterBar::clear);
    connect(m_calendar, &CalendarPane::dayChosen, this, &JournalPage::showDay);
    connect(m_calendar, &CalendarPane::monthTurned, this, &JournalPage::nameMonth);
    connect(m_calendar, &CalendarPane::trashWanted, this, &JournalPage::showTrash);
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
                if (m_details->emptyDay().isValid())
                    return;
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
    m_title = makeLabel(TextRole::Page, tr("Journal"), header);
    row->addWidget(m_title);
    row->addSpacing(theme.px(12));
    m_filter = new EntryFilterBar(context(), header);
    row->addWidget(m_filter);
    m_calendarButton =
        makeButton(theme, ButtonKind::Secondary, tr("Calendar"), header, QStringLiteral("calendar"));
    m_calendarButton->setObjectName(QStringLiteral("journalCalendar"));
    row->addWidget(m_calendarButton);
    connect(m_calendarButton, &QPushButton::clicked, this, &JournalPage::toggleCalendar);
    row->addStretch();
    m_checkIn = makeButton(theme, ButtonKind::Secondary, tr("Check in"), header, QStringLiteral("check-in"));
    m_checkIn->setObjectName(QStringLiteral("journalCheckIn"));
    m_log =
        makeButton(theme, ButtonKind::Primary, tr("Log a session"), header, QStringLiteral("session-add"));
    m_log->setObjectName(QStringLiteral("journalLog"));
    m_log->setAccessibleName(m_log->text());
    row->addWidget(m_checkIn);
    row->addWidget(m_log);
    connect(m_checkIn, &QPushButton::clicked, this, [this] {
        context().navigator.go(GoPage{PageId::Today, true});
    });
    connect(m_log, &QPushButton::clicked, this, [this] { context().navigator.go(GoEditor{}); });
    return header;
}

void JournalPage::bindKeys()
{
    Commands &commands = context().commands;
    commands.bind(Command::NextRow, this, [this] { moveBy(1); });
    commands.bind(Command::PreviousRow, this, [this] { moveBy(-1); });
    commands.bind(Command::OpenRow, m_list, [this] { openCurrent(); });
    commands.bind(Command::SearchHere, this, [this] { focusSearch(); });
    commands.bind(Command::EditEntry, this, [this] { editCurrent(); });
    for (QWidget *place : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_details)})
        commands.bind(Command::DeleteEntry, place, [this] { deleteCurrent(); });
    auto *back = new QShortcut(Qt::Key_Escape, m_pane);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, [this] { setDetailsInFront(false); });
}

void JournalPage::arrive(const Destination &destination)
{
    if (const auto *record = std::get_if<GoRecord>(&destination)) {
        select(record->id);
        setDetailsInFront(m_oneColumn);
    } else if (m_details->id().isNull()) {
        moveBy(1);
    }
    frontPane()->setFocus(Qt::OtherFocusReason);
}

QWidget *JournalPage::frontPane() const
{
    return m_detailsInFront ? static_cast<QWidget *>(m_details) : m_list;
}

QList<QWidget *> JournalPage::panes()
{
    return {m_calendar, m_list, m_details};
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
    // The rail names the page and Today has the check-in; search and filters have no other place.
    m_title->setVisible(!m_oneColumn);
    m_checkIn->setVisible(!m_oneColumn);
    m_log->setText(m_oneColumn ? tr("Log") : tr("Log a session"));
    const bool aside = effective < narrowBelow;
    m_isTight = effective < tightBelow;
    m_filter->setNarrow(aside, m_isTight);
    nameMonth();
    m_calendarButton->setVisible(aside);
    m_calendarRule->setVisible(!aside);
    m_calendar->setFixedWidth(theme.px(calendarWidth));
    if (aside != (m_calendar->parentWidget() == m_popup)) {
        if (aside)
            m_popup->layout()->addWidget(m_calendar);
        else
            m_row->insertWidget(0, m_calendar);
        m_calendar->setVisible(true);
    }
}

void JournalPage::nameMonth()
{
    m_calendarButton->setText(m_isTight ? QString() : m_calendar->shortMonthShown());
    m_calendarButton->setAccessibleName(tr("Calendar, %1").arg(m_calendar->monthShown()));
}

void JournalPage::toggleCalendar()
{
    m_popup->adjustSize();
    m_popup->move(m_calendarButton->mapToGlobal(QPoint(0, m_calendarButton->height() + 4)));
    m_popup->show();
    m_calendar->setFocus(Qt::PopupFocusReason);
}

/// The day, or the next older one with an entry and what can be added to the day.
void JournalPage::showDay(const QDate &day)
{
    m_popup->hide();
    if (const int row = m_model->rowOfDay(day); row >= 0)
        m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtTop);
    const bool isOpen = m_filter->choice().isEmpty() && day <= context().workspace.journal().today();
    if (!selectFirstOf(day) && isOpen)
        showEmptyDay(day);
}

/// The newest entry of a day; false when it has none.
bool JournalPage::selectFirstOf(const QDate &day)
{
    const int heading = m_model->rowOfDay(day);
    const int row = heading + 1;
    if (heading < 0 || m_model->row(heading).day != day || row >= m_model->rowCount() ||
        m_model->row(row).isHeading())
        return false;
    m_list->setCurrentIndex(m_model->index(row));
    return true;
}

void JournalPage::showEmptyDay(const QDate &day)
{
    m_list->setCurrentIndex({});
    m_details->showEmptyDay(day);
    if (m_oneColumn)
        setDetailsInFront(true);
}

void JournalPage::showTrash()
{
    m_popup->hide();
    auto *sheet = new TrashSheet(context(), window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

bool JournalPage::focusSearch()
{
    m_filter->focusSearch();
    return true;
}

void JournalPage::setDetailsInFront(bool on)
{
    const bool changed = std::exchange(m_detailsInFront, on) != on;
    m_pane->setVisible(!m_oneColumn || on);
    m_listStack->setVisible(!m_oneColumn || !on);
    if (m_oneColumn && changed)
        frontPane()->setFocus(Qt::OtherFocusReason);
}

void JournalPage::showContent()
{
    const bool none = m_model->rowCount() == 0;
    const bool filtered = !m_filter->choice().isEmpty();
    const bool empty = none && !filtered && context().workspace.journal().trash().isEmpty();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_content);
    if (filtered)
        m_nothingFits->setTexts(tr("No entry fits"),
                                tr("No session and no check-in has all that is asked for."),
                                tr("Show all entries"));
    else
        m_nothingFits->setTexts(
            tr("No entries"), tr("What was deleted can be brought back: Recently deleted, in the calendar."));
    m_listStack->setCurrentWidget(none ? static_cast<QWidget *>(m_nothingFits) : m_list);
}

/// When the current entry went, its neighbour is shown.
void JournalPage::keepEntryCurrent()
{
    const QDate empty = m_details->emptyDay();
    if (empty.isValid() && m_filter->choice().isEmpty()) {
        if (!selectFirstOf(empty))
            m_details->refreshEmptyDay();
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && !m_model->row(current.row()).isHeading())
        return;
    moveBy(1);
    if (m_list->currentIndex() == current)
        moveBy(-1);
    if (empty.isValid() && !m_list->currentIndex().isValid())
        showCurrent();
}

void JournalPage::newDay()
{
    m_list->viewport()->update(); // which heading says "today"
    m_calendar->newDay();
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
    m_calendar->setDay(row.day);
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
    const QUuid id = m_details->id();
    if (id.isNull())
        return;
    if (m_details->kind() == RecordKind::Session)
        context().navigator.go(GoEditor{id, false});
    else
        context().navigator.go(GoCheckIn{id});
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
