#include "app/insights/series.h"

#include "app/journal/journalday.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

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
    template<class T>
    bool counts(const T &record) const
    {
        return !(m_real && record.demo);
    }
    bool inRange(const QDate &day) const;
    QDate dayOf(const When &when) const;
    QDate dayAbout(const When &when, const std::optional<qint64> &aboutMs) const;
    void addSession(const Session &session);
    void addRatings(const QUuid &record, RecordKind kind, const When &when, const Ratings &ratings);
    bool beforeFirstSession(const RatingDot &dot, Phase phase) const;
    void summariseDays();

    const SeriesInput &m_input;
    bool m_real = false;
    QHash<QDate, SessionDay> m_sessionDays;
    DailySeries m_series;
};

template<class T>
bool anyReal(const QList<T> &records)
{
    return std::any_of(records.cbegin(), records.cend(), [](const T &record) { return !record.demo; });
}

bool enters(Phase phase)
{
    return phase != Phase::After && phase != Phase::H2;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype half = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(half) : (values.at(half - 1) + values.at(half)) / 2;
}

SeriesMaker::SeriesMaker(const SeriesInput &input)
    : m_input(input)
    , m_real(anyReal(input.sessions) || anyReal(input.checkIns) || anyReal(input.skips))
{
}

bool SeriesMaker::inRange(const QDate &day) const
{
    return day.isValid() && !(m_input.from.isValid() && day < m_input.from) &&
           !(m_input.to.isValid() && day > m_input.to);
}

QDate SeriesMaker::dayOf(const When &when) const
{
    return when.moment ? journalDay(*when.moment, m_input.dayStartMinutes) : when.day;
}

QDate SeriesMaker::dayAbout(const When &when, const std::optional<qint64> &aboutMs) const
{
    if (!when.moment || !aboutMs)
        return dayOf(when);
    Moment about = *when.moment;
    about.utcMs = *aboutMs;
    return journalDay(about, m_input.dayStartMinutes);
}

void SeriesMaker::addSession(const Session &session)
{
    const QDate day = dayOf(session.start);
    SessionDay &on = m_sessionDays[day];
    if (!session.start.moment) {
        on.dayOnly = true;
    } else if (!on.firstMs || session.start.moment->utcMs < *on.firstMs) {
        on.firstMs = session.start.moment->utcMs;
        on.first = session.id;
    }
    if (!inRange(day))
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
        if (key.scale != m_input.scale || !key.region.isEmpty() || !enters(key.phase) || !rating.value ||
            !std::isfinite(*rating.value))
            continue;
        RatingDot dot{record, kind, dayAbout(when, rating.aboutMs), std::nullopt, *rating.value};
        if (rating.aboutMs)
            dot.atMs = rating.aboutMs;
        else if (when.moment)
            dot.atMs = when.moment->utcMs;
        if (inRange(dot.day) && beforeFirstSession(dot, key.phase))
            m_series.dots.append(dot);
    }
}

void SeriesMaker::summariseDays()
{
    for (qsizetype from = 0; from < m_series.dots.size();) {
        const QDate day = m_series.dots.at(from).day;
        QList<double> values;
        for (; from < m_series.dots.size() && m_series.dots.at(from).day == day; ++from)
            values.append(m_series.dots.at(from).value);
        m_series.days.append({day, median(values)});
    }
}

DailySeries SeriesMaker::make()
{
    m_series.scale = m_input.scale;
    for (const Session &session : m_input.sessions) {
        if (counts(session) && session.status == SessionStatus::Done)
            addSession(session);
    }
    for (const Session &session : m_input.sessions) {
        if (counts(session) && session.status == SessionStatus::Done)
            addRatings(session.id, RecordKind::Session, session.start, session.ratings);
    }
    for (const CheckIn &checkIn : m_input.checkIns) {
        if (counts(checkIn))
            addRatings(checkIn.id, RecordKind::CheckIn, checkIn.time, checkIn.ratings);
    }
    QSet<QDate> skipped;
    for (const Skip &skip : m_input.skips) {
        if (counts(skip) && inRange(skip.day))
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

std::optional<double> coverage(const DailySeries &series, const QDate &from, const QDate &to)
{
    if (!from.isValid() || !to.isValid() || to < from)
        return std::nullopt;
    const auto rated = std::count_if(series.days.cbegin(), series.days.cend(),
                                     [&](const RatedDay &day) { return day.day >= from && day.day <= to; });
    return static_cast<double>(rated) / static_cast<double>(from.daysTo(to) + 1);
}

} // namespace stillpoint
