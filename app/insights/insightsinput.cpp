#include "app/insights/insightsinput.h"

#include "app/insights/demorule.h"
#include "app/journal/journal.h"

namespace stillpoint {

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
