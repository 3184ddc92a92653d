#pragma once

#include "app/base/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <vector>

namespace stillpoint {

/// How to open one of Stillpoint's SQLite files.
struct DatabaseOptions
{
    QString path;
    int applicationId = 0; ///< written to new files; another id in an old one is refused as Corrupt
    int schemaVersion = 0; ///< greatest `user_version` understood; greater is refused as Newer
    bool readOnly = false;
    bool durable = true; ///< true: synchronous=FULL; false for what can be rebuilt
};

/// Opens (and unless read-only creates) a file the same way everywhere: WAL, busy timeout 2 s,
/// temp_store=MEMORY, secure_delete=ON, trusted_schema=OFF, foreign_keys=ON. The connection belongs to the
/// calling thread. Errors: Newer, Corrupt, ReadOnly, Busy, Io.
Result<std::unique_ptr<SQLite::Database>> openDatabase(const DatabaseOptions &options);

/// Lets `database` wait up to 2 s for a lock that another program holds, asking again every 2 ms. SQLite's
/// own waiting asks ever more seldom: beside a program that writes without a pause it hardly meets a gap.
void waitWhenBusy(SQLite::Database &database);

/// `PRAGMA user_version` of an open file; 0 for a new one.
int schemaVersion(SQLite::Database &database);

/// One step of a schema: brings `user_version` from index to index + 1, inside a transaction.
using Migration = std::function<void(SQLite::Database &)>;

/// Applies the missing steps in one transaction each. `beforeChange` runs once before the first step of a
/// file that already holds data (the place for a verified backup) and can stop the migration with its error.
Result<void> migrate(SQLite::Database &database, const std::vector<Migration> &steps,
                     const std::function<Result<void>()> &beforeChange = {});

/// What SQLite threw, as a sentence. `path` names the file for the person.
Error databaseError(const SQLite::Exception &exception, const QString &path);

/// Runs `work`, turning what SQLite throws into an Error: no exception crosses a module's border.
template<class Work>
auto guarded(const QString &path, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected<Error>(databaseError(exception, path));
    }
}

} // namespace stillpoint
