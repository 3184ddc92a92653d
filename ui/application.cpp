#include "ui/application.h"

#include "app/base/identifiers.h"
#include "app/journal/backups.h"
#include "app/workspace/workspace.h"
#include "ui/pages.h"
#include "ui/shell/prompts.h"
#include "ui/shell/toast.h"
#include "ui/shell/whenready.h"

#include <QFileInfo>
#include <QtConcurrentRun>
#include <QTimer>

namespace stillpoint::ui {

namespace {
constexpr int settlePollMs = 50;
constexpr int backupAfterMs = 10'000; ///< nobody waits for it
constexpr int settleLimitMs = 30'000;
constexpr int paintMs = 250; ///< for the page engine, whose last frame comes after it says "loaded"
} // namespace

Application::Application(StartOptions options, const Clock &clock, Prompts &prompts)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_prompts(prompts)
{
}

Application::~Application()
{
    // Pages use theme, commands and workspace to their end.
    m_window.reset();
}

Result<void> Application::start()
{
    auto workspace = Workspace::prepare({m_options.paths(), !m_options.screenshot.isEmpty()}, m_clock);
    if (!workspace) {
        m_theme.setChoice(m_options.theme.value_or(ThemeChoice::System));
        m_theme.apply(); // for the window that says so
        return tl::unexpected<Error>(workspace.error());
    }
    m_workspace = std::move(*workspace);
    Settings &settings = m_workspace->settings();
    m_theme.setChoice(m_options.theme.value_or(themeChoiceFromText(settings.text(Setting::Theme))));
    m_theme.setTextScale(settings.number(Setting::TextScale));
    m_theme.apply();
    connect(&settings, &Settings::changed, this, [this, &settings](Setting setting) {
        if (setting != Setting::Theme && setting != Setting::TextScale)
            return;
        m_theme.setChoice(themeChoiceFromText(settings.text(Setting::Theme)));
        m_theme.setTextScale(settings.number(Setting::TextScale));
        m_theme.apply();
    });
    showWindow();
    return {};
}

void Application::showWindow()
{
    m_window = std::make_unique<MainWindow>(
        MainWindow::Services{*m_workspace, m_navigator, m_theme, m_prompts, m_commands}, windowParts());
    if (m_options.size.isValid())
        m_window->resize(m_options.size);
    // The frame is on the screen before the first page is made.
    connect(m_window.get(), &MainWindow::painted, this, &Application::openJournal, Qt::SingleShotConnection);
    m_window->show();
}

void Application::openJournal()
{
    m_workspace->openJournalLater([this](const Result<void> &opened) {
        if (!opened) {
            Q_EMIT failed(opened.error());
            return;
        }
        m_window->begin();
        goToStart();
        if (!m_workspace->journal().isReadOnly())
            QTimer::singleShot(backupAfterMs, this, &Application::backUp);
    });
}

/// Once a day, beside whatever the person does.
void Application::backUp()
{
    const AppPaths paths = m_workspace->paths();
    const auto made =
        QtConcurrent::run(createDailyBackup, paths.journalFile(), paths.backupsFolder(), m_clock.now().utcMs);
    whenReady(made, this, [this](const Result<std::optional<Backup>> &done) {
        if (!done)
            m_window->toast().tellError(done.error().message);
    });
}

void Application::goToStart()
{
    if (m_workspace->journal().isReadOnly() && m_options.screenshot.isEmpty())
        m_window->toast().tellError(tr(
            "The data folder cannot be written. Everything can be read; nothing can be added or changed."));
    const bool reading = m_workspace->settings().isOn(Setting::LeftInLibrary);
    m_window->go(GoPage{m_options.page.value_or(reading ? PageId::Library : PageId::Today)});
    if (!m_options.open.isEmpty()) {
        if (const auto article = articleToOpen())
            m_window->go(GoArticle{*article});
        else
            m_window->toast().tellError(
                tr("There is no article “%1” in the library. Add its folder first.").arg(m_options.open));
    }
    if (!m_options.select.isNull()) {
        const bool session = m_workspace->journal().find<Session>(m_options.select).has_value();
        m_window->go(GoRecord{session ? RecordKind::Session : RecordKind::CheckIn, m_options.select});
    }
    if (m_options.editor)
        m_window->go(GoEditor{});
}

std::optional<QUuid> Application::articleToOpen()
{
    const auto library = m_workspace->library();
    if (!library)
        return std::nullopt;
    if (const QUuid id = idFromText(m_options.open); !id.isNull() && (*library)->article(id))
        return id;
    const auto article = (*library)->articleAt(QFileInfo(m_options.open).canonicalFilePath());
    return article ? std::make_optional(article->id) : std::nullopt;
}

void Application::bringToFront()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Application::takeScreenshot(const std::function<void(bool)> &done)
{
    auto *poll = new QTimer(this);
    connect(poll, &QTimer::timeout, this, [this, poll, done, waited = 0]() mutable {
        waited += settlePollMs;
        const bool settled = m_window->currentPage() && m_window->currentPage()->isSettled();
        if (!settled && waited < settleLimitMs)
            return;
        poll->stop();
        QTimer::singleShot(paintMs, this,
                           [this, done] { done(m_window->grab().save(m_options.screenshot, "PNG")); });
    });
    poll->start(settlePollMs);
}

} // namespace stillpoint::ui
