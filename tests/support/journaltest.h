#pragma once

#include "app/base/identifiers.h"
#include "app/journal/journal.h"
#include "tests/support/coretest.h"

namespace stillpoint::test {

/// A fresh data folder with a journal and a clock that stands still.
class JournalFolder
{
public:
    JournalFolder()
        : clock(momentFromLocal(QDate(2026, 11, 10), QTime(18, 44), QByteArrayLiteral("Europe/Berlin")))
    {
    }

    Journal::Options options() const
    {
        return {folder.file(QStringLiteral("journal.db")), folder.file(QStringLiteral("device")),
                folder.file(QStringLiteral("backups")), 0, false};
    }
    std::unique_ptr<Journal> open() const { return Journal::open(options(), clock).value(); }

    /// A session of 60 minutes at 17:30 in Berlin on `day`.
    Session session(const QDate &day = QDate(2026, 11, 10)) const
    {
        Session session;
        session.id = newId(clock.now().utcMs);
        session.start = When::at(momentFromLocal(day, QTime(17, 30), QByteArrayLiteral("Europe/Berlin")));
        session.minutes = 60;
        session.modalities = {QStringLiteral("deep-tissue")};
        session.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 7;
        return session;
    }
    CheckIn checkIn(double stress) const
    {
        CheckIn checkIn;
        checkIn.id = newId(clock.now().utcMs);
        checkIn.time = When::at(clock.now());
        checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = stress;
        return checkIn;
    }

    DataFolder folder;
    FixedClock clock;
};

} // namespace stillpoint::test
