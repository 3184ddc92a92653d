#include "app/journal/entryindex.h"

#include "app/journal/journalday.h"

#include <QTimeZone>

#include <algorithm>

namespace stillpoint {

namespace {

qint64 noonOf(const QDate &day)
{
    return QDateTime(day, QTime(12, 0), QTimeZone::utc()).toMSecsSinceEpoch();
}

template<class T>
std::optional<Entry> entryAt(RecordKind kind, const T &value, const When &when, int dayStartMinutes)
{
    if (when.moment)
        return Entry{kind, value.id, journalDay(*when.moment, dayStartMinutes), when.moment->utcMs,
                     value.demo};
    if (!when.day.isValid())
        return std::nullopt;
    return Entry{kind, value.id, when.day, noonOf(when.day), value.demo};
}

bool isOlder(const Entry &a, const Entry &b)
{
    return a.sortMs != b.sortMs ? a.sortMs < b.sortMs : a.id < b.id;
}

/// A journal day lies within this many days of noon UTC of its date, wherever it was and whenever it begins.
constexpr int daysAround = 3;

} // namespace

void EntryIndex::insert(const Entry &entry)
{
    m_entries.insert(std::upper_bound(m_entries.begin(), m_entries.end(), entry, isOlder), entry);
}

void EntryIndex::remove(const Entry &entry)
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), entry, isOlder);
    if (found != m_entries.end() && found->id == entry.id)
        m_entries.erase(found);
}

void EntryIndex::assign(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    std::sort(m_entries.begin(), m_entries.end(), isOlder);
}

QList<Entry> EntryIndex::matching(const EntryFilter &filter) const
{
    auto begin = m_entries.begin();
    auto end = m_entries.end();
    if (filter.from.isValid()) {
        const Entry first{{}, {}, {}, noonOf(filter.from.addDays(-daysAround))};
        begin = std::lower_bound(begin, end, first, isOlder);
    }
    if (filter.to.isValid()) {
        const Entry last{{}, {}, {}, noonOf(filter.to.addDays(daysAround))};
        end = std::upper_bound(begin, end, last, isOlder);
    }
    QList<Entry> entries;
    while (end != begin) {
        const Entry &entry = *--end;
        const bool inRange = (!filter.from.isValid() || entry.day >= filter.from) &&
                             (!filter.to.isValid() || entry.day <= filter.to);
        if (inRange && (!filter.kind || entry.kind == *filter.kind))
            entries.append(entry);
    }
    return entries;
}

std::optional<Entry> entryOf(const Session &session, int dayStartMinutes)
{
    return entryAt(RecordKind::Session, session, session.start, dayStartMinutes);
}

std::optional<Entry> entryOf(const CheckIn &checkIn, int dayStartMinutes)
{
    return entryAt(RecordKind::CheckIn, checkIn, checkIn.time, dayStartMinutes);
}

std::optional<Entry> entryOf(const Skip &skip, int dayStartMinutes)
{
    return entryAt(RecordKind::Skip, skip, When::on(skip.day), dayStartMinutes);
}

std::optional<Entry> entryOf(const Record &record, int dayStartMinutes)
{
    return std::visit(
        [&]<class T>(const T &value) -> std::optional<Entry> {
            if constexpr (std::is_same_v<T, Session> || std::is_same_v<T, CheckIn> || std::is_same_v<T, Skip>)
                return entryOf(value, dayStartMinutes);
            else
                return std::nullopt;
        },
        record);
}

} // namespace stillpoint
