#include "ui/library/importrunner.h"

#include "app/workspace/workspace.h"
#include "ui/library/reportsheet.h"
#include "ui/shell/prompts.h"
#include "ui/shell/toast.h"

#include <QEvent>
#include <QFileInfo>

namespace stillpoint::ui {

namespace {

constexpr int patienceMs = 400;
constexpr int lookEveryMs = 3000; // at most, for coming back to the window

} // namespace

ImportRunner::ImportRunner(const ShellContext &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
    , m_watch(this)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ImportRunner::rescan);
    m_lookLater.setSingleShot(true);
    connect(&m_lookLater, &QTimer::timeout, this, &ImportRunner::catchUp);
    connect(&m_watch, &FolderWatch::changed, this, [this] { start(true); });
    const auto tell = [this] {
        if (m_running && !m_patience.isActive())
            Q_EMIT progressed(m_watcher.progressValue(), m_watcher.progressMaximum());
    };
    connect(&m_patience, &QTimer::timeout, this, tell);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, tell);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ImportRunner::report);
    page->window()->installEventFilter(this);
}

void ImportRunner::addFolder()
{
    if (const auto folder = m_context.prompts.chooseFolder(m_page->window(), tr("Add a folder of articles")))
        add({*folder});
}

void ImportRunner::addFiles()
{
    add(m_context.prompts.chooseFiles(m_page->window(), tr("Add single articles"),
                                      tr("Markdown files (*.md *.markdown *.mdx)")));
}

void ImportRunner::add(const QStringList &paths)
{
    bool added = false;
    for (const QString &path : paths) {
        const Result<void> result = m_context.workspace.addPlace(path);
        if (result)
            added = true;
        else
            m_context.toast.tellError(result.error().message);
    }
    if (added)
        rescan();
}

void ImportRunner::rescanSoon()
{
    m_soon.start();
}

void ImportRunner::catchUp()
{
    const Result<Library *> library = m_context.workspace.library();
    if (!library || m_context.workspace.journal().isReadOnly())
        return;
    if ((*library)->articles().isEmpty() && m_context.workspace.places().isEmpty())
        return;
    start(true);
}

/// Who comes back to the window may have written in files meanwhile, which no folder tells.
bool ImportRunner::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowUnblocked)
        m_comesFromDialog = true;
    const bool comesBack =
        event->type() == QEvent::WindowActivate && !std::exchange(m_comesFromDialog, false);
    if (comesBack && m_sinceLook.isValid() && !m_lookLater.isActive())
        m_lookLater.start(int(qMax<qint64>(0, lookEveryMs - m_sinceLook.elapsed())));
    return QObject::eventFilter(watched, event);
}

void ImportRunner::setOpen(const QUuid &article)
{
    m_open = article;
    watchOpen();
}

void ImportRunner::watchOpen()
{
    const Result<Library *> library = m_context.workspace.library();
    const auto article = library ? (*library)->article(m_open) : std::nullopt;
    m_watch.setFile(article && !m_context.workspace.journal().isReadOnly() ? article->file : QString());
}

void ImportRunner::rescan()
{
    start(false);
}

void ImportRunner::start(bool quiet)
{
    m_soon.stop();
    if (isRunning()) {
        m_again = quiet && m_again.value_or(true);
        return;
    }
    const auto started = m_context.workspace.rescan();
    if (!started) {
        tellFailure(started.error(), quiet);
        return;
    }
    m_quiet = quiet;
    m_sinceLook.start();
    m_lookLater.stop();
    m_patience.start();
    m_running = true; // not as the watcher has it: one that is over must not go before it was reported
    m_watcher.setFuture(*started);
}

/// The folders in which articles were found, and those that the person added.
void ImportRunner::watch()
{
    const Result<Library *> library = m_context.workspace.library();
    if (!library || m_context.workspace.journal().isReadOnly())
        return;
    QSet<QString> folders;
    for (const Article &article : (*library)->articles()) {
        if (!article.missing)
            folders.insert(QFileInfo(article.file).path());
    }
    for (const Place &place : m_context.workspace.places()) {
        if (QFileInfo(place.path).isDir())
            folders.insert(place.path);
    }
    m_watch.setFolders(folders);
    watchOpen();
}

void ImportRunner::stop()
{
    m_again.reset();
    m_watcher.cancel();
}

void ImportRunner::showReport()
{
    const Result<Library *> library = m_context.workspace.library();
    if (!library)
        return;
    auto *sheet = new ReportSheet(m_context.theme, (*library)->articles(), m_last, m_page->window());
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ReportSheet::openWanted, this,
            [this](const QUuid &article) { m_context.navigator.go(GoArticle{article}); });
    sheet->open();
}

/// Quietly: another program looks at the files already, and what was said before is not said again.
void ImportRunner::tellFailure(const Error &error, bool quiet)
{
    const bool known = std::exchange(m_failure, error.message) == error.message;
    if (!quiet || (error.code != ErrorCode::Busy && !known))
        m_context.toast.tellError(error.message);
}

void ImportRunner::report()
{
    m_patience.stop();
    m_running = false;
    const QFuture<Result<ImportReport>> future = m_watcher.future();
    const Result<ImportReport> result =
        future.resultCount() > 0 ? future.result() : failure(ErrorCode::Cancelled, {});
    if (result && !result->cancelled) {
        m_failure.clear();
        const bool isNews = !m_quiet || result->added + result->updated + result->removed > 0;
        if (isNews || !m_last)
            m_last = *result;
        if (isNews)
            m_context.toast.tell(reportSummary(*result), QStringLiteral("library"));
        watch();
    } else if (result || result.error().code == ErrorCode::Cancelled) {
        m_context.toast.tell(tr("Stopped; the library is as it was before"), QStringLiteral("info"));
    } else {
        tellFailure(result.error(), m_quiet);
    }
    Q_EMIT finished();
    if (const auto quiet = std::exchange(m_again, std::nullopt))
        start(*quiet);
}

} // namespace stillpoint::ui
