#include "app/insights/modeldata.h"

#include "app/insights/counted.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stillpoint {

namespace {

QList<DatedSession> datedSessions(const InsightsInput &input)
{
    const Counted counted(input.series);
    QList<DatedSession> sessions;
    for (const Session &session : input.series.sessions) {
        const QDate day = counted.dayOf(session.start);
        if (counted(session) && day.isValid())
            sessions.append({&session, day});
    }
    std::sort(sessions.begin(), sessions.end(), [](const DatedSession &a, const DatedSession &b) {
        return std::tuple(a.day, a.session->id) < std::tuple(b.day, b.session->id);
    });
    return sessions;
}

QDate lastDay(const InsightsInput &input, const QList<DatedSession> &sessions, const QDate &lastRated)
{
    const QDate end = input.series.to.isValid() ? input.series.to : input.today;
    QDate last = lastRated;
    for (const DatedSession &session : sessions) {
        const QDate followed = session.day.addDays(input.settings.followUpDays);
        if (session.day <= end)
            last = std::max(last, end.isValid() ? std::min(followed, end) : followed);
    }
    return last;
}

bool isWeekend(const QDate &day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

bool weekendVaries(const ModelData &data)
{
    const auto weekend = [&data](qint64 day) { return isWeekend(data.from.addDays(day)); };
    const auto count = std::count_if(data.ratedDays.begin(), data.ratedDays.end(), weekend);
    return count > 0 && count < static_cast<qint64>(data.ratedDays.size());
}

} // namespace

bool ModelData::isRated(std::size_t day) const
{
    return !std::isnan(value[day]);
}

std::optional<std::size_t> ModelData::indexOf(const QDate &day) const
{
    if (!from.isValid() || day < from || day > to)
        return std::nullopt;
    return static_cast<std::size_t>(from.daysTo(day));
}

ModelData modelData(const InsightsInput &input)
{
    SeriesInput oneVersion = input.series;
    oneVersion.scaleVersion = input.scale.version;
    const QList<RatedDay> rated = dailySeries(oneVersion).days;
    ModelData data;
    data.sessions = datedSessions(input);
    if (rated.isEmpty())
        return data;
    data.from = rated.first().day;
    data.to = lastDay(input, data.sessions, rated.last().day);
    const auto days = static_cast<std::size_t>(data.from.daysTo(data.to) + 1);
    data.value.assign(days, std::numeric_limits<double>::quiet_NaN());
    data.sessionDay.assign(days, false);
    for (const RatedDay &day : rated) {
        data.ratedDays.push_back(data.from.daysTo(day.day));
        data.value[static_cast<std::size_t>(data.ratedDays.back())] = day.value;
    }
    for (const DatedSession &session : std::as_const(data.sessions)) {
        if (const auto index = data.indexOf(session.day))
            data.sessionDay[*index] = true;
    }
    return data;
}

std::vector<int> daysSince(const ModelData &data, const SessionTest &passes)
{
    std::vector<int> since(data.days(), never);
    auto next = data.sessions.cbegin();
    QDate latest;
    for (std::size_t i = 0; i < since.size(); ++i) {
        const QDate day = data.from.addDays(static_cast<qint64>(i));
        for (; next != data.sessions.cend() && next->day < day; ++next) {
            if (!passes || passes(*next->session))
                latest = next->day;
        }
        if (latest.isValid())
            since[i] = static_cast<int>(std::min<qint64>(never, latest.daysTo(day)));
    }
    return since;
}

DayColumn followUps(const ModelData &data, int length, const SessionTest &passes)
{
    const std::vector<int> since = daysSince(data, passes);
    DayColumn column(since.size());
    std::transform(since.begin(), since.end(), column.begin(), [length](int days) { return days <= length; });
    return column;
}

int followedSessions(const ModelData &data, int length, const SessionTest &passes)
{
    int count = 0;
    QDate before;
    for (const DatedSession &session : data.sessions) {
        if (session.day == before || (passes && !passes(*session.session)))
            continue;
        before = session.day;
        for (int k = 1; k <= length; ++k) {
            const auto index = data.indexOf(session.day.addDays(k));
            if (index && data.isRated(*index)) {
                ++count;
                break;
            }
        }
    }
    return count;
}

RowMatrix modelColumns(const ModelData &data, const std::vector<DayColumn> &columns)
{
    const bool weekend = weekendVaries(data);
    const auto given = static_cast<Eigen::Index>(columns.size());
    RowMatrix matrix(static_cast<Eigen::Index>(data.days()), given + (weekend ? 3 : 2));
    const double last = static_cast<double>(data.ratedDays.empty() ? 0 : data.ratedDays.back());
    for (std::size_t day = 0; day < data.days(); ++day) {
        const auto row = static_cast<Eigen::Index>(day);
        matrix(row, 0) = 1;
        for (Eigen::Index k = 0; k < given; ++k)
            matrix(row, k + 1) = columns[static_cast<std::size_t>(k)][day] ? 1 : 0;
        if (weekend)
            matrix(row, given + 1) = isWeekend(data.from.addDays(static_cast<qint64>(day))) ? 1 : 0;
        matrix(row, matrix.cols() - 1) = last > 0 ? static_cast<double>(day) / last - 0.5 : 0;
    }
    return matrix;
}

EngineRows modelRows(const ModelData &data, const RowMatrix &columns)
{
    EngineRows rows;
    rows.days = data.ratedDays;
    rows.columns.resize(static_cast<Eigen::Index>(data.ratedDays.size()), columns.cols());
    int cluster = 0;
    std::size_t reached = 0;
    for (std::size_t i = 0; i < rows.days.size(); ++i) {
        const auto day = static_cast<std::size_t>(rows.days[i]);
        for (; reached < day; ++reached)
            cluster += data.sessionDay[reached] ? 1 : 0;
        rows.clusters.push_back(cluster);
        rows.values.push_back(data.value[day]);
        rows.columns.row(static_cast<Eigen::Index>(i)) = columns.row(rows.days[i]);
    }
    return rows;
}

} // namespace stillpoint
