#include "app/insights/counted.h"

#include "app/journal/journalday.h"

#include <cmath>

namespace stillpoint {

Counted::Counted(const SeriesInput &input)
    : m_input(input)
{
}

bool Counted::operator()(const Session &session) const
{
    return !(m_input.ignoreDemo && session.demo) && session.status == SessionStatus::Done;
}

bool Counted::operator()(const RatingKey &key, const Rating &rating) const
{
    return key.scale == m_input.scale && key.region.isEmpty() && rating.value &&
           std::isfinite(*rating.value) &&
           (!m_input.scaleVersion || rating.scaleVersion == *m_input.scaleVersion);
}

std::optional<double> Counted::rated(const Session &session, Phase phase) const
{
    const auto found = session.ratings.find({phase, m_input.scale, {}});
    if (found == session.ratings.end() || !(*this)(found->first, found->second))
        return std::nullopt;
    return found->second.value;
}

QDate Counted::dayOf(const When &when) const
{
    return when.moment ? journalDay(*when.moment, m_input.dayStartMinutes) : when.day;
}

QDate Counted::dayAbout(const When &when, const std::optional<qint64> &aboutMs) const
{
    if (!when.moment || !aboutMs)
        return dayOf(when);
    Moment about = *when.moment;
    about.utcMs = *aboutMs;
    return journalDay(about, m_input.dayStartMinutes);
}

bool Counted::inRange(const QDate &day) const
{
    return day.isValid() && !(m_input.from.isValid() && day < m_input.from) &&
           !(m_input.to.isValid() && day > m_input.to);
}

} // namespace stillpoint
