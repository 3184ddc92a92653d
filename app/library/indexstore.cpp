#include "app/library/indexstore.h"

#include "app/library/searchtext.h"
#include "app/storage/database.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace stillpoint {

namespace {

constexpr int applicationId = 0x53544c32; // "STL2"; another one for another layout of the tables
constexpr int version = 1;
constexpr qsizetype excerptLength = 400;
constexpr int writeCacheKiB = 128 * 1024;

// Characters of a private use plane, which no text should hold; they mark found words inside a snippet.
constexpr QChar markStart(0xe000);
constexpr QChar markEnd(0xe001);

const std::vector<Migration> &schema()
{
    static const std::vector<Migration> steps{[](SQLite::Database &db) {
        db.exec(
            "CREATE TABLE article(row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, place BLOB NOT NULL,"
            " path TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL, file_ms INTEGER NOT NULL,"
            " hash TEXT NOT NULL, title TEXT NOT NULL, date_ms INTEGER, date_text TEXT NOT NULL,"
            " author TEXT NOT NULL, summary TEXT NOT NULL, tags TEXT NOT NULL, categories TEXT NOT NULL,"
            " fm_id TEXT NOT NULL, words INTEGER NOT NULL, draft INTEGER NOT NULL, missing INTEGER NOT NULL,"
            " warnings TEXT NOT NULL, encoding TEXT NOT NULL);"
            "CREATE VIRTUAL TABLE search USING fts5(title, tags, summary, body,"
            " tokenize='unicode61 remove_diacritics 2');"
            "INSERT INTO search(search, rank) VALUES('rank', 'bm25(8.0, 4.0, 2.0, 1.0)');"
            // Bytes of words that wait in memory to be written sorted.
            "INSERT INTO search(search, rank) VALUES('hashsize', 67108864)");
    }};
    return steps;
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

std::string spaced(const QString &text)
{
    return spacedForIndex(text.toUtf8()).toStdString();
}

QString text(const SQLite::Column &column)
{
    return QString::fromUtf8(column.getText(), column.getBytes());
}

QUuid id(const SQLite::Column &column)
{
    return QUuid::fromRfc4122(QByteArrayView(static_cast<const char *>(column.getBlob()), column.getBytes()));
}

void bindId(SQLite::Statement &statement, int index, const QUuid &value)
{
    const QByteArray bytes = value.toRfc4122();
    statement.bind(index, bytes.constData(), int(bytes.size()));
}

std::string listText(const QStringList &list)
{
    if (list.isEmpty())
        return "[]";
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact).toStdString();
}

QStringList list(const SQLite::Column &column)
{
    QStringList values;
    if (column.getBytes() <= 2) // "[]"
        return values;
    const QJsonArray array = QJsonDocument::fromJson(QByteArray(column.getText(), column.getBytes())).array();
    for (const auto &value : array)
        values.append(value.toString());
    return values;
}

IndexedArticle readRow(SQLite::Statement &row)
{
    IndexedArticle indexed;
    Article &article = indexed.article;
    int column = 0;
    const auto next = [&] { return row.getColumn(column++); };
    indexed.row = next().getInt64();
    article.id = id(next());
    article.place = id(next());
    article.path = text(next());
    article.file = text(next());
    indexed.size = next().getInt64();
    article.fileMs = next().getInt64();
    article.hash = text(next());
    article.title = text(next());
    if (const SQLite::Column date = next(); !date.isNull())
        article.dateMs = date.getInt64();
    article.dateText = text(next());
    article.author = text(next());
    article.summary = text(next());
    article.tags = list(next());
    article.categories = list(next());
    article.frontMatterId = text(next());
    article.words = next().getInt();
    article.draft = next().getInt() != 0;
    article.missing = next().getInt() != 0;
    article.warnings = list(next());
    article.encoding = text(next());
    return indexed;
}

/// Splits marked words out of a snippet that FTS5 made.
Snippet fromMarked(const QString &marked)
{
    Snippet snippet;
    int start = -1;
    for (const QChar c : marked) {
        if (c == markStart) {
            start = int(snippet.text.size());
        } else if (c == markEnd) {
            if (start >= 0)
                snippet.marks.append({start, int(snippet.text.size()) - start});
            start = -1;
        } else if (c.isSpace()) {
            if (!snippet.text.isEmpty() && !snippet.text.back().isSpace())
                snippet.text += QLatin1Char(' ');
        } else {
            snippet.text += c;
        }
    }
    return snippet;
}

} // namespace

/// A transaction and its statements; taken back when it goes uncommitted.
struct IndexStore::Writing
{
    explicit Writing(SQLite::Database &database)
        : transaction(database, SQLite::TransactionBehavior::IMMEDIATE)
        , addText(database, "INSERT INTO search(title, tags, summary, body) VALUES(?, ?, ?, ?)")
        , putArticle(database,
                     "INSERT OR REPLACE INTO article VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        , removeText(database, "DELETE FROM search WHERE rowid = ?")
        , removeArticle(database, "DELETE FROM article WHERE row = ?")
    {
    }

    SQLite::Transaction transaction;
    SQLite::Statement addText;
    SQLite::Statement putArticle;
    SQLite::Statement removeText;
    SQLite::Statement removeArticle;
};

IndexStore::IndexStore(QString file)
    : m_file(std::move(file))
{
}

IndexStore::IndexStore(IndexStore &&) noexcept = default;
IndexStore &IndexStore::operator=(IndexStore &&) noexcept = default;
IndexStore::~IndexStore() = default;

void IndexStore::discard(const QString &file)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(file + QLatin1String(suffix));
}

Result<IndexStore> IndexStore::open(const QString &file, Mode mode)
{
    const DatabaseOptions options{file, applicationId, version, mode == Mode::ReadOnly, false};
    const auto attempt = [&]() -> Result<IndexStore> {
        IndexStore store(file);
        auto database = openDatabase(options);
        if (!database)
            return tl::unexpected<Error>(database.error());
        store.m_database = std::move(*database);
        return guarded(file, [&]() -> Result<IndexStore> {
            if (mode == Mode::ReadWrite) {
                if (auto migrated = migrate(*store.m_database, schema()); !migrated)
                    return tl::unexpected<Error>(migrated.error());
            }
            return std::move(store);
        });
    };
    auto store = attempt();
    const bool isUseless =
        !store && (store.error().code == ErrorCode::Corrupt || store.error().code == ErrorCode::Newer);
    if (!isUseless || mode == Mode::ReadOnly)
        return store;
    discard(file);
    return attempt();
}

Result<QList<IndexedArticle>> IndexStore::articles()
{
    return guarded(m_file, [&]() -> Result<QList<IndexedArticle>> {
        QList<IndexedArticle> all;
        SQLite::Statement rows(
            *m_database,
            "SELECT row, id, place, path, file, size, file_ms, hash, title, date_ms, date_text,"
            " author, summary, tags, categories, fm_id, words, draft, missing, warnings, encoding"
            " FROM article ORDER BY row");
        while (rows.executeStep())
            all.append(readRow(rows));
        return all;
    });
}

Result<void> IndexStore::begin()
{
    return guarded(m_file, [&]() -> Result<void> {
        // What one import writes is kept in memory and written once, sorted, as far as it fits.
        m_database->exec("PRAGMA cache_size=-" + std::to_string(writeCacheKiB));
        m_writing = std::make_unique<Writing>(*m_database);
        return {};
    });
}

Result<void> IndexStore::commit()
{
    return guarded(m_file, [&]() -> Result<void> {
        m_writing->transaction.commit();
        m_writing.reset();
        return {};
    });
}

Result<qint64> IndexStore::addText(const Article &article, const QByteArray &body)
{
    return guarded(m_file, [&]() -> Result<qint64> {
        SQLite::Statement &insert = m_writing->addText;
        const std::array columns{spaced(article.title),
                                 spaced((article.tags + article.categories).join(QLatin1String(", "))),
                                 spaced(article.summary), spacedForIndex(body).toStdString()};
        insert.reset();
        for (std::size_t i = 0; i < columns.size(); ++i)
            insert.bindNoCopy(int(i) + 1, columns[i]);
        insert.exec();
        return qint64(m_database->getLastInsertRowid());
    });
}

Result<void> IndexStore::putArticle(const IndexedArticle &indexed)
{
    return guarded(m_file, [&]() -> Result<void> {
        const Article &article = indexed.article;
        SQLite::Statement &put = m_writing->putArticle;
        put.reset();
        put.clearBindings();
        int column = 0;
        const auto bind = [&](const auto &value) { put.bind(++column, value); };
        bind(int64_t(indexed.row));
        bindId(put, ++column, article.id);
        bindId(put, ++column, article.place);
        bind(utf8(article.path));
        bind(utf8(article.file));
        bind(int64_t(indexed.size));
        bind(int64_t(article.fileMs));
        bind(utf8(article.hash));
        bind(utf8(article.title));
        ++column;
        if (article.dateMs)
            put.bind(column, int64_t(*article.dateMs));
        bind(utf8(article.dateText));
        bind(utf8(article.author));
        bind(utf8(article.summary));
        bind(listText(article.tags));
        bind(listText(article.categories));
        bind(utf8(article.frontMatterId));
        bind(article.words);
        bind(int(article.draft));
        bind(int(article.missing));
        bind(listText(article.warnings));
        bind(utf8(article.encoding));
        put.exec();
        return {};
    });
}

Result<void> IndexStore::removeText(qint64 row)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement &remove = m_writing->removeText;
        remove.reset();
        remove.bind(1, int64_t(row));
        remove.exec();
        return {};
    });
}

Result<void> IndexStore::removeArticle(qint64 row)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement &remove = m_writing->removeArticle;
        remove.reset();
        remove.bind(1, int64_t(row));
        remove.exec();
        return {};
    });
}

Result<WordHits> IndexStore::search(const ParsedQuery &parsed)
{
    QList<QueryTerm> wanted;
    QList<QueryTerm> forbidden;
    for (const QueryTerm &term : parsed.terms)
        (term.negated ? forbidden : wanted).append(term);
    return guarded(m_file, [&]() -> Result<WordHits> {
        WordHits hits;
        SQLite::Statement find(*m_database,
                               "SELECT article.id, search.rank FROM search"
                               " JOIN article ON article.row = search.rowid WHERE search MATCH ?");
        if (const QByteArray words = ftsExpression(wanted, "AND"); !words.isEmpty()) {
            hits.found.emplace();
            find.bind(1, words.toStdString());
            while (find.executeStep())
                hits.found->insert(id(find.getColumn(0)), -find.getColumn(1).getDouble());
        }
        if (const QByteArray words = ftsExpression(forbidden, "OR"); !words.isEmpty()) {
            find.reset();
            find.bind(1, words.toStdString());
            while (find.executeStep())
                hits.forbidden.insert(id(find.getColumn(0)));
        }
        return hits;
    });
}

QHash<QUuid, qint64> IndexStore::rowsOf(const QList<QUuid> &ids)
{
    QHash<QUuid, qint64> rows;
    SQLite::Statement find(*m_database, "SELECT row FROM article WHERE id = ?");
    for (const QUuid &wanted : ids) {
        find.reset();
        bindId(find, 1, wanted);
        if (find.executeStep())
            rows.insert(wanted, find.getColumn(0).getInt64());
    }
    return rows;
}

Result<QHash<QUuid, Snippet>> IndexStore::snippets(const ParsedQuery &parsed, const QList<QUuid> &ids)
{
    QList<QueryTerm> wanted;
    for (const QueryTerm &term : parsed.terms) {
        if (!term.negated && term.kind == QueryTerm::Kind::Text)
            wanted.append(term);
    }
    return guarded(m_file, [&]() -> Result<QHash<QUuid, Snippet>> {
        QHash<QUuid, Snippet> snippets;
        const QHash<QUuid, qint64> rows = rowsOf(ids);
        const std::string words = ftsExpression(wanted, "OR").toStdString();
        SQLite::Statement found(*m_database, "SELECT snippet(search, 3, ?, ?, '…', 32) FROM search"
                                             " WHERE search MATCH ? AND rowid = ?");
        SQLite::Statement start(*m_database,
                                "SELECT CASE summary WHEN '' THEN substr(body, 1, ?) ELSE summary END"
                                " FROM search WHERE rowid = ?");
        for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
            if (!words.empty()) {
                found.reset();
                found.bind(1, utf8(QString(markStart)));
                found.bind(2, utf8(QString(markEnd)));
                found.bind(3, words);
                found.bind(4, int64_t(it.value()));
                if (found.executeStep()) {
                    const Snippet snippet = fromMarked(withoutIndexSpaces(text(found.getColumn(0))));
                    if (!snippet.marks.isEmpty()) {
                        snippets.insert(it.key(), snippet);
                        continue;
                    }
                }
            }
            start.reset();
            start.bind(1, int(excerptLength));
            start.bind(2, int64_t(it.value()));
            if (start.executeStep())
                snippets.insert(it.key(), fromMarked(withoutIndexSpaces(text(start.getColumn(0)))));
        }
        return snippets;
    });
}

} // namespace stillpoint
