#pragma once

#include "app/insights/engine.h"
#include "app/insights/insightsinput.h"

#include <functional>

namespace stillpoint {

/// A done session of any day; the session lives in the input.
struct DatedSession
{
    const Session *session = nullptr;
    QDate day;
};

/// The rated days of one scale version, every day between them, and the sessions around them: what guard,
/// groups and stress test make their rows from. Refers to the input, which has to outlive it.
struct ModelData
{
    QList<DatedSession> sessions;  ///< by day; also from before the range, since they act on its first days
    QDate from;                    ///< the first rated day in the range; invalid when there is none
    QDate to;                      ///< the last rated day, or the end of the last follow-up in the range
    std::vector<double> value;     ///< per day from `from` to `to`; NaN where not rated
    std::vector<qint64> ratedDays; ///< indices into the above, ascending
    std::vector<bool> sessionDay;  ///< per day

    std::size_t days() const { return value.size(); }
    bool isRated(std::size_t day) const;
    std::optional<std::size_t> indexOf(const QDate &day) const; ///< empty outside
};

/// Per day 1 or 0.
using DayColumn = std::vector<bool>;
using SessionTest = std::function<bool(const Session &)>;

ModelData modelData(const InsightsInput &input);

/// Days since the last session that passes, strictly before the day; `never` where there is none.
std::vector<int> daysSince(const ModelData &data, const SessionTest &passes = {});
inline constexpr int never = 1'000'000;

/// D of the model: days 1…L after a session. Overlapping windows stay 1.
DayColumn followUps(const ModelData &data, int length, const SessionTest &passes = {});

/// Distinct session days of which one of the days 1…L is rated. Two sessions on one day tell no more than
/// one.
int followedSessions(const ModelData &data, int length, const SessionTest &passes = {});

/// Columns 1, the given ones, weekend, linear trend (±½ over the rated days), for every day. Weekend is left
/// out where all rated days are alike in it.
RowMatrix modelColumns(const ModelData &data, const std::vector<DayColumn> &columns);

/// The rated days' rows; clusters end with each session day.
EngineRows modelRows(const ModelData &data, const RowMatrix &columns);

} // namespace stillpoint
