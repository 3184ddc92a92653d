#include "app/insights/trend.h"

#include <algorithm>

namespace stillpoint {

namespace {

/// How many of the sorted values lie below x when each is spread evenly over value ± half.
double countBelow(const QList<double> &values, double x, double half)
{
    double count = 0;
    for (const double value : values)
        count += std::clamp((x - (value - half)) / (2 * half), 0.0, 1.0);
    return count;
}

/// Where the blocks end: one past the last index of each run without a too long gap.
QList<qsizetype> blockEnds(const QList<RatedDay> &days, int longestGapDays)
{
    QList<qsizetype> ends;
    for (qsizetype i = 1; i < days.size(); ++i) {
        if (days.at(i - 1).day.daysTo(days.at(i).day) > longestGapDays)
            ends.append(i);
    }
    if (!days.isEmpty())
        ends.append(days.size());
    return ends;
}

TrendPoint pointAt(const QDate &day, const QList<double> &values, const TrendOptions &options)
{
    const auto quantile = [&](double p) {
        return std::clamp(groupedQuantile(values, p, options.step), options.minimum, options.maximum);
    };
    return {day, quantile(0.5), quantile(0.25), quantile(0.75), static_cast<int>(values.size())};
}

/// Appends the segments of the block [from, to).
void appendBlock(QList<TrendSegment> &segments, const QList<RatedDay> &days, qsizetype from, qsizetype to,
                 const TrendOptions &options)
{
    const int half = options.windowDays / 2;
    TrendSegment segment;
    qsizetype first = from;
    qsizetype last = from; // one past the window
    for (QDate day = days.at(from).day; day <= days.at(to - 1).day; day = day.addDays(1)) {
        while (first < to && days.at(first).day < day.addDays(-half))
            ++first;
        while (last < to && days.at(last).day <= day.addDays(half))
            ++last;
        if (last - first < options.minimumDays) {
            if (!segment.isEmpty())
                segments.append(std::exchange(segment, {}));
            continue;
        }
        QList<double> values;
        for (qsizetype i = first; i < last; ++i)
            values.append(days.at(i).value);
        segment.append(pointAt(day, values, options));
    }
    if (!segment.isEmpty())
        segments.append(segment);
}

} // namespace

QList<TrendSegment> trend(const QList<RatedDay> &days, const TrendOptions &options)
{
    QList<TrendSegment> segments;
    qsizetype from = 0;
    for (const qsizetype to : blockEnds(days, options.longestGapDays)) {
        appendBlock(segments, days, from, to, options);
        from = to;
    }
    return segments;
}

int missingRatedDays(const QList<RatedDay> &days, const QDate &today, const TrendOptions &options)
{
    int found = 0;
    QDate next = today;
    for (auto day = days.crbegin(); day != days.crend(); ++day) {
        if (day->day.daysTo(next) > options.longestGapDays || day->day.daysTo(today) >= options.windowDays)
            break;
        ++found;
        next = day->day;
    }
    return std::max(0, options.minimumDays - found);
}

double groupedQuantile(const QList<double> &values, double p, double step)
{
    const double half = step / 2;
    const double wanted = p * static_cast<double>(values.size());
    constexpr double tolerance = 1e-9;
    QList<double> edges;
    for (const double value : values)
        edges << value - half << value + half;
    std::sort(edges.begin(), edges.end());
    // The distribution function is linear between neighbouring edges, so both ends of where it equals
    // `wanted` are found by walking them.
    double low = edges.first();
    double high = edges.last();
    double before = 0;
    for (qsizetype i = 1; i < edges.size(); ++i) {
        const double at = countBelow(values, edges.at(i), half);
        if (before < wanted - tolerance && at >= wanted - tolerance) {
            const double share = std::min(1.0, (wanted - before) / (at - before));
            low = edges.at(i - 1) + share * (edges.at(i) - edges.at(i - 1));
        }
        if (before <= wanted + tolerance && at > wanted + tolerance) {
            const double share = std::max(0.0, (wanted - before) / (at - before));
            high = edges.at(i - 1) + share * (edges.at(i) - edges.at(i - 1));
            break;
        }
        before = at;
    }
    return (low + high) / 2;
}

} // namespace stillpoint
