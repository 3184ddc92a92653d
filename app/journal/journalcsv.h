#pragma once

#include "app/journal/journalfile.h"

namespace stillpoint {

/// `ratings.csv` of formats.md §3: one row a rating, oldest entry first. An empty value was skipped on
/// purpose; what was not rated has no row. Returns the number of rows. Errors: Io.
Result<qsizetype> exportRatings(const Journal &journal, const EntryFilter &range, QIODevice &device);
/// `sessions.csv`: one row a session; lists are joined by semicolons.
Result<qsizetype> exportSessions(const Journal &journal, const EntryFilter &range, QIODevice &device);

/// Records from these files, told apart by their headings. Names of practitioners who are not known become
/// records with new ids of the time `nowMs`. Invalid names the row.
Result<QList<ImportedRecord>> recordsFromCsv(const QList<QByteArray> &files, const Journal &journal,
                                             qint64 nowMs);

} // namespace stillpoint
