#include "app/journal/entryindex.h"

#include "app/journal/journalday.h"

#include <QTimeZone>

namespace stillpoint {

namespace {

std::optional<Entry> entryAt(RecordKind kind, const QUuid &id, const When &when, int dayStartMinutes)
{
    if (when.moment)
        return Entry{kind, id, journalDay(*when.moment, dayStartMinutes), when.moment->utcMs};
    if (!when.day.isValid())
        return std::nullopt;
    return Entry{kind, id, when.day, QDateTime(when.day, QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch()};
}

} // namespace

QList<Entry> EntryIndex::matching(const EntryFilter &filter) const
{
    QList<Entry> entries;
    for (const Entry &entry : m_entries) {
        const bool inRange = (!filter.from.isValid() || entry.day >= filter.from) &&
                             (!filter.to.isValid() || entry.day <= filter.to);
        if (inRange && (!filter.kind || entry.kind == *filter.kind))
            entries.append(entry);
    }
    return entries;
}

std::optional<Entry> entryOf(const Record &record, int dayStartMinutes)
{
    if (const auto *session = std::get_if<Session>(&record))
        return entryAt(RecordKind::Session, session->id, session->start, dayStartMinutes);
    if (const auto *checkIn = std::get_if<CheckIn>(&record))
        return entryAt(RecordKind::CheckIn, checkIn->id, checkIn->time, dayStartMinutes);
    if (const auto *skip = std::get_if<Skip>(&record))
        return entryAt(RecordKind::Skip, skip->id, When::on(skip->day), dayStartMinutes);
    return std::nullopt;
}

} // namespace stillpoint
