#pragma once

#include "app/base/error.h"
#include "app/library/article.h"
#include "app/library/articlequery.h"
#include "app/library/finder.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

namespace stillpoint {

/// A row of the catalogue as it lies on disk.
struct IndexedArticle
{
    Article article;
    qint64 row = 0; ///< of the catalogue and of the full-text table
    qint64 size = 0;
};

/// library-v1.db: the catalogue and one FTS5 table (formats.md §5). Disposable: a file that is damaged or of
/// another version is deleted and made anew. One connection, for the thread that opened it.
class IndexStore
{
public:
    enum class Mode { ReadOnly, ReadWrite };
    static Result<IndexStore> open(const QString &file, Mode mode);
    IndexStore(IndexStore &&) noexcept;
    IndexStore &operator=(IndexStore &&) noexcept;
    ~IndexStore();
    /// Deletes the file and what SQLite keeps beside it.
    static void discard(const QString &file);

    Result<QList<IndexedArticle>> articles();

    // Writing: begin, any changes, commit. Destroyed without commit means nothing happened.
    Result<void> begin();
    Result<void> commit();
    /// Stores an article's words, `body` being UTF-8; the row number is what putArticle needs.
    Result<qint64> addText(const Article &article, const QByteArray &body);
    Result<void> putArticle(const IndexedArticle &indexed);
    Result<void> removeText(qint64 row);
    Result<void> removeArticle(qint64 row);

    /// Ranked by bm25 with title 8, tags 4, summary 2, body 1; greater scores are better.
    Result<WordHits> search(const ParsedQuery &parsed);
    Result<QHash<QUuid, Snippet>> snippets(const ParsedQuery &parsed, const QList<QUuid> &ids);

private:
    struct Writing;
    explicit IndexStore(QString file);
    QHash<QUuid, qint64> rowsOf(const QList<QUuid> &ids);

    QString m_file;
    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<Writing> m_writing;
};

} // namespace stillpoint
