#pragma once

#include "app/journal/records.h"

#include <QDate>
#include <QList>

namespace stillpoint {

/// One rated journal day.
struct RatedDay
{
    QDate day;
    double value = 0; ///< scale units; median of the day's admitted ratings
    bool operator==(const RatedDay &) const = default;
};

/// A done session as a mark on the time axis.
struct SessionMark
{
    QUuid id;
    QDate day;
    std::optional<qint64> startMs;
    QString modality; ///< the first one's code
    bool operator==(const SessionMark &) const = default;
};

/// A single admitted rating: the raw dot, with the entry it comes from.
struct RatingDot
{
    QUuid record;
    RecordKind kind = RecordKind::CheckIn;
    QDate day;
    std::optional<qint64> atMs; ///< UTC ms; empty on day-only entries
    double value = 0;
    bool operator==(const RatingDot &) const = default;
};

/// Everything that trend and coverage need, of one scale. Days ascending, one row per rated day; a day
/// without an admitted rating has no row (missing is never a number).
struct DailySeries
{
    QString scale;
    QList<RatedDay> days;
    QList<RatingDot> dots;
    QList<SessionMark> sessions;
    QList<QDate> skipped; ///< ascending
    bool operator==(const DailySeries &) const = default;
};

/// What the series is made from: plain values, so that it can be computed on any thread.
struct SeriesInput
{
    QList<Session> sessions;
    QList<CheckIn> checkIns;
    QList<Skip> skips;
    QString scale;
    std::optional<int> scaleVersion; ///< only ratings given under this version; empty: all
    bool ignoreDemo = false; ///< as ignoresDemo() of the whole journal says, of which this may be a part
    int dayStartMinutes = 0;
    QDate from; ///< included; invalid: open
    QDate to;   ///< included; invalid: open
};

/// The daily value of formats.md §4: median of phases adhoc, before, next-morning, day3, day7; never after or
/// h2; on a session day only ratings about a time before the first session, on a day-only session's day none.
DailySeries dailySeries(const SeriesInput &input);

/// The first day with a rating, session or skip; invalid when there is none.
QDate firstDay(const DailySeries &series);

/// Share of days from the first to the last of `from`..`to` that are rated. 0 to 1; empty for an empty range.
std::optional<double> coverage(const DailySeries &series, const QDate &from, const QDate &to);

} // namespace stillpoint
