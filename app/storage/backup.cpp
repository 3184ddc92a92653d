#include "app/storage/backup.h"

#include "app/storage/database.h"

#include <QCoreApplication>
#include <QFile>

#include <SQLiteCpp/Backup.h>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}

qint64 countRows(SQLite::Database &database, const QString &table)
{
    return database.execAndGet("SELECT count(*) FROM \"" + table.toStdString() + '"').getInt64();
}

} // namespace

Result<qint64> verifyDatabase(const QString &path, const QString &countTable)
{
    return guarded(path, [&]() -> Result<qint64> {
        SQLite::Database copy(path.toStdString(), SQLite::OPEN_READONLY);
        if (copy.execAndGet("PRAGMA integrity_check").getString() != "ok")
            return failure(ErrorCode::Corrupt,
                           tr("%1 is damaged and was not used. Choose another backup.").arg(path));
        return countRows(copy, countTable);
    });
}

Result<qint64> backUpDatabase(SQLite::Database &source, const QString &target, const QString &countTable)
{
    const auto copied = guarded(target, [&]() -> Result<qint64> {
        SQLite::Database copy(target.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup backup(copy, source);
        backup.executeStep(-1);
        // The copy inherits write-ahead logging, whose files would stay beside it once somebody looks at it.
        copy.exec("PRAGMA journal_mode=DELETE");
        return countRows(source, countTable);
    });
    auto verified = copied.and_then([&](qint64) { return verifyDatabase(target, countTable); });
    // A change committed while the pages were copied may or may not be in the copy; fewer rows never are.
    if (verified && *verified < *copied) {
        verified =
            failure(ErrorCode::Io,
                    tr("The backup %1 is not complete and was removed. Nothing else was changed; free some "
                       "space and try again.")
                        .arg(target));
    }
    if (!verified)
        QFile::remove(target);
    return verified;
}

} // namespace stillpoint
