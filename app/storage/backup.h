#pragma once

#include "app/base/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace stillpoint {

/// Copies a live database to `target` page by page (readers and writers may go on), reopens the copy, checks
/// its integrity and that `countTable` holds as many rows as the source did. A copy that fails is removed.
/// Any thread, on a connection of its own. Returns the number of rows counted.
Result<qint64> backUpDatabase(SQLite::Database &source, const QString &target, const QString &countTable);

/// Opens a file read-only, runs SQLite's integrity check and counts `countTable`.
Result<qint64> verifyDatabase(const QString &path, const QString &countTable);

} // namespace stillpoint
