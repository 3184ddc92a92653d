#include "app/journal/skips.h"

#include "app/base/identifiers.h"
#include "app/journal/journalday.h"

#include <algorithm>

namespace stillpoint {

namespace {

bool holdsRatingOf(const Ratings &ratings, const When &time, const Journal &journal)
{
    const QDate day = journal.dayOf(time);
    return std::any_of(ratings.begin(), ratings.end(), [&](const auto &each) {
        const auto &[key, rating] = each;
        if (!rating.value || !key.region.isEmpty() || !entersDay(key.phase))
            return false;
        if (!time.moment || !rating.aboutMs)
            return true;
        Moment about = *time.moment;
        about.utcMs = *rating.aboutMs;
        return journal.dayOf(When::at(about)) == day;
    });
}

/// The journal day that the person's own record rates; invalid when it rates none.
QDate ratedDay(const Journal &journal, const Record &record)
{
    if (const auto *checkIn = std::get_if<CheckIn>(&record)) {
        const bool rates = !checkIn->demo && holdsRatingOf(checkIn->ratings, checkIn->time, journal);
        return rates ? journal.dayOf(checkIn->time) : QDate();
    }
    if (const auto *session = std::get_if<Session>(&record)) {
        const bool rates = !session->demo && session->status == SessionStatus::Done &&
                           holdsRatingOf(session->ratings, session->start, journal);
        return rates ? journal.dayOf(session->start) : QDate();
    }
    return {};
}

} // namespace

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
    return journal.put({}, Author::Person, skipsOf(journal, day));
}

bool isRated(const Journal &journal, const QDate &day)
{
    const QList<Entry> entries = journal.entries({day, day, {}});
    return std::any_of(entries.begin(), entries.end(), [&](const Entry &entry) {
        const auto record = journal.record({entry.kind, entry.id});
        return record && ratedDay(journal, *record).isValid();
    });
}

QList<RecordRef> skipsEndedBy(const Journal &journal, const QList<Record> &records)
{
    QList<RecordRef> refs;
    for (const Record &record : records) {
        const QDate day = ratedDay(journal, record);
        for (const RecordRef &ref : day.isValid() ? skipsOf(journal, day) : QList<RecordRef>()) {
            if (!refs.contains(ref))
                refs.append(ref);
        }
    }
    return refs;
}

} // namespace stillpoint
