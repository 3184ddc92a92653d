#include "app/journal/journalday.h"

#include "app/journal/records.h"

namespace stillpoint {

QDate journalDay(const Moment &moment, int dayStartMinutes)
{
    constexpr qint64 msPerMinute = 60'000;
    constexpr qint64 msPerDay = 86'400'000;
    const qint64 ms = moment.utcMs + (moment.offsetMinutes - dayStartMinutes) * msPerMinute;
    const qint64 days = ms >= 0 ? ms / msPerDay : (ms - msPerDay + 1) / msPerDay;
    return QDate(1970, 1, 1).addDays(days);
}

bool entersDay(Phase phase)
{
    return phase != Phase::After && phase != Phase::H2;
}

} // namespace stillpoint
