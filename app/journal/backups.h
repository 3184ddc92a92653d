#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

namespace stillpoint {

/// Why a backup was made; part of its name.
enum class BackupReason { Manual, Daily, BeforeUpgrade, BeforeRestore, BeforeImport };

/// A backup as it lies in the folder.
struct Backup
{
    QString file; ///< absolute
    BackupReason reason = BackupReason::Manual;
    qint64 madeMs = 0; ///< UTC
    qint64 bytes = 0;
    bool operator==(const Backup &) const = default;
};

/// What a backup holds, counted after reopening it.
struct BackupContents
{
    qint64 changes = 0;
    QMap<RecordKind, qsizetype> records; ///< trash left out
    bool operator==(const BackupContents &) const = default;
};

/// Copies a journal while others may go on writing to it, reopens and counts the copy, and removes the oldest
/// backups of this reason beyond their number; manual ones stay. Any thread. A copy that fails is removed.
Result<Backup> createBackup(const QString &journalFile, const QString &folder, BackupReason reason,
                            qint64 nowMs);
/// Makes a daily one unless there is one of the last 20 hours or the journal is no older.
Result<std::optional<Backup>> createDailyBackup(const QString &journalFile, const QString &folder,
                                                qint64 nowMs);

QList<Backup> listBackups(const QString &folder); ///< newest first
/// Opens a backup read-only, checks every page and folds all its changes.
Result<BackupContents> verifyBackup(const QString &file);
/// The newest that verifies, which leaves out those of newer versions.
std::optional<Backup> newestUsableBackup(const QString &folder);
/// Those that still hold what was written to a record.
QStringList backupsHolding(const QUuid &record, const QString &folder);

/// Where a new backup goes.
QString backupPath(const QString &folder, BackupReason reason, qint64 nowMs);

/// The files of one journal.
struct JournalFiles
{
    QString journal, device, backups;
};
/// Puts a verified backup in the place of the journal, after keeping what is there: as a backup or, if it is
/// damaged, as it is; returns where. Busy unless all other programs have closed the journal. The device gets
/// a new identity, since its numbers go on from an older state.
Result<QString> restoreBackup(const QString &backup, const JournalFiles &files, qint64 nowMs);

} // namespace stillpoint
