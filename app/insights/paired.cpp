#include "app/insights/paired.h"

#include "app/insights/counted.h"
#include "app/insights/quantiles.h"

#include <algorithm>
#include <cmath>

namespace stillpoint {

Interval meanInterval(const QList<double> &values, double confidence)
{
    const auto n = static_cast<double>(values.size());
    double mean = 0;
    for (const double value : values)
        mean += value / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const double half = intervalFactor(confidence, n - 1) * std::sqrt(squares / (n - 1) / n);
    return {mean, mean - half, mean + half};
}

PairedChange pairedChange(const InsightsInput &input)
{
    SeriesInput oneVersion = input.series;
    oneVersion.scaleVersion = input.scale.version;
    const Counted counted(oneVersion);
    PairedChange result;
    for (const Session &session : input.series.sessions) {
        const QDate day = counted.dayOf(session.start);
        if (!counted(session) || !counted.inRange(day))
            continue;
        const auto before = counted.rated(session, Phase::Before);
        const auto after = counted.rated(session, Phase::After);
        if (!before || !after) {
            ++result.notRatedTwice;
            continue;
        }
        PairedDot dot{session.id,
                      day,
                      {},
                      session.modalities.value(0),
                      *before,
                      *after,
                      improvement(input.scale, *before, *after)};
        if (session.start.moment)
            dot.startMs = session.start.moment->utcMs;
        int &count = dot.improvement > 0 ? result.better : dot.improvement < 0 ? result.worse : result.same;
        ++count;
        result.dots.append(dot);
    }
    std::sort(result.dots.begin(), result.dots.end(), [](const PairedDot &a, const PairedDot &b) {
        return std::tuple(a.day, a.startMs, a.session) < std::tuple(b.day, b.startMs, b.session);
    });
    if (result.dots.size() >= pairsForMean) {
        QList<double> improvements;
        for (const PairedDot &dot : std::as_const(result.dots))
            improvements.append(dot.improvement);
        result.mean = meanInterval(improvements, input.settings.confidence);
    }
    return result;
}

} // namespace stillpoint
