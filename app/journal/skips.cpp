#include "app/journal/skips.h"

#include "app/base/identifiers.h"

#include <algorithm>

namespace stillpoint {

QList<RecordRef> skipsOf(const Journal &journal, const QDate &day)
{
    QList<RecordRef> refs;
    for (const Entry &entry : journal.entries({day, day, RecordKind::Skip})) {
        const auto skip = journal.find<Skip>(entry.id);
        if (skip && !skip->demo)
            refs.append({RecordKind::Skip, entry.id});
    }
    return refs;
}

Result<void> skipDay(Journal &journal, const QDate &day, const Moment &now)
{
    if (!skipsOf(journal, day).isEmpty())
        return {};
    Skip skip;
    skip.id = newId(now.utcMs);
    skip.day = day;
    return journal.put({skip});
}

Result<void> takeSkipBack(Journal &journal, const QDate &day)
{
    const QList<RecordRef> refs = skipsOf(journal, day);
    if (refs.isEmpty())
        return {};
    return refs.size() == 1 ? journal.remove(RecordKind::Skip, refs.first().second)
                            : journal.put({}, Author::Person, refs);
}

bool isCheckedIn(const Journal &journal, const QDate &day)
{
    const QList<Entry> entries = journal.entries({day, day, RecordKind::CheckIn});
    return std::any_of(entries.begin(), entries.end(), [&](const Entry &entry) {
        const auto checkIn = journal.find<CheckIn>(entry.id);
        return checkIn && !checkIn->demo;
    });
}

} // namespace stillpoint
