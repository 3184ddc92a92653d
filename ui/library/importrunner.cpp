#include "ui/library/importrunner.h"

#include "app/workspace/workspace.h"
#include "ui/library/filterparts.h"
#include "ui/shell/prompts.h"
#include "ui/shell/toast.h"

namespace stillpoint::ui {

namespace {

constexpr int patienceMs = 400;

QString summary(const ImportReport &report)
{
    QStringList parts;
    if (report.added > 0)
        parts << ImportRunner::tr("%1 added").arg(articlesText(report.added));
    if (report.updated > 0)
        parts << ImportRunner::tr("%n updated", nullptr, report.updated);
    if (report.removed > 0)
        parts << ImportRunner::tr("%n removed", nullptr, report.removed);
    if (parts.isEmpty())
        return ImportRunner::tr("No article has changed");
    return parts.join(QStringLiteral(", "));
}

} // namespace

ImportRunner::ImportRunner(const ShellContext &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ImportRunner::rescan);
    const auto tell = [this] {
        if (m_watcher.isRunning() && !m_patience.isActive())
            Q_EMIT progressed(m_watcher.progressValue(), m_watcher.progressMaximum());
    };
    connect(&m_patience, &QTimer::timeout, this, tell);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, tell);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ImportRunner::report);
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
    QSet<QUuid> read;
    for (const Article &article : (*library)->articles())
        read.insert(article.place);
    QSet<QUuid> wanted;
    for (const Place &place : m_context.workspace.places())
        wanted.insert(place.id);
    if (read != wanted)
        rescan();
}

void ImportRunner::rescan()
{
    m_soon.stop();
    if (isRunning()) {
        m_again = true;
        return;
    }
    const auto started = m_context.workspace.rescan();
    if (!started) {
        m_context.toast.tellError(started.error().message);
        return;
    }
    m_patience.start();
    m_watcher.setFuture(*started);
}

void ImportRunner::stop()
{
    m_again = false;
    m_watcher.cancel();
}

void ImportRunner::report()
{
    m_patience.stop();
    const QFuture<Result<ImportReport>> future = m_watcher.future();
    const Result<ImportReport> result =
        future.resultCount() > 0 ? future.result() : failure(ErrorCode::Cancelled, {});
    if (result && !result->cancelled)
        m_context.toast.tell(summary(*result), QStringLiteral("library"));
    else if (result || result.error().code == ErrorCode::Cancelled)
        m_context.toast.tell(tr("Stopped; the library is as it was before"), QStringLiteral("info"));
    else
        m_context.toast.tellError(result.error().message);
    Q_EMIT finished();
    if (std::exchange(m_again, false))
        rescan();
}

} // namespace stillpoint::ui
