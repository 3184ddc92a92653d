#include "ui/shell/mainwindow.h"

#include "app/journal/followups.h"
#include "app/journal/sentences.h"
#include "app/workspace/workspace.h"
#include "ui/shell/aboutsheet.h"
#include "ui/shell/commands.h"
#include "ui/shell/focusring.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/manual.h"
#include "ui/shell/rail.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/texts.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>

namespace stillpoint::ui {

namespace {
constexpr QSize smallest(720, 560);
constexpr QSizeF leastForText(448, 350); ///< at 100 %, beside the rail and the margins
constexpr QSize besideText(128, 0);
constexpr QSize usual(1360, 860);
constexpr int narrow = 820;
constexpr int refreshMs = 1000;

template<class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template<class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

/// What takes the focus in a pane: the pane if it can, else the first that Tab would come to in it.
QWidget *firstControl(QWidget *pane)
{
    if (pane->focusPolicy() != Qt::NoFocus || pane->focusProxy())
        return pane;
    for (QWidget *next = pane->nextInFocusChain(); next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isVisible() &&
            next->isEnabled())
            return next;
    }
    return pane;
}

} // namespace

MainWindow::MainWindow(const Services &services, WindowParts parts)
    : m_services(services)
    , m_parts(std::move(parts))
    , m_rail(new Rail(services.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_toast(new Toast(services.theme, this))
    , m_context{services.workspace, services.navigator, services.theme,    services.prompts,
                *m_toast,           services.commands,  [this] { undo(); }}
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Stillpoint"));
    setMinimumSize(smallest);
    resize(usual);
    auto *middle = new QWidget(this);
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    setCentralWidget(middle);
    new FocusRing(services.theme, this);
    bindCommands();
    restoreGeometryIfOnScreen();
    connect(m_rail, &Rail::chosen, &services.navigator,
            [this](PageId id) { m_services.navigator.go(GoPage{id}); });
    connect(&services.theme, &Theme::changed, this, &MainWindow::arrangeRail);
    connect(&services.navigator, &Navigator::requested, this, &MainWindow::go);
    connect(&services.workspace.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::SingleKeys)
            m_services.commands.setSingleKeysOn(m_services.workspace.settings().isOn(Setting::SingleKeys));
    });
    services.commands.setSingleKeysOn(services.workspace.settings().isOn(Setting::SingleKeys));
    setEnabled(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::begin()
{
    setEnabled(true);
    m_day = m_services.workspace.journal().today();
    showDue();
    connect(&m_services.workspace.journal(), &Journal::changed, &m_whole, [this] {
        showDue();
        if (m_current == PageId::FirstRun && !m_services.workspace.journal().isEmpty())
            showPage(PageId::Today, GoPage{});
    });
    auto *refresh = new QTimer(this);
    connect(refresh, &QTimer::timeout, this, &MainWindow::refresh);
    refresh->start(refreshMs);
}

void MainWindow::showDue()
{
    const Moment now = m_services.workspace.clock().now();
    m_rail->setDue(static_cast<int>(dueFollowUps(m_services.workspace.journal(), now).size()));
}

/// What happens without the person: another program wrote, a day began, a follow-up became due.
void MainWindow::refresh()
{
    Journal &journal = m_services.workspace.journal();
    const auto done = journal.refresh();
    const QString trouble = done ? QString() : done.error().message;
    if (trouble != std::exchange(m_trouble, trouble) && !trouble.isEmpty())
        m_toast->tellError(trouble); // once, not every second
    showDue();
    if (m_day == journal.today())
        return;
    m_day = journal.today();
    for (Page *page : std::as_const(m_pages))
        page->newDay();
}

Page *MainWindow::currentPage() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::bindCommands()
{
    Commands &commands = m_services.commands;
    const auto bind = [&](Command command, std::function<void()> run) {
        m_actions.append(commands.bind(command, this, std::move(run)));
    };
    // Through the navigator, so that an open sheet learns of it and closes.
    const auto bindWay = [&](Command command, const Destination &to) {
        bind(command, [this, to] { m_services.navigator.go(to); });
    };
    bindWay(Command::GoToday, GoPage{PageId::Today});
    bindWay(Command::GoLibrary, GoPage{PageId::Library});
    bindWay(Command::GoJournal, GoPage{PageId::Journal});
    bindWay(Command::GoInsights, GoPage{PageId::Insights});
    bindWay(Command::GoSettings, GoPage{PageId::Settings});
    bindWay(Command::LogSession, GoEditor{});
    bindWay(Command::SameAsLast, GoEditor{{}, true});
    bindWay(Command::CheckIn, GoPage{PageId::Today, true});
    bind(Command::Undo, [this] { undo(); });
    bind(Command::Redo, [this] { redo(); });
    bind(Command::SearchAll, [this] { searchAll(); });
    bind(Command::NextPane, [this] { nextPane(); });
    bind(Command::ShowKeys, [this] { KeySheet(m_services.theme, this).exec(); });
    bind(Command::Manual, [this] { openManual(m_context, this); });
    bind(Command::About, [this] { AboutSheet(m_services.theme, this).exec(); });
    bind(Command::Quit, [this] { close(); });
}

PageId MainWindow::resolved(PageId id) const
{
    const bool nothingYet =
        m_services.workspace.journal().isEmpty() && m_services.workspace.places().isEmpty();
    return id == PageId::Today && nothingYet && !m_firstRunLeft ? PageId::FirstRun : id;
}

Page *MainWindow::page(PageId id)
{
    Page *&made = m_pages[id];
    if (!made) {
        made = m_parts.makePage(id, m_context, m_stack);
        // Laid out once, for the size that it will have.
        made->resize(width() - m_rail->width(), height());
        m_stack->addWidget(made);
    }
    return made;
}

void MainWindow::showPage(PageId id, const Destination &destination)
{
    m_current = resolved(id);
    Page *shown = page(m_current);
    m_stack->setCurrentWidget(shown);
    m_rail->setCurrent(m_current);
    shown->arrive(destination);
    // Keys act on the page that is seen, not on the rail that led to it.
    // (The window's own focus: it may not be the active one yet.)
    const QWidget *focused = focusWidget();
    if (!focused || !shown->isAncestorOf(focused))
        shown->setFocus(Qt::OtherFocusReason);
}

void MainWindow::go(const Destination &destination)
{
    std::visit(Overloaded{
                   [&](const GoPage &to) {
                       if (to.toRate || (m_current == PageId::FirstRun && to.page == PageId::Today))
                           m_firstRunLeft = true;
                       showPage(to.page, destination);
                   },
                   [&](const GoArticle &) { showPage(PageId::Library, destination); },
                   [&](const GoRecord &) { showPage(PageId::Journal, destination); },
                   [&](const GoEditor &to) { m_parts.openEditor(to, m_context, this); },
                   [&](const GoCheckIn &to) { m_parts.openCheckIn(to, m_context, this); },
               },
               destination);
}

void MainWindow::undo()
{
    if (const auto done = m_services.workspace.journal().undo())
        tellUndo(*done, false);
    else
        m_toast->tell(done.error().message, QStringLiteral("undo"));
}

void MainWindow::redo()
{
    if (const auto done = m_services.workspace.journal().redo())
        tellUndo(*done, true);
    else
        m_toast->tell(done.error().message, QStringLiteral("redo"));
}

void MainWindow::tellUndo(const UndoOutcome &outcome, bool redone)
{
    const QString text = sentenceFor(outcome, redone, m_services.workspace.journal().vocabulary(),
                                     [](const When &when) { return whenText(when, DayForm::Headline); });
    if (redone)
        m_toast->tell(text, QStringLiteral("redo"), m_context.undo);
    else
        m_toast->tellUndone(text, [this] { redo(); });
}

void MainWindow::searchAll()
{
    if (currentPage() && currentPage()->focusSearch())
        return;
    go(GoPage{PageId::Library});
    currentPage()->focusSearch();
}

void MainWindow::nextPane()
{
    QList<QWidget *> panes{m_rail};
    if (currentPage())
        panes += currentPage()->panes();
    const QWidget *focused = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused && (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused)))
            at = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget *next = panes.at((at + step) % panes.size());
        if (!next->isVisible())
            continue;
        firstControl(next)->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!m_painted)
        QTimer::singleShot(0, this, &MainWindow::painted);
    m_painted = true;
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    arrangeRail();
    QMainWindow::resizeEvent(event);
}

void MainWindow::arrangeRail()
{
    // Larger text needs a larger window; the screen is the limit.
    const qreal scale = m_services.theme.textScale();
    const QSize wanted = (leastForText * scale).toSize() + besideText;
    setMinimumSize(wanted.boundedTo(screen()->availableSize()).expandedTo(smallest));
    m_rail->setCompact(width() / scale < narrow);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_services.navigator.mayLeave()) {
        event->ignore();
        return;
    }
    // A size that cannot be remembered is no reason to keep a window open.
    Settings &settings = m_services.workspace.settings();
    (void)settings.set(Setting::WindowGeometry, saveGeometry());
    (void)settings.set(Setting::LeftInLibrary, m_current == PageId::Library);
    QMainWindow::closeEvent(event);
}

/// Every key passes here before it is a shortcut, so that Alt+Left does not count as Alt.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        m_altAlone = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt;
        m_menuShown = menuWidget() && menuWidget()->isVisible();
    }
    return QMainWindow::event(event);
}

void MainWindow::keyReleaseEvent(QKeyEvent *event)
{
    // Some platforms count the key that goes up among the modifiers.
    const bool bare = (event->modifiers() & ~Qt::AltModifier) == Qt::NoModifier;
    if (event->key() != Qt::Key_Alt || !std::exchange(m_altAlone, false) || !bare)
        QMainWindow::keyReleaseEvent(event);
    else if (m_menuShown)
        leaveMenuBar();
    else
        showMenuBar();
}

void MainWindow::showMenuBar()
{
    fillMenuBar();
    m_beforeMenu = focusWidget();
    menuBar()->show();
    // Opens the first menu. The bar has the focus only from Esc on, and then Qt gives it back as we do.
    menuBar()->setActiveAction(menuBar()->actions().first());
}

void MainWindow::leaveMenuBar()
{
    if (menuBar()->hasFocus() && m_beforeMenu)
        m_beforeMenu->setFocus(Qt::MenuBarFocusReason);
    menuBar()->hide();
}

/// Only when it is wanted: making the bar loads what Qt has for reading pictures, which would delay every
/// start.
void MainWindow::fillMenuBar()
{
    if (!menuBar()->actions().isEmpty())
        return;
    QMenuBar *bar = menuBar();
    bar->hide();
    bar->setProperty("ownFocus", true); // the entry that one is at shows it
    connect(qApp, &QApplication::focusChanged, bar, [bar](QWidget *, const QWidget *now) {
        if (now && now != bar && !qobject_cast<const QMenu *>(now))
            bar->hide();
    });
    QMenu *pages = bar->addMenu(tr("&Go"));
    QMenu *edit = bar->addMenu(tr("&Edit"));
    QMenu *help = bar->addMenu(tr("&Help"));
    for (const QMenu *menu : {pages, edit, help}) {
        const auto hideUnused = [bar] {
            if (!bar->activeAction() && !bar->hasFocus())
                bar->hide();
        };
        // Only then is it known whether the bar goes on with another menu.
        connect(menu, &QMenu::aboutToHide, bar, hideUnused, Qt::QueuedConnection);
    }
    for (QAction *action : std::as_const(m_actions)) {
        const QString id = action->objectName();
        if (id.startsWith(QLatin1String("go.")) || id == QLatin1String("quit"))
            pages->addAction(action);
        else if (id.startsWith(QLatin1String("help.")))
            help->addAction(action);
        else
            edit->addAction(action);
    }
}

void MainWindow::restoreGeometryIfOnScreen()
{
    const QByteArray saved = m_services.workspace.settings().value(Setting::WindowGeometry).toByteArray();
    if (saved.isEmpty() || !restoreGeometry(saved))
        return;
    for (const QScreen *screen : QGuiApplication::screens()) {
        if (screen->availableGeometry().intersects(geometry()))
            return;
    }
    resize(usual);
    if (const QScreen *screen = QGuiApplication::primaryScreen())
        move(screen->availableGeometry().center() - rect().center());
}

} // namespace stillpoint::ui
