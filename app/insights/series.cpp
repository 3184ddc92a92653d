#include "app/insights/series.h"

#include "app/insights/counted.h"
#include "app/insights/quantiles.h"
#include "app/journal/journalday.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace stillpoint {

namespace {

/// The done sessions of one journal day, as far as they decide which ratings of that day count.
struct SessionDay
{
    bool dayOnly = false;
    std::optional<qint64> firstMs;
    QUuid first;
};

class SeriesMaker
{
public:
    explicit SeriesMaker(const SeriesInput &input);
    DailySeries make();

private:
    void addSession(const Session &session);
    void addRatings(const QUuid &record, RecordKind kind, const When &when, const Ratings &ratings);
    bool beforeFirstSession(const RatingDot &dot, Phase phase) const;
    void summariseDays();

    const SeriesInput &m_input;
    Counted m_counted;
    QHash<QDate, SessionDay> m_sessionDays;
    DailySeries m_series;
};

SeriesMaker::SeriesMaker(const SeriesInput &input)
    : m_input(input)
    , m_counted(input)
{
}

void SeriesMaker::addSession(const Session &session)
{
    const QDate day = m_counted.dayOf(session.start);
    SessionDay &on = m_sessionDays[day];
    if (!session.start.moment) {
        on.dayOnly = true;
    } else if (!on.firstMs || session.start.moment->utcMs < *on.firstMs) {
        on.firstMs = session.start.moment->utcMs;
        on.first = session.id;
    }
    if (!m_counted.inRange(day))
        return;
    SessionMark mark{session.id, day, std::nullopt, session.modalities.value(0)};
    if (session.start.moment)
        mark.startMs = session.start.moment->utcMs;
    m_series.sessions.append(mark);
}

bool SeriesMaker::beforeFirstSession(const RatingDot &dot, Phase phase) const
{
    const auto on = m_sessionDays.constFind(dot.day);
    if (on == m_sessionDays.cend())
        return true;
    if (on->dayOnly)
        return false;
    if (phase == Phase::Before && dot.record == on->first)
        return true;
    return dot.atMs && *dot.atMs < *on->firstMs;
}

void SeriesMaker::addRatings(const QUuid &record, RecordKind kind, const When &when, const Ratings &ratings)
{
    for (const auto &[key, rating] : ratings) {
        if (!entersDay(key.phase) || !m_counted(key, rating))
            continue;
        RatingDot dot{record, kind, m_counted.dayAbout(when, rating.aboutMs), std::nullopt, *rating.value};
        if (rating.aboutMs)
            dot.atMs = rating.aboutMs;
        else if (when.moment)
            dot.atMs = when.moment->utcMs;
        if (m_counted.inRange(dot.day) && beforeFirstSession(dot, key.phase))
            m_series.dots.append(dot);
    }
}

void SeriesMaker::summariseDays()
{
    for (qsizetype from = 0; from < m_series.dots.size();) {
        const QDate day = m_series.dots.at(from).day;
        std::vector<double> values;
        for (; from < m_series.dots.size() && m_series.dots.at(from).day == day; ++from)
            values.push_back(m_series.dots.at(from).value);
        m_series.days.append({day, medianOf(std::move(values))});
    }
}

DailySeries SeriesMaker::make()
{
    m_series.scale = m_input.scale;
    for (const Session &session : m_input.sessions) {
        if (m_counted(session))
            addSession(session);
    }
    for (const Session &session : m_input.sessions) {
        if (m_counted(session))
            addRatings(session.id, RecordKind::Session, session.start, session.ratings);
    }
    for (const CheckIn &checkIn : m_input.checkIns) {
        if (m_counted(checkIn))
            addRatings(checkIn.id, RecordKind::CheckIn, checkIn.time, checkIn.ratings);
    }
    QSet<QDate> skipped;
    for (const Skip &skip : m_input.skips) {
        if (m_counted(skip) && m_counted.inRange(skip.day))
            skipped.insert(skip.day);
    }
    m_series.skipped = QList<QDate>(skipped.cbegin(), skipped.cend());
    std::sort(m_series.skipped.begin(), m_series.skipped.end());
    std::sort(m_series.sessions.begin(), m_series.sessions.end(),
              [](const SessionMark &a, const SessionMark &b) {
                  return std::tuple(a.day, a.startMs, a.id) < std::tuple(b.day, b.startMs, b.id);
              });
    std::sort(m_series.dots.begin(), m_series.dots.end(), [](const RatingDot &a, const RatingDot &b) {
        return std::tuple(a.day, a.atMs, a.value, a.record) < std::tuple(b.day, b.atMs, b.value, b.record);
    });
    summariseDays();
    return m_series;
}

} // namespace

DailySeries dailySeries(const SeriesInput &input)
{
    return SeriesMaker(input).make();
}

QDate firstDay(const DailySeries &series)
{
    QDate first;
    const auto take = [&first](const QDate &day) {
        if (!first.isValid() || day < first)
            first = day;
    };
    if (!series.days.isEmpty())
        take(series.days.first().day);
    if (!series.sessions.isEmpty())
        take(series.sessions.first().day);
    if (!series.skipped.isEmpty())
        take(series.skipped.first());
    return first;
}

std::optional<double> coverage(const DailySeries &series, const QDate &from, const QDate &to)
{
    if (!from.isValid() || !to.isValid() || to < from)
        return std::nullopt;
    const auto rated = std::count_if(series.days.cbegin(), series.days.cend(),
                                     [&](const RatedDay &day) { return day.day >= from && day.day <= to; });
    return static_cast<double>(rated) / static_cast<double>(from.daysTo(to) + 1);
}

} // namespace stillpoint
