#include "app/journal/changelog.h"

#include "app/base/files.h"
#include "app/base/identifiers.h"
#include "app/journal/backups.h"
#include "app/storage/backup.h"
#include "app/storage/database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

#include <sqlite3.h>

namespace stillpoint {

namespace {

constexpr int applicationId = 0x53504a4c; // "SPJL"
const char columns[] = "SELECT seq, device, n, hlc, action, verb, kind, record, payload FROM change ";

const std::vector<Migration> &schema()
{
    static const std::vector<Migration> steps{[](SQLite::Database &database) {
        database.exec("CREATE TABLE change("
                      " seq INTEGER PRIMARY KEY,"
                      " device BLOB NOT NULL, n INTEGER NOT NULL,"
                      " hlc INTEGER NOT NULL,"
                      " action BLOB NOT NULL,"
                      " verb TEXT NOT NULL,"
                      " kind TEXT NOT NULL, record BLOB NOT NULL, payload BLOB NOT NULL, UNIQUE(device,n));"
                      "CREATE INDEX change_record ON change(record);"
                      "CREATE TABLE slot(key TEXT PRIMARY KEY, hlc INTEGER NOT NULL, value BLOB NOT NULL)");
    }};
    return steps;
}

QByteArray blob(const SQLite::Column &column)
{
    return {static_cast<const char *>(column.getBlob()), column.getBytes()};
}

QUuid idIn(const SQLite::Column &column)
{
    return QUuid::fromRfc4122(QByteArrayView(static_cast<const char *>(column.getBlob()), column.getBytes()));
}

/// One copy of each verb and kind; mostly it is that of the row before.
QString wordIn(const SQLite::Column &column, QString &before)
{
    const QLatin1String bytes(column.getText(), column.getBytes());
    if (before != bytes)
        before = QString::fromUtf8(bytes.data(), bytes.size());
    return before;
}

void bindBlob(SQLite::Statement &statement, int index, const QByteArray &bytes)
{
    // A null pointer would bind NULL, and an empty value is none.
    statement.bind(index, bytes.isNull() ? "" : bytes.constData(), static_cast<int>(bytes.size()));
}

void bindNumber(SQLite::Statement &statement, int index, qint64 number)
{
    statement.bind(index, static_cast<std::int64_t>(number));
}

const char insertion[] = "INSERT INTO change(device, n, hlc, action, verb, kind, record, payload)"
                         " VALUES(?,?,?,?,?,?,?,?)";

void insertRow(SQLite::Statement &insert, const Change &change)
{
    bindBlob(insert, 1, change.device.toRfc4122());
    bindNumber(insert, 2, change.n);
    bindNumber(insert, 3, change.hlc);
    bindBlob(insert, 4, change.action.toRfc4122());
    insert.bind(5, change.verb.toStdString());
    insert.bind(6, change.kind.toStdString());
    bindBlob(insert, 7, change.record.toRfc4122());
    bindBlob(insert, 8, QJsonDocument(change.payload).toJson(QJsonDocument::Compact));
    insert.exec();
    insert.reset();
}

struct LastWords
{
    QString verb, kind;
};

constexpr int payloadColumn = 8;

/// All but the payload.
Change headIn(SQLite::Statement &row, LastWords &last)
{
    Change change;
    change.seq = row.getColumn(0).getInt64();
    change.device = idIn(row.getColumn(1));
    change.n = row.getColumn(2).getInt64();
    change.hlc = row.getColumn(3).getInt64();
    change.action = idIn(row.getColumn(4));
    change.verb = wordIn(row.getColumn(5), last.verb);
    change.kind = wordIn(row.getColumn(6), last.kind);
    change.record = idIn(row.getColumn(7));
    return change;
}

Change changeIn(SQLite::Statement &row, LastWords &last)
{
    Change change = headIn(row, last);
    change.payload = QJsonDocument::fromJson(blob(row.getColumn(payloadColumn))).object();
    return change;
}

Result<void> backUpBefore(SQLite::Database &database, const QString &backupsFolder)
{
    const QString target =
        backupPath(backupsFolder, BackupReason::BeforeUpgrade, QDateTime::currentMSecsSinceEpoch());
    return makePrivateFolder(backupsFolder).and_then([&]() -> Result<void> {
        return backUpDatabase(database, target, QStringLiteral("change")).map([](qint64) {});
    });
}

} // namespace

ChangeLog::ChangeLog(QString file, std::unique_ptr<SQLite::Database> database)
    : m_file(std::move(file))
    , m_database(std::move(database))
{
}

ChangeLog::~ChangeLog() = default;

Result<std::unique_ptr<ChangeLog>> ChangeLog::open(const QString &file, const QString &backupsFolder,
                                                   bool readOnly)
{
    auto database = openDatabase({file, applicationId, static_cast<int>(schema().size()), readOnly, true});
    if (!database)
        return tl::unexpected<Error>(database.error());
    // SQLite opens a write-protected file all the same and fails at the first change.
    if (!readOnly && sqlite3_db_readonly((*database)->getHandle(), "main") == 1)
        return tl::unexpected<Error>(
            databaseError(SQLite::Exception("write-protected", SQLITE_READONLY), file));
    if (!readOnly) {
        const auto migrated =
            migrate(**database, schema(), [&] { return backUpBefore(**database, backupsFolder); });
        if (!migrated)
            return tl::unexpected<Error>(migrated.error());
    }
    return std::unique_ptr<ChangeLog>(new ChangeLog(file, std::move(*database)));
}

Result<void> ChangeLog::transact(const std::function<Result<void>()> &work)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        auto done = work();
        if (done)
            transaction.commit();
        return done;
    });
}

Result<void> ChangeLog::append(std::vector<Change> &changes)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement last(*m_database, "SELECT max(n) FROM change WHERE device=?");
        SQLite::Statement insert(*m_database, insertion);
        for (Change &change : changes) {
            bindBlob(last, 1, change.device.toRfc4122());
            last.executeStep();
            change.n = last.getColumn(0).getInt64() + 1;
            last.reset();
            insertRow(insert, change);
            change.seq = m_database->getLastInsertRowid();
        }
        return {};
    });
}

Result<void> ChangeLog::insert(const std::vector<Change> &changes)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement insert(*m_database, insertion);
        for (const Change &change : changes)
            insertRow(insert, change);
        return {};
    });
}

Result<void> ChangeLog::emptyRecord(const QUuid &record)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement update(*m_database, "UPDATE change SET payload=CAST('{}' AS BLOB) WHERE record=?");
        bindBlob(update, 1, record.toRfc4122());
        update.exec();
        return clearDraftsOf(record);
    });
}

Result<void> ChangeLog::deleteDevice(const QUuid &device)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement rows(*m_database, "DELETE FROM change WHERE device=?");
        bindBlob(rows, 1, device.toRfc4122());
        rows.exec();
        return {};
    });
}

Result<void> ChangeLog::clearDraftsOf(const QUuid &record)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement drafts(*m_database, "DELETE FROM slot WHERE instr(key, ?) > 0");
        drafts.bind(1, idText(record).toStdString());
        drafts.exec();
        return {};
    });
}

Result<void> ChangeLog::dropDeleted()
{
    return guarded(m_file, [&]() -> Result<void> {
        m_database->execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
        return {};
    });
}

Result<void> ChangeLog::readAfter(qint64 seq, const std::function<void(const Change &)> &each) const
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement query(*m_database, std::string(columns) + "WHERE seq>? ORDER BY seq");
        bindNumber(query, 1, seq);
        LastWords last;
        while (query.executeStep())
            each(changeIn(query, last));
        return {};
    });
}

Result<qint64> ChangeLog::count() const
{
    return guarded(m_file, [&]() -> Result<qint64> {
        return m_database->execAndGet("SELECT count(*) FROM change").getInt64();
    });
}

Result<void> ChangeLog::readWritten(const std::function<void(Change &, QByteArrayView)> &each) const
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement query(*m_database, std::string(columns) + "ORDER BY seq");
        LastWords last;
        while (query.executeStep()) {
            Change change = headIn(query, last);
            const SQLite::Column payload = query.getColumn(payloadColumn);
            each(change, {static_cast<const char *>(payload.getBlob()), payload.getBytes()});
        }
        return {};
    });
}

Result<void> ChangeLog::readInOrder(const std::function<void(const Change &)> &each) const
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement query(*m_database, std::string(columns) + "ORDER BY hlc, device, n");
        LastWords last;
        while (query.executeStep())
            each(changeIn(query, last));
        return {};
    });
}

Result<std::vector<Change>> ChangeLog::changesOf(const QUuid &record, qint64 upToSeq) const
{
    return guarded(m_file, [&]() -> Result<std::vector<Change>> {
        SQLite::Statement query(*m_database,
                                std::string(columns) + "WHERE record=? AND seq<=? ORDER BY hlc, device, n");
        bindBlob(query, 1, record.toRfc4122());
        bindNumber(query, 2, upToSeq);
        std::vector<Change> changes;
        LastWords last;
        while (query.executeStep())
            changes.push_back(changeIn(query, last));
        return changes;
    });
}

Result<std::vector<Change>> ChangeLog::changesOfAction(const QUuid &device, qint64 firstN) const
{
    return guarded(m_file, [&]() -> Result<std::vector<Change>> {
        SQLite::Statement query(*m_database, std::string(columns) + "WHERE device=? AND n>=? ORDER BY n");
        bindBlob(query, 1, device.toRfc4122());
        bindNumber(query, 2, firstN);
        std::vector<Change> changes;
        LastWords last;
        while (query.executeStep()) {
            Change change = changeIn(query, last);
            if (!changes.empty() && changes.front().action != change.action)
                break;
            changes.push_back(std::move(change));
        }
        return changes;
    });
}

Result<std::optional<Change>> ChangeLog::change(const QUuid &device, qint64 n) const
{
    return guarded(m_file, [&]() -> Result<std::optional<Change>> {
        SQLite::Statement query(*m_database, std::string(columns) + "WHERE device=? AND n=?");
        bindBlob(query, 1, device.toRfc4122());
        bindNumber(query, 2, n);
        LastWords last;
        return query.executeStep() ? std::optional(changeIn(query, last)) : std::nullopt;
    });
}

Result<std::vector<Change>> ChangeLog::changesOfDevice(const QUuid &device) const
{
    return guarded(m_file, [&]() -> Result<std::vector<Change>> {
        SQLite::Statement query(*m_database, std::string(columns) + "WHERE device=? ORDER BY n");
        bindBlob(query, 1, device.toRfc4122());
        std::vector<Change> changes;
        LastWords last;
        while (query.executeStep())
            changes.push_back(changeIn(query, last));
        return changes;
    });
}

Result<QSet<QUuid>> ChangeLog::erasedRecords() const
{
    return guarded(m_file, [&]() -> Result<QSet<QUuid>> {
        SQLite::Statement query(*m_database, "SELECT record FROM change WHERE verb='erase'");
        QSet<QUuid> records;
        while (query.executeStep())
            records.insert(idIn(query.getColumn(0)));
        return records;
    });
}

Result<qint64> ChangeLog::version() const
{
    return guarded(
        m_file, [&]() -> Result<qint64> { return m_database->execAndGet("PRAGMA data_version").getInt64(); });
}

Result<bool> ChangeLog::erase(Change &mark)
{
    // Write-ahead logging ends only when nobody else has the file open.
    auto erased = guarded(m_file, [&]() -> Result<void> {
        m_database->exec("PRAGMA journal_mode=DELETE");
        return transact([&] {
            std::vector<Change> rows{mark};
            return emptyRecord(mark.record).and_then([&] { return append(rows); }).map([&] {
                mark = rows.front();
            });
        });
    });
    if (!erased && erased.error().code == ErrorCode::Busy) {
        erased = failure(ErrorCode::Busy,
                         QCoreApplication::translate(
                             "Journal", "Another program has the journal open. Nothing was erased; close all "
                                        "other windows of Stillpoint and try again."));
    }
    const auto tidied = guarded(m_file, [&]() -> Result<void> {
        if (erased)
            m_database->exec("VACUUM");
        m_database->exec("PRAGMA journal_mode=WAL");
        return {};
    });
    return erased.map([&] { return tidied.has_value(); });
}

Result<std::optional<QByteArray>> ChangeLog::slot(const QString &key) const
{
    return guarded(m_file, [&]() -> Result<std::optional<QByteArray>> {
        SQLite::Statement query(*m_database, "SELECT value FROM slot WHERE key=?");
        query.bind(1, key.toStdString());
        return query.executeStep() ? std::optional(blob(query.getColumn(0))) : std::nullopt;
    });
}

Result<void> ChangeLog::setSlot(const QString &key, qint64 hlc, const QByteArray &value)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement query(*m_database, "INSERT OR REPLACE INTO slot(key, hlc, value) VALUES(?,?,?)");
        query.bind(1, key.toStdString());
        bindNumber(query, 2, hlc);
        bindBlob(query, 3, value);
        query.exec();
        return {};
    });
}

Result<void> ChangeLog::clearSlot(const QString &key)
{
    return guarded(m_file, [&]() -> Result<void> {
        SQLite::Statement query(*m_database, "DELETE FROM slot WHERE key=?");
        query.bind(1, key.toStdString());
        query.exec();
        return {};
    });
}

} // namespace stillpoint
