#pragma once

#include "app/base/error.h"
#include "app/journal/change.h"

#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace SQLite {
class Database;
}

namespace stillpoint {

/// The file journal.db: rows of changes and the small table of slots, as stored. Knows nothing of what they
/// mean. Belongs to the thread that opened it.
class ChangeLog
{
public:
    /// Makes the file unless read-only. `backupsFolder` takes a verified copy before a migration.
    static Result<std::unique_ptr<ChangeLog>> open(const QString &file, const QString &backupsFolder,
                                                   bool readOnly);
    ~ChangeLog();

    /// Runs `work` in a transaction that holds the write lock; its error, or none on disk, undoes all of it.
    Result<void> transact(const std::function<Result<void>()> &work);

    /// Inside transact: gives each change its number and appends it; `seq` and `n` are filled in.
    Result<void> append(std::vector<Change> &changes);

    /// Inside transact: adds changes of other devices as they are.
    Result<void> insert(const std::vector<Change> &changes);
    /// Inside transact: empties what was written to a record, and drafts of it; the rows stay.
    Result<void> emptyRecord(const QUuid &record);
    /// Inside transact: deletes every row of a device. Their places in the order of arrival may come again.
    Result<void> deleteDevice(const QUuid &device);
    /// Inside transact: what was typed and not saved yet.
    Result<void> clearDraftsOf(const QUuid &record);
    /// Moves what was deleted out of the write-ahead log too, as far as other programs let it.
    Result<void> dropDeleted();

    /// All changes that arrived after `seq`, in order of arrival.
    Result<void> readAfter(qint64 seq, const std::function<void(const Change &)> &each) const;
    /// How many changes there are.
    Result<qint64> count() const;
    /// All changes in order of arrival, without their payloads and beside them the payloads as written, which
    /// live for the call.
    Result<void> readWritten(const std::function<void(Change &, QByteArrayView)> &each) const;
    /// All changes in order of (hlc, device, n): slower, for those who fold without looking back.
    Result<void> readInOrder(const std::function<void(const Change &)> &each) const;
    /// All changes of one record that arrived up to `seq`, in order of (hlc, device, n).
    Result<std::vector<Change>> changesOf(const QUuid &record, qint64 upToSeq) const;
    /// The changes of the action that a device began with its n-th change.
    Result<std::vector<Change>> changesOfAction(const QUuid &device, qint64 firstN) const;

    Result<std::optional<Change>> change(const QUuid &device, qint64 n) const;
    /// All changes of one device in order of n.
    Result<std::vector<Change>> changesOfDevice(const QUuid &device) const;
    /// Records that were erased for good.
    Result<QSet<QUuid>> erasedRecords() const;

    /// Another number whenever another connection has written.
    Result<qint64> version() const;

    /// Empties for good what was written to a record, and drafts of it, and makes the file forget: nobody
    /// else may have it open (else Busy). `mark` is the row that says so. False when it was erased but the
    /// file could not be made smaller.
    Result<bool> erase(Change &mark);

    Result<std::optional<QByteArray>> slot(const QString &key) const;
    Result<void> setSlot(const QString &key, qint64 hlc, const QByteArray &value);
    Result<void> clearSlot(const QString &key);

private:
    ChangeLog(QString file, std::unique_ptr<SQLite::Database> database);

    QString m_file;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace stillpoint
