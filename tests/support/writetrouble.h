#pragma once

#include "tests/support/uitest.h"

#include <SQLiteCpp/Database.h>

namespace stillpoint::test {

/// What is written to \a table of the journal fails, or works again: as on a full disk, without the wait.
inline void letBeWritten(UiFixture &fixture, const std::string &table, bool possible)
{
    SQLite::Database file(fixture.workspace().paths().journalFile().toStdString(), SQLite::OPEN_READWRITE);
    for (const std::string what : {"INSERT", "DELETE"}) {
        const std::string name = "no_" + what + "_" + table;
        if (possible)
            file.exec("DROP TRIGGER " + name);
        else
            file.exec("CREATE TRIGGER " + name + " BEFORE " + what + " ON " + table +
                      " BEGIN SELECT RAISE(FAIL, 'full'); END");
    }
}

} // namespace stillpoint::test
