#pragma once

#include "app/base/error.h"
#include "app/journal/change.h"
#include "app/journal/journalimport.h"
#include "app/journal/vocabulary.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace stillpoint {

class Clock;

/// One line of the journal's list: a session, check-in or skipped day on its journal day.
struct Entry
{
    RecordKind kind = RecordKind::CheckIn;
    QUuid id;
    QDate day;         ///< journal day
    qint64 sortMs = 0; ///< instant; for day-only entries noon UTC of the day
    bool demo = false;
    bool operator==(const Entry &) const = default;
};

/// Which entries to list; an empty bound is open, both are included.
struct EntryFilter
{
    QDate from;
    QDate to;
    std::optional<RecordKind> kind;
    bool operator==(const EntryFilter &) const = default;
};

/// Who caused a change: `Person` can be undone, `Auto` (read state set by reading, places found) is not.
enum class Author { Person, Auto };

/// What an undo or redo did, for the toast and the CLI.
struct UndoOutcome
{
    QString verb; ///< the undone action's verb: "add", "edit", "delete", "restore", "bulk", "import"
    QList<RecordRef> records;
    QList<Record> values; ///< the records as they were before or, those that were not there, are now
    QStringList kept;     ///< fields that someone changed since and that therefore stayed
    bool operator==(const UndoOutcome &) const = default;
};

/// The precious store: an append-only change log (formats.md §2) and its fold into typed values. The only
/// writer of journal.db. Acknowledged means on disk. GUI thread (or the CLI's only thread); writing is a
/// short transaction. Other programs' changes are folded in by refresh() and before each write.
class Journal : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString file;       ///< journal.db, made if absent
        QString deviceFile; ///< this device's identity
        QString backupsFolder;
        int dayStartMinutes = 0;
        bool readOnly = false; ///< shows a journal beside its owner; a missing file is an empty journal
    };
    static Result<std::unique_ptr<Journal>> open(const Options &options, const Clock &clock);

    class Loaded;
    /// The slow half of open(): reads the file. Any thread, so that a window need not wait.
    static Result<Loaded> load(const Options &options, const Clock &clock);
    /// The quick half, on the thread that will use the journal.
    static std::unique_ptr<Journal> begin(Loaded loaded);
    ~Journal() override;

    bool isReadOnly() const;

    // Reading: values, trash left out.
    template<class T>
    std::optional<T> find(const QUuid &id) const; ///< T is any alternative of Record
    template<class T>
    QList<T> all() const; ///< unordered
    /// The same without copying them; `visit` must not write to the journal.
    template<class T>
    void each(const std::function<void(const T &)> &visit) const;
    /// A record whose kind nobody knows.
    std::optional<RecordRef> refOf(const QUuid &id) const; ///< trash included
    std::optional<Record> record(const RecordRef &ref) const;
    bool isInTrash(const RecordRef &ref) const;
    const Vocabulary &vocabulary() const;                       ///< shipped words and the person's own
    QList<Entry> entries(const EntryFilter &filter = {}) const; ///< newest first
    QList<Entry> trash(const EntryFilter &filter = {}) const;   ///< newest first
    QList<RecordRef> refs() const; ///< all records, trash included, by kind and id
    QDate dayOf(const When &when) const;
    QDate today() const;
    bool isEmpty() const; ///< no session, check-in or skip

    // Writing: each call is one action, one transaction, one undo step.
    /// Adds the records that are new and edits those that exist, writing only fields that differ from what
    /// this journal holds: what another program wrote meanwhile stays. A form that was open for long names in
    /// `bases` the values it started from, and only what differs from them is written. Nothing to write is
    /// success without an action. Invalid names the wrong field. `trashed` go to the trash in the same
    /// action.
    Result<void> put(const QList<Record> &records, Author author = Author::Person,
                     const QList<RecordRef> &trashed = {}, const QList<Record> &bases = {});
    Result<void> remove(RecordKind kind, const QUuid &id); ///< to the trash
    Result<void> restore(RecordKind kind, const QUuid &id);
    /// For good: nothing of what was written to the record stays in this file, and no merge brings it back.
    /// The backups that still hold it are returned. Busy while another program has the journal open; not
    /// undoable.
    Result<QStringList> erase(const RecordRef &ref);
    /// Puts a backup in the place of this journal and goes on with it; what was there is kept, and where is
    /// returned. Busy while another program has the journal open.
    Result<QString> replaceWith(const QString &backup);
    bool canUndo() const;
    bool canRedo() const;
    Result<UndoOutcome> undo(); ///< NotFound when there is nothing to undo
    Result<UndoOutcome> redo();

    /// Every change of one record, oldest first, as in formats.md §3.
    Result<QList<QJsonObject>> history(const QUuid &id) const;
    /// One record as in formats.md §3 `records`: kind, id, day, fields; those of the demo journal say so.
    std::optional<QJsonObject> exported(RecordKind kind, const QUuid &id) const;

    // The demo journal: records that are marked as such, never exported or merged. Adding and removing it is
    // no undo step.
    bool hasDemo() const;
    /// Adds the records as the demo journal; one that is there already stays as it is.
    Result<void> addDemo(const QList<Record> &records);
    /// Removes it with what was done to its entries since, drafts included. Without one nothing happens.
    Result<void> removeDemo();

    /// Every change in order of arrival, those of the demo journal and to its entries left out.
    Result<void> eachChange(const std::function<void(const Change &)> &each) const;

    /// Takes in the changes of other devices: the union by (device, n), folded again. What is known is passed
    /// over; Invalid, and nothing written, when a known number comes with other content. Not an undo step.
    Result<ImportOutcome> merge(const std::vector<Change> &changes, ImportMode mode = ImportMode::Write);
    /// Writes the fields that differ as one action, "import"; what the records do not name stays.
    Result<ImportOutcome> import(const QList<ImportedRecord> &records, ImportMode mode = ImportMode::Write);

    // Small values overwritten in place, without history: drafts, reading positions, last view.
    Result<std::optional<QByteArray>> slot(const QString &key) const;
    Result<void> setSlot(const QString &key, const QByteArray &value);
    Result<void> clearSlot(const QString &key);

    void setDayStart(int minutes); ///< emits changed for everything
    /// Folds in what another program wrote since; cheap when nothing was.
    Result<void> refresh();

Q_SIGNALS:
    /// After the values changed. `days` are the journal days that may look different; empty means any.
    void changed(const QSet<stillpoint::RecordKind> &kinds, const QSet<QUuid> &records,
                 const QSet<QDate> &days);

private:
    friend class Loaded;
    class Private;
    explicit Journal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// A journal as read from its file, on the way to the thread that will use it.
class Journal::Loaded
{
public:
    Loaded(Loaded &&other) noexcept;
    Loaded &operator=(Loaded &&other) noexcept;
    ~Loaded();

private:
    friend class Journal;
    explicit Loaded(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace stillpoint
