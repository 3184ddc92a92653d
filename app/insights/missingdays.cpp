#include "app/insights/missingdays.h"

#include "app/insights/quantiles.h"

#include <algorithm>
#include <cmath>

namespace stillpoint {

namespace {

constexpr double tooMuchLess = 0.15;
constexpr double unlikely = 1.28;

/// Rated days among days of one kind.
struct Share
{
    int rated = 0;
    int days = 0;
    void add(bool isRated)
    {
        ++days;
        rated += isRated ? 1 : 0;
    }
    double value() const { return static_cast<double>(rated) / days; }
};

bool ratedLessAfterSessions(const ModelData &data, const DayColumn &treated)
{
    Share after;
    Share other;
    for (std::size_t day = 0; day < data.days(); ++day) {
        if (!data.sessionDay[day])
            (treated[day] ? after : other).add(data.isRated(day));
    }
    return after.days > 0 && other.days > 0 && other.value() - after.value() >= tooMuchLess;
}

/// Untreated days, by whether the rated day before them was worse or better than the median.
bool ratedLessAfterBadDays(const ModelData &data, const DayColumn &treated, Direction direction)
{
    std::vector<double> values;
    for (const qint64 day : data.ratedDays)
        values.push_back(data.value[static_cast<std::size_t>(day)]);
    const double median = medianOf(std::move(values));
    Share afterBad;
    Share afterGood;
    for (std::size_t day = 1; day < data.days(); ++day) {
        if (data.sessionDay[day] || treated[day] || !data.isRated(day - 1) || data.value[day - 1] == median)
            continue;
        const bool above = data.value[day - 1] > median;
        (above == (direction != Direction::HigherBetter) ? afterBad : afterGood).add(data.isRated(day));
    }
    if (afterBad.days == 0 || afterGood.days == 0)
        return false;
    const double pooled =
        static_cast<double>(afterBad.rated + afterGood.rated) / (afterBad.days + afterGood.days);
    const double sd = std::sqrt(pooled * (1 - pooled) * (1.0 / afterBad.days + 1.0 / afterGood.days));
    return sd > 0 && (afterGood.value() - afterBad.value()) / sd > unlikely;
}

} // namespace

double missingDaysShare(const ModelData &data, const RowMatrix &columns, Eigen::Index column,
                        const DayColumn &treated, const GridPoint &at)
{
    EngineRows everyDay;
    everyDay.columns = columns;
    everyDay.clusters.assign(data.days(), 0);
    bool anyUnrated = false;
    for (std::size_t day = 0; day < data.days(); ++day) {
        const bool unrated = treated[day] && !data.isRated(day);
        everyDay.days.push_back(static_cast<qint64>(day));
        everyDay.values.push_back(unrated ? 1 : 0);
        anyUnrated = anyUnrated || unrated;
    }
    if (!anyUnrated)
        return 0;
    const auto fit = fitAt(everyDay, at);
    return fit ? fit->b[column] : 0;
}

QList<GuardFlag> missingDaysFlags(const ModelData &data, const DayColumn &treated, Direction direction)
{
    QList<GuardFlag> flags;
    if (ratedLessAfterSessions(data, treated))
        flags.append(GuardFlag::RatedLessAfterSessions);
    if (direction != Direction::Neutral && ratedLessAfterBadDays(data, treated, direction))
        flags.append(GuardFlag::RatedLessAfterBadDays);
    return flags;
}

} // namespace stillpoint
