#include "app/library/library.h"

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/base/logging.h"
#include "app/library/catalogue.h"
#include "app/library/finder.h"
#include "app/library/importedfile.h"
#include "app/library/importer.h"
#include "app/library/indexstore.h"
#include "app/library/queryparser.h"
#include "app/library/readerpage.h"
#include "app/library/searchtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QtConcurrent>
#include <QThreadPool>

#include <atomic>

namespace stillpoint {

namespace {

Catalogue readCatalogue(IndexStore &store, Result<void> &outcome)
{
    auto indexed = store.articles();
    if (!indexed) {
        outcome = tl::unexpected<Error>(indexed.error());
        return {};
    }
    QList<Article> articles;
    articles.reserve(indexed->size());
    for (IndexedArticle &row : *indexed)
        articles.append(std::move(row.article));
    return Catalogue(std::move(articles));
}

/// What an article's path is relative to.
QString rootOf(const Article &article)
{
    const QString below = QLatin1Char('/') + article.path;
    return article.file.endsWith(below) ? article.file.chopped(below.size()) : QFileInfo(article.file).path();
}

QHash<QUuid, QString> encodingsOf(const MarksById &marks)
{
    QHash<QUuid, QString> encodings;
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        if (!mark->encoding.isEmpty())
            encodings.insert(mark.key(), mark->encoding);
    }
    return encodings;
}

} // namespace

/// Shared by the GUI thread and workers; the catalogue is replaced, never changed.
class Library::Private
{
public:
    Private(Options opened, const Clock &time)
        : options(std::move(opened))
        , clock(time)
    {
        for (QThreadPool *pool : {&importThread, &searchThread, &pageThread})
            pool->setMaxThreadCount(1);
    }

    CataloguePtr catalogue() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_catalogue;
    }

    void setCatalogue(Catalogue catalogue)
    {
        auto fresh = std::make_shared<const Catalogue>(std::move(catalogue));
        const QMutexLocker lock(&m_mutex);
        m_catalogue.swap(fresh);
    }

    /// Opens the index and fills the catalogue; an index that cannot be read is made anew.
    Result<void> load();
    void import(QPromise<Result<ImportReport>> &promise, ImportRequest request, Library *library);
    ArticleHits find(const ArticleQuery &query, const CataloguePtr &articles, const MarksById &known) const;
    Result<ArticlePage> page(const QUuid &id, const QString &encoding) const;
    QHash<QUuid, Snippet> snippets(const QString &text, const QList<QUuid> &ids) const;

    const Options options;
    const Clock &clock;
    MarksById marks;
    mutable std::atomic<bool> isDamaged{
        false}; ///< a search found the index so; the next import makes it anew
    QFuture<Result<ImportReport>> running;

private:
    QString problemOf(const Error &error) const;

    mutable QMutex m_mutex;
    CataloguePtr m_catalogue = std::make_shared<const Catalogue>();

public:
    // Last, so that workers end before what they use.
    mutable QThreadPool importThread;
    mutable QThreadPool searchThread;
    mutable QThreadPool pageThread;
};

Result<void> Library::Private::load()
{
    const auto mode = options.readOnly ? IndexStore::Mode::ReadOnly : IndexStore::Mode::ReadWrite;
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto store = IndexStore::open(options.indexFile, mode);
        Result<void> outcome;
        if (store) {
            setCatalogue(readCatalogue(*store, outcome));
            if (outcome)
                return {};
        } else {
            outcome = tl::unexpected<Error>(store.error());
        }
        // Beside a window that owns the folder nothing is repaired: what cannot be read counts as empty.
        if (options.readOnly)
            return {};
        if (outcome.error().code != ErrorCode::Corrupt)
            return outcome;
        store = tl::unexpected<Error>(outcome.error());
        IndexStore::discard(options.indexFile);
    }
    return {};
}

void Library::Private::import(QPromise<Result<ImportReport>> &promise, ImportRequest request,
                              Library *library)
{
    request.fromScratch = isDamaged;
    Importer importer(std::move(request), promise);
    auto report = importer.run();
    if (report && !report->cancelled) {
        isDamaged = false;
        QList<Article> articles = importer.takeArticles();
        if (!catalogue()->isOf(articles)) {
            setCatalogue(Catalogue(std::move(articles)));
            QMetaObject::invokeMethod(library, &Library::changed, Qt::QueuedConnection);
        }
    }
    promise.addResult(std::move(report));
}

QString Library::Private::problemOf(const Error &error) const
{
    if (error.code != ErrorCode::Corrupt)
        return error.message;
    isDamaged = true;
    return QCoreApplication::translate("Library",
                                       "The index of the library is damaged, so nothing was searched. Your "
                                       "articles and journal are safe; rescan, and it is made again.");
}

ArticleHits Library::Private::find(const ArticleQuery &query, const CataloguePtr &articles,
                                   const MarksById &known) const
{
    const ParsedQuery parsed = parseQuery(query.text);
    WordHits words;
    QString problem;
    const bool hasWords = std::any_of(parsed.terms.begin(), parsed.terms.end(), [](const QueryTerm &term) {
        return term.kind == QueryTerm::Kind::Text || term.kind == QueryTerm::Kind::Title;
    });
    if (hasWords) {
        auto store = IndexStore::open(options.indexFile, IndexStore::Mode::ReadOnly);
        auto found = store ? store->search(parsed) : Result<WordHits>(tl::unexpected<Error>(store.error()));
        if (found) {
            words = std::move(*found);
        } else {
            words.found.emplace();
            problem = problemOf(found.error());
        }
    }
    ArticleHits hits = filterArticles(*articles, known, query, parsed, words, clock.now().utcMs);
    hits.problem = problem;
    return hits;
}

Result<ArticlePage> Library::Private::page(const QUuid &id, const QString &encoding) const
{
    const CataloguePtr articles = catalogue();
    const Article *article = articles->find(id);
    if (article == nullptr) {
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("Library",
                                                   "This article is not in the library any more. Rescan the "
                                                   "library, or choose another one."));
    }
    const QString root = rootOf(*article);
    const ArticlePlace place{QFileInfo(article->file).path(), root};
    const auto bytes = readFile(article->file, maxArticleBytes);
    if (!bytes && bytes.error().code == ErrorCode::Limit) {
        RenderedArticle nothing;
        nothing.outcome = RenderedArticle::Outcome::Refused;
        return readerPage(*article, nothing, place, *articles);
    }
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    RenderClient helper(options.renderProgram);
    const auto rendered = helper.render(
        QFileInfo(root).fileName() + QLatin1Char('/') + article->path, *bytes,
        {QStringLiteral("meta"), QStringLiteral("text"), QStringLiteral("outline"), QStringLiteral("html")},
        encoding);
    if (!rendered)
        return tl::unexpected<Error>(rendered.error());
    Article read = *article;
    if (read.encoding != encoding) { // until the next import the catalogue knows it as it was read before
        applyRendered(read, *rendered);
        read.encoding = encoding;
    }
    return readerPage(read, *rendered, place, *articles);
}

/// An article without words says on its row why it has none.
QHash<QUuid, Snippet> Library::Private::snippets(const QString &text, const QList<QUuid> &ids) const
{
    auto store = IndexStore::open(options.indexFile, IndexStore::Mode::ReadOnly);
    auto found = store ? store->snippets(parseQuery(text), ids) : QHash<QUuid, Snippet>();
    QHash<QUuid, Snippet> snippets = found ? std::move(*found) : QHash<QUuid, Snippet>();
    const CataloguePtr articles = catalogue();
    for (const QUuid &id : ids) {
        const Article *article = articles->find(id);
        if (article != nullptr && !article->warnings.isEmpty() && snippets.value(id).text.isEmpty())
            snippets.insert(id, {article->warnings.first(), {}});
    }
    return snippets;
}

Result<std::unique_ptr<Library>> Library::open(const Options &options, const Clock &clock)
{
    auto d = std::make_unique<Private>(options, clock);
    if (const auto loaded = d->load(); !loaded)
        return tl::unexpected<Error>(loaded.error());
    return std::unique_ptr<Library>(new Library(std::move(d)));
}

Library::Library(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Library::~Library()
{
    d->running.cancel();
    for (QThreadPool *pool : {&d->importThread, &d->searchThread, &d->pageThread}) {
        pool->clear();
        pool->waitForDone();
    }
}

QList<Article> Library::articles() const
{
    QList<Article> all;
    const CataloguePtr articles = d->catalogue();
    all.reserve(qsizetype(articles->entries().size()));
    for (const Catalogue::Entry &entry : articles->entries())
        all.append(entry.article);
    return all;
}

std::optional<Article> Library::article(const QUuid &id) const
{
    const CataloguePtr articles = d->catalogue();
    const Article *found = articles->find(id);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

std::optional<Article> Library::articleAt(const QString &absoluteFile) const
{
    const CataloguePtr articles = d->catalogue();
    const Article *found = articles->findFile(QDir::cleanPath(absoluteFile));
    return found == nullptr ? std::nullopt : std::optional(*found);
}

int Library::size() const
{
    return int(d->catalogue()->entries().size());
}

void Library::setMarks(const MarksById &marks)
{
    if (marks == d->marks)
        return;
    const MarksById before = std::exchange(d->marks, marks);
    Q_EMIT changed();
    if (encodingsOf(before) != encodingsOf(marks))
        Q_EMIT encodingsChanged();
}

QFuture<Result<ImportReport>> Library::import(const QList<Place> &places, const QList<ArticleAnchor> &anchors)
{
    if (d->options.readOnly) {
        const auto refused =
            failure(ErrorCode::ReadOnly, tr("This library is open for reading only, so nothing was "
                                            "added. Add articles in the window that owns it."));
        return QtFuture::makeReadyFuture(Result<ImportReport>(refused));
    }
    if (d->running.isRunning())
        return QtFuture::makeReadyFuture(Result<ImportReport>(importIsRunning()));
    ImportRequest request{d->options.indexFile, d->options.renderProgram, places, anchors};
    Private *priv = d.get();
    d->running = QtConcurrent::run(&d->importThread, [priv, request = std::move(request),
                                                      this](QPromise<Result<ImportReport>> &promise) mutable {
        priv->import(promise, std::move(request), this);
    });
    return d->running;
}

QFuture<ArticleHits> Library::find(const ArticleQuery &query) const
{
    const Private *priv = d.get();
    return QtConcurrent::run(&d->searchThread, [priv, query, articles = d->catalogue(), marks = d->marks] {
        return priv->find(query, articles, marks);
    });
}

QFuture<QHash<QUuid, Snippet>> Library::snippets(const ArticleQuery &query, const QList<QUuid> &ids) const
{
    const Private *priv = d.get();
    return QtConcurrent::run(&d->searchThread,
                             [priv, text = query.text, ids] { return priv->snippets(text, ids); });
}

QList<QPair<int, int>> Library::matches(const QString &queryText, const QString &text)
{
    return wordMatches(parseQuery(queryText).terms, text);
}

QFuture<Result<ArticlePage>> Library::page(const QUuid &id) const
{
    const Private *priv = d.get();
    return QtConcurrent::run(&d->pageThread, [priv, id, encoding = d->marks.value(id).encoding] {
        return priv->page(id, encoding);
    });
}

} // namespace stillpoint
