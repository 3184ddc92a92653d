#pragma once

#include "app/journal/journal.h"

class QIODevice;

namespace stillpoint {

/// What to write of a journal. With a day in `range`, only entries of those days, with all their changes and
/// what they refer to; else everything, the trash included.
struct ExportOptions
{
    EntryFilter range;
    QString program; ///< version that writes
};

/// What was written.
struct ExportCount
{
    qsizetype records = 0;
    qsizetype changes = 0;
};

/// The lossless file of formats.md §3, one change and one record a line. Thread of the journal, which may be
/// a worker's own. Errors: Io.
Result<ExportCount> exportJson(const Journal &journal, const ExportOptions &options, const Clock &clock,
                               QIODevice &device);

/// What a file holds: changes when there are any, else records.
struct JournalFile
{
    std::vector<Change> changes;
    QList<ImportedRecord> records;
    QStringList notes; ///< what cannot be taken from it, in sentences
};

/// Reads a file of exportJson() or one that holds only records. Newer and Invalid say what is wrong and that
/// nothing was imported. Any thread.
Result<JournalFile> journalFileFrom(const QByteArray &json);

/// Takes a file in: merges its changes or, without any, writes its records as one action.
Result<ImportOutcome> importInto(Journal &journal, const JournalFile &file, ImportMode mode);

/// The entries in `range` and what they refer to; everything, trash included, without a range.
QList<RecordRef> recordsFor(const Journal &journal, const EntryFilter &range);

} // namespace stillpoint
