#include "app/journal/backups.h"

#include "app/base/files.h"
#include "app/base/qtcompat.h"
#include "app/journal/changelog.h"
#include "app/journal/fieldvalues.h"
#include "app/journal/fold.h"
#include "app/storage/backup.h"
#include "app/storage/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <sqlite3.h>
#include <SQLiteCpp/Backup.h>

#include <algorithm>
#include <limits>

namespace stillpoint {

namespace {

constexpr qint64 dailyMs = 20 * qint64{3'600'000};
const QString changeTable = QStringLiteral("change");
const QString stampFormat = QStringLiteral("yyyyMMdd-HHmmss");

constexpr Word<BackupReason> reasons[]{
    {BackupReason::Manual, QLatin1String("manual")},
    {BackupReason::Daily, QLatin1String("daily")},
    {BackupReason::BeforeUpgrade, QLatin1String("before-upgrade")},
    {BackupReason::BeforeRestore, QLatin1String("before-restore")},
    {BackupReason::BeforeImport, QLatin1String("before-import")},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}

/// How many of a reason are kept; 0 keeps all.
qsizetype keptOf(BackupReason reason)
{
    switch (reason) {
    case BackupReason::Manual:
        return 0;
    case BackupReason::Daily:
        return 10;
    default:
        return 5;
    }
}

/// Reads "journal-20261110-174400-daily.db" or "…-daily-2.db".
std::optional<Backup> backupFrom(const QFileInfo &info)
{
    const QString name = info.completeBaseName();
    const QString prefix = QStringLiteral("journal-");
    if (!name.startsWith(prefix))
        return std::nullopt;
    const qsizetype stampAt = prefix.size();
    QDateTime made = QDateTime::fromString(name.mid(stampAt, stampFormat.size()), stampFormat);
    made.setTimeZone(QTimeZone::utc());
    const QString rest = name.mid(stampAt + stampFormat.size() + 1);
    for (const Word<BackupReason> &word : reasons) {
        if (made.isValid() && (rest == word.text || rest.startsWith(word.text + QLatin1Char('-')))) {
            return Backup{info.absoluteFilePath(), word.value, made.toMSecsSinceEpoch(), info.size()};
        }
    }
    return std::nullopt;
}

/// The one just made always stays, whatever the clock said before.
void rotate(const QString &folder, const Backup &made)
{
    const qsizetype kept = keptOf(made.reason);
    qsizetype seen = 1;
    for (const Backup &backup : listBackups(folder)) {
        const bool isOther = backup.reason == made.reason && backup.file != made.file;
        if (kept > 0 && isOther && ++seen > kept)
            QFile::remove(backup.file);
    }
}

Result<std::unique_ptr<SQLite::Database>> openRaw(const QString &file, int flags)
{
    return guarded(file, [&]() -> Result<std::unique_ptr<SQLite::Database>> {
        auto database = std::make_unique<SQLite::Database>(file.toStdString(), flags);
        waitWhenBusy(*database);
        return database;
    });
}

/// Alone with the file until the connection closes: SQLite leaves write-ahead logging only when nobody else
/// has it open, and then keeps the lock that the empty transaction takes.
Result<void> becomeAlone(SQLite::Database &database, const QString &file)
{
    auto alone = guarded(file, [&]() -> Result<void> {
        database.exec("PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA locking_mode=EXCLUSIVE;"
                      "BEGIN EXCLUSIVE; COMMIT");
        return {};
    });
    if (!alone && alone.error().code == ErrorCode::Busy)
        return failure(ErrorCode::Busy,
                       tr("Another program has the journal %1 open. Nothing was changed; close all other "
                          "windows of Stillpoint and try again.")
                           .arg(file));
    return alone;
}

/// Overwrites an open database with a backup, in one transaction.
Result<void> copyOver(SQLite::Database &target, const QString &backup, const QString &file)
{
    return guarded(file, [&]() -> Result<void> {
        SQLite::Database source(backup.toStdString(), SQLite::OPEN_READONLY);
        SQLite::Backup copy(target, source);
        // Being kept waiting by another program is no exception to this library.
        if (const int done = copy.executeStep(-1); done != SQLITE_DONE)
            throw SQLite::Exception("the backup could not be copied", done);
        return {};
    });
}

/// Moves a file that cannot be opened out of the way, with its log.
Result<QString> putAside(const JournalFiles &files, qint64 nowMs)
{
    const QString aside =
        files.backups + QStringLiteral("/damaged-%1.db").arg(compat::utc(nowMs).toString(stampFormat));
    if (auto made = makePrivateFolder(files.backups); !made)
        return tl::unexpected<Error>(made.error());
    const QString wal = QStringLiteral("-wal");
    bool moved = QFile::rename(files.journal, aside);
    if (moved && QFile::exists(files.journal + wal))
        moved = QFile::rename(files.journal + wal, aside + wal);
    QFile::remove(files.journal + QStringLiteral("-shm"));
    if (!moved)
        return failure(ErrorCode::Io,
                       tr("The damaged journal %1 could not be moved to %2. Nothing was restored.")
                           .arg(files.journal, aside));
    return aside;
}

Result<Backup> backUpFrom(SQLite::Database &source, const QString &folder, BackupReason reason, qint64 nowMs)
{
    const QString path = backupPath(folder, reason, nowMs);
    if (auto made = makePrivateFolder(folder); !made)
        return tl::unexpected<Error>(made.error());
    return backUpDatabase(source, path, changeTable).map([&](qint64) {
        return Backup{path, reason, nowMs, QFileInfo(path).size()};
    });
}

Result<QString> replaceOpened(SQLite::Database &database, const QString &backup, const JournalFiles &files,
                              qint64 nowMs)
{
    if (auto alone = becomeAlone(database, files.journal); !alone)
        return tl::unexpected<Error>(alone.error());
    const auto kept = backUpFrom(database, files.backups, BackupReason::BeforeRestore, nowMs);
    if (!kept)
        return tl::unexpected<Error>(kept.error());
    return copyOver(database, backup, files.journal).map([&] {
        // Not before: the backup to restore may be the one that goes.
        rotate(files.backups, *kept);
        return kept->file;
    });
}

bool isNoDatabase(const QString &file)
{
    const auto counted = verifyDatabase(file, changeTable);
    return !counted && counted.error().code == ErrorCode::Corrupt;
}

} // namespace

QString backupPath(const QString &folder, BackupReason reason, qint64 nowMs)
{
    const QString base =
        folder + QStringLiteral("/journal-%1-%2")
                     .arg(compat::utc(nowMs).toString(stampFormat), wordFor(reasons, reason));
    QString path = base + QStringLiteral(".db");
    for (int i = 2; QFile::exists(path); ++i)
        path = base + QStringLiteral("-%1.db").arg(i);
    return path;
}

Result<Backup> createBackup(const QString &journalFile, const QString &folder, BackupReason reason,
                            qint64 nowMs)
{
    if (!QFile::exists(journalFile))
        return failure(ErrorCode::NotFound,
                       tr("There is no journal at %1 yet, so there is nothing to back up.").arg(journalFile));
    const auto source = openRaw(journalFile, SQLite::OPEN_READONLY);
    if (!source)
        return tl::unexpected<Error>(source.error());
    return backUpFrom(**source, folder, reason, nowMs).map([&](const Backup &made) {
        rotate(folder, made);
        return made;
    });
}

Result<std::optional<Backup>> createDailyBackup(const QString &journalFile, const QString &folder,
                                                qint64 nowMs)
{
    for (const Backup &backup : listBackups(folder)) {
        const qint64 age = nowMs - backup.madeMs;
        if (backup.reason == BackupReason::Daily && age >= 0 && age < dailyMs)
            return std::nullopt;
    }
    if (!QFile::exists(journalFile))
        return std::nullopt;
    return createBackup(journalFile, folder, BackupReason::Daily, nowMs).map([](const Backup &made) {
        return std::optional(made);
    });
}

QList<Backup> listBackups(const QString &folder)
{
    QList<Backup> backups;
    for (const QFileInfo &info : QDir(folder).entryInfoList({QStringLiteral("*.db")}, QDir::Files)) {
        if (const auto backup = backupFrom(info))
            backups.append(*backup);
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) {
        return a.madeMs != b.madeMs ? a.madeMs > b.madeMs : a.file > b.file;
    });
    return backups;
}

Result<BackupContents> verifyBackup(const QString &file)
{
    if (!QFile::exists(file))
        return failure(ErrorCode::NotFound,
                       tr("There is no backup at %1. \"backup list\" shows what there is.").arg(file));
    BackupContents contents;
    const auto counted = verifyDatabase(file, changeTable);
    if (!counted)
        return tl::unexpected<Error>(counted.error());
    contents.changes = *counted;
    Fold fold;
    return ChangeLog::open(file, {}, true).and_then([&](const std::unique_ptr<ChangeLog> &log) {
        return log->readInOrder([&](const Change &change) { fold.apply(change); }).map([&] {
            for (const RecordKind kind : allRecordKinds()) {
                for (const QUuid &id : fold.ids(kind))
                    contents.records[kind] += fold.isDeleted(kind, id) ? 0 : 1;
            }
            return contents;
        });
    });
}

std::optional<Backup> newestUsableBackup(const QString &folder)
{
    for (const Backup &backup : listBackups(folder)) {
        if (verifyBackup(backup.file))
            return backup;
    }
    return std::nullopt;
}

QStringList backupsHolding(const QUuid &record, const QString &folder)
{
    QStringList holding;
    for (const Backup &backup : listBackups(folder)) {
        const auto log = ChangeLog::open(backup.file, {}, true);
        const auto changes = log ? (*log)->changesOf(record, std::numeric_limits<qint64>::max())
                                 : Result<std::vector<Change>>(tl::unexpected<Error>(log.error()));
        if (!changes)
            continue;
        if (std::any_of(changes->begin(), changes->end(),
                        [](const Change &change) { return !change.payload.isEmpty(); }))
            holding.append(backup.file);
    }
    return holding;
}

Result<QString> restoreBackup(const QString &backup, const JournalFiles &files, qint64 nowMs)
{
    if (const auto verified = verifyBackup(backup); !verified)
        return tl::unexpected<Error>(verified.error());
    Result<QString> kept = QString();
    if (QFile::exists(files.journal) && isNoDatabase(files.journal))
        kept = putAside(files, nowMs);
    const bool isThere = QFileInfo(files.journal).size() > 0;
    if (!kept)
        return kept;
    const auto target = openRaw(files.journal, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (!target)
        return tl::unexpected<Error>(target.error());
    if (isThere)
        kept = replaceOpened(**target, backup, files, nowMs);
    else if (const auto copied = copyOver(**target, backup, files.journal); !copied)
        kept = tl::unexpected<Error>(copied.error());
    if (kept)
        QFile::remove(files.device);
    return kept;
}

} // namespace stillpoint
