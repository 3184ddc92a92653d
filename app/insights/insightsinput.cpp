#include "app/insights/insightsinput.h"

#include "app/insights/demorule.h"
#include "app/journal/journal.h"
#include "app/journal/journalday.h"

namespace stillpoint {

namespace {

/// The journal day on which a record was made, which its id holds (UUIDv7), by the clock of `where`; invalid
/// for an id of another kind.
QDate dayMade(const QUuid &id, const Moment &where, int dayStartMinutes)
{
    constexpr int unixTime = 7;
    if (id.variant() != QUuid::DCE || id.data3 >> 12 != unixTime)
        return {};
    Moment made = where;
    made.utcMs = (static_cast<qint64>(id.data1) << 16) | id.data2;
    return journalDay(made, dayStartMinutes);
}

/// A session that was recorded on an earlier day than its own was planned then.
QHash<QUuid, QDate> bookedDays(const SeriesInput &series)
{
    QHash<QUuid, QDate> booked;
    for (const Session &session : series.sessions) {
        const When &start = session.start;
        const QDate made = dayMade(session.id, start.moment.value_or(Moment()), series.dayStartMinutes);
        const QDate day = start.moment ? journalDay(*start.moment, series.dayStartMinutes) : start.day;
        if (made.isValid() && made < day)
            booked.insert(session.id, made);
    }
    return booked;
}

} // namespace

InsightsInput insightsInput(const Journal &journal, const Scale &scale, int dayStartMinutes,
                            const QDate &from, const QDate &to)
{
    InsightsInput input;
    input.scale = scale;
    input.today = journal.today();
    SeriesInput &series = input.series;
    series.sessions = journal.all<Session>();
    series.checkIns = journal.all<CheckIn>();
    series.skips = journal.all<Skip>();
    series.ignoreDemo = ignoresDemo(series.sessions, series.checkIns, series.skips);
    series.scale = scale.code;
    series.dayStartMinutes = dayStartMinutes;
    series.from = from;
    series.to = to;
    input.booked = bookedDays(series);
    return input;
}

double improvement(const Scale &scale, double earlier, double later)
{
    return scale.direction == Direction::HigherWorse ? earlier - later : later - earlier;
}

double pointOn(const Scale &scale)
{
    constexpr double range = 10;
    return (scale.maximum - scale.minimum) / range;
}

} // namespace stillpoint
