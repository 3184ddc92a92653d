#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

namespace stillpoint {

/// What a look at every page and every change of a journal found.
struct JournalHealth
{
    qint64 changes = 0;
    QMap<RecordKind, qsizetype> records; ///< trash left out
    QStringList faults;                  ///< sentences; none when it is sound
    QStringList notes;                   ///< worth knowing, but no fault
};

/// Reads a journal without changing it. NotFound, Newer, Corrupt when it cannot be opened at all. Any thread.
Result<JournalHealth> checkJournal(const QString &file, qint64 nowMs);

} // namespace stillpoint
