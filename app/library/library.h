#pragma once

#include "app/base/error.h"
#include "app/library/article.h"
#include "app/library/articlepage.h"
#include "app/library/articlequery.h"
#include "app/library/importreport.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace stillpoint {

class Clock;

/// The articles: a catalogue in memory, a disposable index on disk (library-vN.db, rebuilt when wrong or
/// corrupt) and the render helpers. Owned by the GUI thread; everything slow runs on workers and comes back
/// as a future, which is finished on the thread of whoever attached a continuation with a context.
class Library : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString indexFile;
        QString renderProgram; ///< absolute path of stillpoint-render
        bool readOnly = false; ///< opens what is there, imports nothing
    };
    static Result<std::unique_ptr<Library>> open(const Options &options, const Clock &clock);
    ~Library() override;

    QList<Article> articles() const; ///< the catalogue, unordered
    std::optional<Article> article(const QUuid &id) const;
    std::optional<Article> articleAt(const QString &absoluteFile) const;
    int size() const;

    /// What the person did with articles; filters, facets and pages use it. Emits changed().
    void setMarks(const MarksById &marks);

    /// Reads new and changed files of `places`, forgets articles of places not named. Progress is in files
    /// (QFuture::progressValue of progressMaximum). Cancel leaves the old state; a cancelled future has no
    /// result. One import at a time: Busy otherwise.
    QFuture<Result<ImportReport>> import(const QList<Place> &places, const QList<ArticleAnchor> &anchors);

    /// Filter, facets and ranked search, on a worker.
    QFuture<ArticleHits> find(const ArticleQuery &query) const;
    /// Snippets for the rows on screen; without search words the summary or the first sentences, else what is
    /// wrong with the article, unmarked.
    QFuture<QHash<QUuid, Snippet>> snippets(const ArticleQuery &query, const QList<QUuid> &ids) const;
    /// Titles get marks too: the ranges of the query's words in a piece of plain text.
    static QList<QPair<int, int>> matches(const QString &queryText, const QString &text);

    QFuture<Result<ArticlePage>> page(const QUuid &id) const;

Q_SIGNALS:
    void changed();
    void encodingsChanged(); ///< the next import reads files in encodings that were chosen since the last

private:
    class Private;
    explicit Library(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace stillpoint
