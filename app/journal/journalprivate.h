#pragma once

#include "app/journal/changelog.h"
#include "app/journal/entryindex.h"
#include "app/journal/fold.h"
#include "app/journal/journal.h"
#include "app/journal/undostack.h"

#include <QTemporaryDir>

namespace stillpoint {

/// What a Journal holds: the log on disk and what is derived from it in memory, always in step. All writing
/// goes through act().
class Journal::Private
{
public:
    /// What one action writes: payloads without numbers and clocks.
    struct Plan
    {
        QString verb;
        std::vector<Change> changes;
        QUuid device{}; ///< who writes them; null is this device
    };

    Private(Options options, const Clock &clock);
    Result<void> open();

    bool isReadOnly() const { return m_readOnly; }
    const Clock &clock() const { return m_clock; }
    const Fold &fold() const { return m_fold; }
    const EntryIndex &entries() const { return m_entries; }
    const EntryIndex &trash() const { return m_trash; }
    const UndoStack &undoStack() const { return m_undoStack; }
    const Vocabulary &vocabulary() const;
    int dayStart() const { return m_options.dayStartMinutes; }
    bool setDayStart(int minutes); ///< false if it was so before
    static QSet<RecordKind> allKinds();

    /// One action: takes the write lock, folds in what others wrote, asks `plan` what to write and appends
    /// it. On disk when it returns; an empty plan writes nothing.
    Result<void> act(Journal &journal, const std::function<Result<Plan>()> &plan);
    Result<void> refresh(Journal &journal);
    Result<QStringList> erase(Journal &journal, const RecordRef &ref);
    Result<QString> replaceWith(Journal &journal, const QString &backup);
    bool hasDemo() const { return !m_demo.isNull(); }
    bool isOfDemo(const QUuid &record) const { return m_demoRecords.contains(record); }
    Result<void> addDemo(Journal &journal, const QList<Record> &records);
    Result<void> removeDemo(Journal &journal);
    Result<void> writeSlot(Journal &journal, const QString &key, const std::optional<QByteArray> &value);
    Result<std::optional<QByteArray>> slot(const QString &key) const;
    Result<std::vector<Change>> changesOf(const QUuid &id) const;
    Result<void> eachChange(const std::function<void(const Change &)> &each) const;
    Result<ImportOutcome> merge(Journal &journal, const std::vector<Change> &changes, ImportMode mode);
    Result<ImportOutcome> import(Journal &journal, const QList<ImportedRecord> &records, ImportMode mode);

    /// The fields of the values that forms started from, by record.
    using Bases = QHash<QUuid, QJsonObject>;
    /// Those given, and for all others what is held now.
    Bases basesOf(const QList<Record> &records, const QList<Record> &given) const;
    Result<Plan> planPut(const QList<Record> &records, const Bases &bases, Author author) const;
    static Plan planTrash(RecordKind kind, const QUuid &id, bool deleted);
    using StepOf = std::optional<UndoStack::Step> (UndoStack::*)() const;
    /// Undo or redo; NotFound with `nothing` as its sentence when there is no such step.
    Result<UndoOutcome> reverse(Journal &journal, const QString &verb, StepOf stepOf, const QString &nothing);

private:
    /// What the next changed() signal tells.
    struct Touched
    {
        QSet<RecordKind> kinds;
        QSet<QUuid> records;
        QSet<QDate> days;
        bool all = false; ///< everything was read anew
    };

    Result<void> openLog();
    Result<void> identify();
    Result<void> openCopy();
    /// What a merge adds to the file.
    struct Union
    {
        std::vector<Change> rows;
        QSet<QUuid> erased; ///< records that become empty
        ImportOutcome outcome;
    };
    Result<Union> planUnion(const std::vector<Change> &changes) const;
    Result<void> addNew(Union &plan, const Change &change, const QSet<QUuid> &erased) const;
    Result<void> describe(Union &plan) const;
    Result<Plan> planReversal(const QString &verb, const UndoStack::Step &step, UndoOutcome &outcome) const;
    Result<Plan> planImport(const QList<ImportedRecord> &records, ImportOutcome &outcome) const;
    Result<void> checkWritable() const;

    Result<void> load();
    /// As if nothing had been read.
    void forget();
    /// Takes in what others wrote, and that another program removed the demo journal. After a failure the
    /// next call reads everything anew, and nothing is written before that succeeds.
    Result<void> foldNew();
    Result<void> foldRows();
    Result<void> reload();
    /// Remembers that reading failed half way.
    Result<void> inStep(Result<void> read);
    /// Deletes the demo's rows, empties what others wrote to its records and marks those records erased.
    Result<void> deleteDemo();
    Result<std::vector<Change>> marksForDemo() const;
    /// Keeps the books about a change; false when it is older than others of its record, which must then be
    /// made anew.
    bool note(const Change &change, bool isEmptied);
    void foldOne(const Change &change);
    /// Makes records anew whose changes arrived late, and the undo stack when this device's own did.
    Result<void> rebuild(const QHash<QUuid, QString> &late);
    std::optional<Entry> entryFor(RecordKind kind, const QUuid &id) const;
    void unlist(RecordKind kind, const QUuid &id);
    void list(RecordKind kind, const QUuid &id);
    void relistAll();
    void tell(Journal &journal);
    qint64 nextHlc() const;

    Options m_options;
    const Clock &m_clock;
    bool m_readOnly;
    std::unique_ptr<QTemporaryDir> m_copy; ///< holds the file while its own folder cannot be written
    std::unique_ptr<ChangeLog> m_log;      ///< null for a read-only journal that does not exist
    QUuid m_device;
    Fold m_fold;
    EntryIndex m_entries;
    EntryIndex m_trash;
    UndoStack m_undoStack;
    bool m_isHalfRead = false;
    qint64 m_ownN = 0; ///< this device's newest number in the undo stack
    bool m_undoIsStale = false;
    QHash<QUuid, qint64> m_clocks; ///< record → the newest hlc written to it
    QUuid m_demo;                  ///< the action that added the demo journal; null without one
    QSet<QUuid> m_demoRecords;     ///< what it consists of
    qint64 m_newestHlc = 0;
    qint64 m_lastSeq = 0;
    qint64 m_version = -1;                          ///< the log's version up to which all was read
    mutable std::optional<Vocabulary> m_vocabulary; ///< made when asked for
    Touched m_touched;
};

} // namespace stillpoint
