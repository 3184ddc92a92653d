#include "app/library/importer.h"

#include "app/library/identity.h"
#include "app/library/indexstore.h"
#include "app/library/renderpool.h"
#include "app/library/walker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLockFile>

namespace stillpoint {

namespace {

constexpr int cancelPollMs = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

/// Where an article of a place lay; a place may be the file itself.
QString fileOf(const QString &placePath, const QString &path)
{
    return isArticleFile(placePath) ? placePath : placePath + QLatin1Char('/') + path;
}

/// A file that will be in the catalogue.
struct Kept
{
    IndexedArticle indexed;
    bool isChanged = false; ///< its bytes were read anew and differ
};

/// One run: the state that the steps hand on.
class Run
{
public:
    Run(const ImportRequest &request, QPromise<Result<ImportReport>> &promise)
        : m_request(request)
        , m_promise(promise)
    {
    }

    Result<ImportReport> run();
    QList<Article> articles;

private:
    Result<void> load();
    Result<void> renderAll();
    Result<void> take(RenderPool::Done &&done);
    void nameAll();
    Result<void> readAsChosen();
    Result<void> replace(Kept &kept, ImportedFile &file);
    void keepMissing();
    Result<void> write();
    bool isCancelled() const { return m_promise.isCanceled(); }
    void advance() { m_promise.setProgressValue(++m_progress); }

    const ImportRequest &m_request;
    QPromise<Result<ImportReport>> &m_promise;
    ImportReport m_report;
    std::optional<IndexStore> m_store;
    QList<IndexedArticle> m_onDisk;
    QList<IndexedArticle> m_old; ///< the same in the places that there are now
    FoundFiles m_found;
    QList<ImportJob> m_jobs;
    QList<qsizetype> m_oldOfJob; ///< index into m_old of the article at the job's path, or -1
    QList<Kept> m_kept;
    int m_progress = 0;
};

/// Reads the old catalogue, finds the files and sorts out those that look as they did.
Result<void> Run::load()
{
    auto store = IndexStore::open(m_request.indexFile, IndexStore::Mode::ReadWrite);
    if (!store)
        return tl::unexpected<Error>(store.error());
    m_store.emplace(std::move(*store));
    auto listed = m_store->articles();
    if (!listed)
        return tl::unexpected<Error>(listed.error());
    m_onDisk = std::move(*listed);
    m_old = m_onDisk;
    m_found = findFiles(m_request.places, [this] { return isCancelled(); });
    m_report.issues = m_found.issues;
    m_promise.setProgressRange(0, int(m_found.files.size()));

    QHash<QString, qsizetype> byFile;
    for (qsizetype i = 0; i < m_old.size(); ++i)
        byFile.insert(m_old.at(i).article.file, i);
    for (const FoundFile &found : std::as_const(m_found.files)) {
        const qsizetype index = byFile.value(found.file, -1);
        if (index < 0) {
            m_jobs.append({found, {}, {}});
            m_oldOfJob.append(-1);
            continue;
        }
        // A place that absorbed another gives its articles another place and path, but they are the same.
        if (m_old.at(index).article.place != found.place || m_old.at(index).article.path != found.path) {
            m_old[index].article.place = found.place;
            m_old[index].article.path = found.path;
        }
        const IndexedArticle &old = m_old.at(index);
        if (old.size == found.size && old.article.fileMs == found.modifiedMs) {
            m_kept.append({old, false});
            m_kept.last().indexed.article.missing = false;
            advance();
        } else {
            m_jobs.append({found, old.article.hash, old.article.encoding});
            m_oldOfJob.append(index);
        }
    }
    return {};
}

Result<void> Run::renderAll()
{
    RenderPool pool(m_jobs, m_request.renderProgram);
    for (qsizetype left = m_jobs.size(); left > 0 && !isCancelled();) {
        for (RenderPool::Done &done : pool.take(cancelPollMs)) {
            --left;
            if (auto taken = take(std::move(done)); !taken)
                return taken;
            advance();
        }
    }
    return {};
}

Result<void> Run::take(RenderPool::Done &&done)
{
    if (!done.file)
        return tl::unexpected<Error>(done.file.error());
    ImportedFile &file = *done.file;
    m_report.issues.append(file.issues);
    if (file.outcome == ImportedFile::Outcome::Refused) {
        ++m_report.skipped;
        return {};
    }
    Kept kept{file.indexed, true};
    if (file.outcome == ImportedFile::Outcome::Touched) {
        kept = {m_old.at(m_oldOfJob.at(done.job)), false};
        kept.indexed.article.fileMs = file.indexed.article.fileMs;
        kept.indexed.article.missing = false;
        kept.indexed.size = file.indexed.size;
    } else {
        const auto row = m_store->addText(file.indexed.article, file.body);
        if (!row)
            return tl::unexpected<Error>(row.error());
        kept.indexed.row = *row;
    }
    m_kept.append(std::move(kept));
    return {};
}

/// Gives every kept article its id (formats.md §6) and counts.
void Run::nameAll()
{
    if (m_jobs.isEmpty()) { // every file lies where it lay, so each is the only one at its path
        m_report.unchanged = int(m_kept.size());
        return;
    }
    QList<FileIdentity> files;
    for (const Kept &kept : std::as_const(m_kept)) {
        const Article &article = kept.indexed.article;
        files.append({article.place, article.path, article.frontMatterId, article.hash, article.title});
    }
    QList<ArticleAnchor> known;
    QSet<QUuid> listed;
    for (const IndexedArticle &old : std::as_const(m_old)) {
        const Article &article = old.article;
        known.append(
            {article.id, article.place, article.path, article.frontMatterId, article.hash, article.title});
        listed.insert(article.id);
    }
    for (const ArticleAnchor &anchor : m_request.anchors) {
        if (!listed.contains(anchor.id))
            known.append(anchor);
    }
    const QList<QUuid> ids = identify(files, known);
    for (qsizetype i = 0; i < m_kept.size(); ++i) {
        m_kept[i].indexed.article.id = ids.at(i);
        const bool isKnown = listed.contains(ids.at(i));
        int &count = !isKnown                 ? m_report.added
                     : m_kept.at(i).isChanged ? m_report.updated
                                              : m_report.unchanged;
        ++count;
    }
}

/// Reads again what was read in another encoding than the one its person chose. Only now it is known which
/// file is whose; few are concerned.
Result<void> Run::readAsChosen()
{
    QHash<QUuid, QString> chosen;
    for (const ArticleAnchor &anchor : m_request.anchors)
        chosen.insert(anchor.id, anchor.encoding);
    QHash<QString, FoundFile> files;
    QList<ImportJob> jobs;
    QList<qsizetype> keptOfJob;
    for (qsizetype i = 0; i < m_kept.size(); ++i) {
        const Article &article = m_kept.at(i).indexed.article;
        const QString encoding = chosen.value(article.id);
        if (encoding == article.encoding)
            continue;
        if (files.isEmpty()) {
            for (const FoundFile &found : std::as_const(m_found.files))
                files.insert(found.file, found);
        }
        jobs.append({files.value(article.file), {}, encoding});
        keptOfJob.append(i);
    }
    if (jobs.isEmpty())
        return {};
    RenderPool pool(jobs, m_request.renderProgram);
    for (qsizetype left = jobs.size(); left > 0 && !isCancelled();) {
        for (RenderPool::Done &done : pool.take(cancelPollMs)) {
            --left;
            if (!done.file)
                return tl::unexpected<Error>(done.file.error());
            if (auto replaced = replace(m_kept[keptOfJob.at(done.job)], *done.file); !replaced)
                return replaced;
        }
    }
    return {};
}

Result<void> Run::replace(Kept &kept, ImportedFile &file)
{
    if (file.outcome == ImportedFile::Outcome::Refused)
        return {}; // gone or changed in this moment; the next import sees it
    Article &article = file.indexed.article;
    article.id = kept.indexed.article.id;
    m_report.issues.removeIf([&article](const ImportIssue &issue) { return issue.file == article.file; });
    m_report.issues.append(file.issues);
    auto done = m_store->removeText(kept.indexed.row);
    if (!done)
        return done;
    const auto row = m_store->addText(article, file.body);
    if (!row)
        return tl::unexpected<Error>(row.error());
    kept.indexed = file.indexed;
    kept.indexed.row = *row;
    return {};
}

/// What a person did something with, and what lies on a drive that is not there now, stays listed.
void Run::keepMissing()
{
    QSet<QUuid> there;
    QHash<QUuid, QString> places;
    QSet<QUuid> touched;
    for (const Kept &kept : std::as_const(m_kept))
        there.insert(kept.indexed.article.id);
    for (const Place &place : m_request.places)
        places.insert(place.id, place.path);
    for (const ArticleAnchor &anchor : m_request.anchors)
        touched.insert(anchor.id);
    for (const IndexedArticle &old : std::as_const(m_old)) {
        if (there.contains(old.article.id))
            continue;
        const bool isPlaceKnown = places.contains(old.article.place);
        const bool stays = isPlaceKnown && (touched.contains(old.article.id) ||
                                            m_found.unreachable.contains(old.article.place));
        m_report.removed += !stays || !old.article.missing ? 1 : 0;
        if (!stays)
            continue;
        m_kept.append({old, false});
        m_kept.last().indexed.article.missing = true;
        there.insert(old.article.id);
    }
    for (const ArticleAnchor &anchor : m_request.anchors) {
        if (there.contains(anchor.id) || !places.contains(anchor.place))
            continue;
        there.insert(anchor.id);
        Kept kept;
        Article &article = kept.indexed.article;
        article.id = anchor.id;
        article.place = anchor.place;
        article.path = anchor.path;
        article.file = fileOf(places.value(anchor.place), anchor.path);
        article.frontMatterId = anchor.frontMatterId;
        article.hash = anchor.hash;
        article.title = anchor.title;
        article.missing = true;
        m_kept.append(kept);
    }
}

/// Brings the rows on disk to what was kept. Rows that change go first, so that ids may change places.
Result<void> Run::write()
{
    QHash<qint64, qsizetype> keptRows;
    for (qsizetype i = 0; i < m_kept.size(); ++i) {
        IndexedArticle &indexed = m_kept[i].indexed;
        if (indexed.row == 0) {
            const auto row = m_store->addText(indexed.article, {});
            if (!row)
                return tl::unexpected<Error>(row.error());
            indexed.row = *row;
        }
        keptRows.insert(indexed.row, i);
    }
    QSet<qint64> same;
    for (const IndexedArticle &old : std::as_const(m_onDisk)) {
        const qsizetype index = keptRows.value(old.row, -1);
        if (index >= 0 && m_kept.at(index).indexed.article == old.article &&
            m_kept.at(index).indexed.size == old.size) {
            same.insert(old.row);
            continue;
        }
        auto removed = m_store->removeArticle(old.row);
        if (removed && index < 0)
            removed = m_store->removeText(old.row);
        if (!removed)
            return removed;
    }
    for (const Kept &kept : std::as_const(m_kept)) {
        if (same.contains(kept.indexed.row))
            continue;
        if (auto put = m_store->putArticle(kept.indexed); !put)
            return put;
    }
    return {};
}

Result<ImportReport> Run::run()
{
    const auto step = [this](Result<void> (Run::*method)()) { return (this->*method)(); };
    auto done = step(&Run::load);
    if (done)
        done = m_store->begin();
    if (done)
        done = step(&Run::renderAll);
    if (done && !isCancelled()) {
        nameAll();
        done = step(&Run::readAsChosen);
    }
    if (done && !isCancelled()) {
        keepMissing();
        done = step(&Run::write);
    }
    if (done && isCancelled()) {
        m_report.cancelled = true;
        return m_report;
    }
    if (done)
        done = m_store->commit();
    if (!done)
        return tl::unexpected<Error>(done.error());
    for (const Kept &kept : std::as_const(m_kept))
        articles.append(kept.indexed.article);
    return m_report;
}

} // namespace

tl::unexpected<Error> importIsRunning()
{
    return failure(ErrorCode::Busy,
                   tr("Articles are being added already, by this or another Stillpoint. Nothing "
                      "was changed; try again when that is done."));
}

Importer::Importer(ImportRequest request, QPromise<Result<ImportReport>> &promise)
    : m_request(std::move(request))
    , m_promise(promise)
{
}

Result<ImportReport> Importer::run()
{
    QElapsedTimer timer;
    timer.start();
    QLockFile lock(m_request.indexFile + QLatin1String(".lock"));
    lock.setStaleLockTime(0); // an import may take long; a dead owner is found by its process id
    if (!lock.tryLock())
        return importIsRunning();
    if (m_request.fromScratch)
        IndexStore::discard(m_request.indexFile);
    Result<ImportReport> report;
    for (int attempt = 0; attempt < 2; ++attempt) {
        {
            Run run(m_request, m_promise);
            report = run.run();
            m_articles = std::move(run.articles);
        }
        // A damaged index holds nothing that cannot be read again.
        if (report || report.error().code != ErrorCode::Corrupt)
            break;
        IndexStore::discard(m_request.indexFile);
    }
    if (report)
        report->seconds = double(timer.elapsed()) / 1000.0;
    return report;
}

} // namespace stillpoint
