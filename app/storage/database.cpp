#include "app/storage/database.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <chrono>
#include <thread>

namespace stillpoint {

namespace {

constexpr std::chrono::milliseconds busyTimeout{2000};
constexpr std::chrono::milliseconds busyPause{2};

QString tr(const char *text)
{
    return QCoreApplication::translate("Storage", text);
}

int pragma(SQLite::Database &database, const char *name)
{
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

int waitForLock(void *, int tries)
{
    if (tries * busyPause >= busyTimeout)
        return 0;
    std::this_thread::sleep_for(busyPause);
    return 1;
}

Result<void> checkIdentity(SQLite::Database &database, const DatabaseOptions &options)
{
    const int id = pragma(database, "application_id");
    const int version = pragma(database, "user_version");
    const bool isNew = id == 0 && version == 0 && pragma(database, "schema_version") == 0;
    if (isNew) {
        if (!options.readOnly)
            database.exec("PRAGMA application_id=" + std::to_string(options.applicationId));
        return {};
    }
    if (id != options.applicationId) {
        return failure(ErrorCode::Corrupt,
                       tr("%1 is not a Stillpoint file. It was left as it is; move it elsewhere "
                          "or choose another data folder.")
                           .arg(options.path));
    }
    if (version > options.schemaVersion) {
        return failure(ErrorCode::Newer,
                       tr("%1 was written by a newer Stillpoint. It was left as it is; install the "
                          "newer version, or restore a backup made with this one.")
                           .arg(options.path));
    }
    return {};
}

void configure(SQLite::Database &database, const DatabaseOptions &options)
{
    database.exec("PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;"
                  "PRAGMA foreign_keys=ON");
    if (options.readOnly)
        return;
    database.exec("PRAGMA journal_mode=WAL");
    database.exec(options.durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

} // namespace

Error databaseError(const SQLite::Exception &exception, const QString &path)
{
    const int code = exception.getErrorCode();
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy,
                tr("Another program is using %1. Nothing was changed; try again in a moment.").arg(path),
                {}};
    case SQLITE_FULL:
        return {ErrorCode::Io,
                tr("The disk is full, so this could not be saved in %1. Everything saved before is "
                   "safe. Free some space and try again.")
                    .arg(path),
                {}};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {ErrorCode::ReadOnly,
                tr("%1 cannot be written. Nothing was changed; check the permissions of its "
                   "folder and try again.")
                    .arg(path),
                {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {
            ErrorCode::Corrupt, tr("%1 is damaged. It was left as it is; restore a backup.").arg(path), {}};
    default:
        return {ErrorCode::Io,
                tr("%1 could not be used (%2). Everything saved before is safe; check that the disk "
                   "is sound and not full, and try again.")
                    .arg(path, QString::fromUtf8(exception.getErrorStr())),
                {}};
    }
}

Result<std::unique_ptr<SQLite::Database>> openDatabase(const DatabaseOptions &options)
{
    return guarded(options.path, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
        if (options.readOnly && !QFileInfo::exists(options.path)) {
            return failure(ErrorCode::NotFound, tr("There is no file at %1.").arg(options.path));
        }
        const int flags =
            options.readOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
        auto database = std::make_unique<SQLite::Database>(options.path.toStdString(), flags);
        // The identity is read before anything is written: a foreign file must stay untouched.
        waitWhenBusy(*database);
        if (const auto checked = checkIdentity(*database, options); !checked)
            return tl::unexpected<Error>(checked.error());
        configure(*database, options);
        return database;
    });
}

void waitWhenBusy(SQLite::Database &database)
{
    sqlite3_busy_handler(database.getHandle(), waitForLock, nullptr);
}

int schemaVersion(SQLite::Database &database)
{
    return pragma(database, "user_version");
}

Result<void> migrate(SQLite::Database &database, const std::vector<Migration> &steps,
                     const std::function<Result<void>()> &beforeChange)
{
    return guarded(QString::fromStdString(database.getFilename()), [&]() -> Result<void> {
        auto version = static_cast<std::size_t>(schemaVersion(database));
        if (version > 0 && version < steps.size() && beforeChange) {
            if (auto ready = beforeChange(); !ready)
                return ready;
        }
        for (; version < steps.size(); ++version) {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            // Another program may have migrated while this one waited for the lock.
            if (static_cast<std::size_t>(schemaVersion(database)) > version)
                continue;
            steps[version](database);
            database.exec("PRAGMA user_version=" + std::to_string(version + 1));
            transaction.commit();
        }
        return {};
    });
}

} // namespace stillpoint
