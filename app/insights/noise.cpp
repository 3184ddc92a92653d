#include "app/insights/noise.h"

#include "app/insights/counted.h"
#include "app/insights/quantiles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stillpoint {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 longestMs = 180 * minuteMs;
constexpr int usualMinutes = 60; ///< a session whose length is not known

struct TimedRating
{
    qint64 atMs = 0;
    double value = 0;
};

struct Span
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
};

/// The instants of an input's ratings, and the stretches of time that no pair may reach across.
class PairFinder
{
public:
    explicit PairFinder(const SeriesInput &input)
        : m_counted(input)
    {
        for (const Session &session : input.sessions) {
            if (m_counted(session) && session.start.moment)
                add(session);
        }
        for (const CheckIn &checkIn : input.checkIns) {
            if (m_counted(checkIn) && checkIn.time.moment)
                add(checkIn.ratings, checkIn.time, checkIn.time.moment->utcMs);
        }
        std::sort(m_ratings.begin(), m_ratings.end(), [](const TimedRating &a, const TimedRating &b) {
            return std::tuple(a.atMs, a.value) < std::tuple(b.atMs, b.value);
        });
        std::sort(m_spans.begin(), m_spans.end(),
                  [](const Span &a, const Span &b) { return a.fromMs < b.fromMs; });
        qint64 end = std::numeric_limits<qint64>::min();
        for (Span &span : m_spans) // overlapping sessions become one, so that the ends ascend too
            end = span.toMs = std::max(end, span.toMs);
    }

    /// Each rating is in one pair at most.
    QList<double> differences() const
    {
        QList<double> found;
        for (qsizetype i = 1; i < m_ratings.size(); ++i) {
            const TimedRating &first = m_ratings.at(i - 1);
            const TimedRating &second = m_ratings.at(i);
            if (second.atMs - first.atMs > longestMs || isSeparated(first, second))
                continue;
            found.append(second.value - first.value);
            ++i;
        }
        return found;
    }

private:
    void add(const Session &session)
    {
        const qint64 start = session.start.moment->utcMs;
        const qint64 end = start + session.minutes.value_or(usualMinutes) * minuteMs;
        m_spans.append({start, end});
        for (const auto &[key, rating] : session.ratings)
            add({{key, rating}}, session.start, key.phase == Phase::After ? end : start);
    }
    void add(const Ratings &ratings, const When &when, qint64 atMs)
    {
        for (const auto &[key, rating] : ratings) {
            if (m_counted(key, rating) && m_counted.inRange(m_counted.dayAbout(when, rating.aboutMs)))
                m_ratings.append({rating.aboutMs.value_or(atMs), *rating.value});
        }
    }
    bool isSeparated(const TimedRating &first, const TimedRating &second) const
    {
        const auto ends = std::upper_bound(m_spans.cbegin(), m_spans.cend(), first.atMs,
                                           [](qint64 ms, const Span &span) { return ms < span.toMs; });
        return ends != m_spans.cend() && ends->fromMs < second.atMs;
    }

    Counted m_counted;
    QList<TimedRating> m_ratings;
    QList<Span> m_spans;
};

} // namespace

NoiseFloor noiseFloor(const InsightsInput &input)
{
    SeriesInput oneVersion = input.series;
    oneVersion.scaleVersion = input.scale.version;
    const QList<double> differences = PairFinder(oneVersion).differences();
    NoiseFloor result;
    result.pairs = static_cast<int>(differences.size());
    result.missingPairs = std::max(0, pairsForNoise - result.pairs);
    if (result.missingPairs > 0)
        return result;
    double squares = 0;
    for (const double difference : differences)
        squares += difference * difference;
    const double n = result.pairs;
    const double sem = std::sqrt(squares / n / 2);
    const double outside = (1 - input.settings.confidence) / 2;
    result.sem = Interval{sem, sem * std::sqrt(n / chiSquaredQuantile(1 - outside, n)),
                          sem * std::sqrt(n / chiSquaredQuantile(outside, n))};
    result.wobble = std::max(input.scale.step, studentQuantile(0.975, n) * std::sqrt(2.0) * sem);
    return result;
}

} // namespace stillpoint
