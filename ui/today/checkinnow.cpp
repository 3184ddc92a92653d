#include "ui/today/checkinnow.h"

#include "app/base/clock.h"
#include "app/base/identifiers.h"
#include "app/journal/journal.h"
#include "app/journal/scales.h"
#include "app/journal/skips.h"

namespace stillpoint::ui {

namespace {

Result<void> putCheckIn(Journal &journal, const CheckIn &checkIn)
{
    return journal.put({checkIn}, Author::Person, skipsEndedBy(journal, {checkIn}));
}

} // namespace

std::optional<CheckIn> openCheckIn(const Journal &journal, const Clock &clock)
{
    const qint64 now = clock.now().utcMs;
    // A day before, since the journal day may change within the ten minutes.
    const QDate today = journal.today();
    for (const Entry &entry : journal.entries({today.addDays(-1), today.addDays(1), RecordKind::CheckIn})) {
        const auto checkIn = journal.find<CheckIn>(entry.id);
        if (!checkIn || !checkIn->time.moment || checkIn->demo || checkIn->trigger != Trigger::Self ||
            !checkIn->session.isNull())
            continue;
        const qint64 age = now - checkIn->time.moment->utcMs;
        if (age >= 0 && age < joinMs)
            return checkIn;
    }
    return std::nullopt;
}

Result<void> rateNow(Journal &journal, const Clock &clock, const Scale &scale, std::optional<double> value)
{
    const Moment now = clock.now();
    const RatingKey key{Phase::AdHoc, scale.code, {}};
    auto checkIn = openCheckIn(journal, clock);
    if (!value) {
        if (!checkIn || checkIn->ratings.erase(key) == 0)
            return {};
        if (checkIn->ratings.empty() && checkIn->context.isEmpty() && checkIn->note.isEmpty())
            return journal.remove(RecordKind::CheckIn, checkIn->id);
        return putCheckIn(journal, *checkIn);
    }
    if (!checkIn) {
        checkIn.emplace();
        checkIn->id = newId(now.utcMs);
        checkIn->time = When::at(now);
    }
    Rating rating;
    rating.value = value;
    rating.scaleVersion = scale.version;
    rating.givenMs = now.utcMs;
    checkIn->ratings[key] = rating;
    return putCheckIn(journal, *checkIn);
}

} // namespace stillpoint::ui
