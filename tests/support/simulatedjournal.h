#pragma once

#include "app/insights/insightsinput.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>

/// Journals of made-up people, for whom the truth is known. The same seed gives the same journal everywhere.
namespace stillpoint::test {

/// splitmix64; the distributions are written out because the library's differ between compilers.
class Dice
{
public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed)
    {
    }
    double uniform()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        z ^= z >> 31U;
        return (static_cast<double>(z >> 11U) + 0.5) / 9007199254740992.0;
    }
    bool chance(double p) { return uniform() < p; }
    int below(int end) { return static_cast<int>(uniform() * end); }
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t m_state;
};

enum class Booking { WhenBad, EveryTwoWeeks, LikelierWhenBad, Weekly };

/// Defaults are the person of statistics.md.
struct Person
{
    int days = 365;
    double mean = 5;
    double sd = 1.8;
    double rho = 0.3;
    double rated = 0.7;
    Booking booking = Booking::WhenBad;
    QList<double> effects{0.0}; ///< relief on days 1 to 3, one for each modality
    bool worstGetFirst = false; ///< the modality is chosen by how bad the day is
    double drift = 0;           ///< points over the whole time
    double weekend = 0;         ///< points lower on Saturdays and Sundays
    Direction direction = Direction::HigherWorse;
    double minimum = 0;
    double maximum = 10;
    /// Chance that a day's rating is left out, beyond `rated`: of the value and whether it follows a session.
    std::function<double(double, bool)> dropped;
};

inline QString modalityOf(int group)
{
    return QStringLiteral("kind-%1").arg(group);
}

class PersonsJournal
{
public:
    PersonsJournal(const Person &person, std::uint64_t seed)
        : m_person(person)
        , m_dice(seed)
    {
        m_input.series.scale = m_input.scale.code = QStringLiteral("stress");
        m_input.scale.direction = person.direction;
        m_input.scale.minimum = person.minimum;
        m_input.scale.maximum = person.maximum;
        m_input.scale.step = (person.maximum - person.minimum) / 10;
    }

    InsightsInput write()
    {
        m_offset = m_dice.below(14);
        double state = m_dice.normal();
        for (int day = 0; day < m_person.days; ++day) {
            const bool following = day - m_lastSession <= 3;
            const QDate date = m_first.addDays(day);
            double felt = m_person.mean + m_person.sd * state +
                          m_person.drift * (static_cast<double>(day) / m_person.days - 0.5);
            felt -= date.dayOfWeek() >= Qt::Saturday ? m_person.weekend : 0;
            felt -= following ? m_person.effects.at(m_group) : 0;
            writeDay(day, std::clamp(std::round(felt), 0.0, 10.0), following);
            state = m_person.rho * state + std::sqrt(1 - m_person.rho * m_person.rho) * m_dice.normal();
        }
        m_input.today = m_first.addDays(m_person.days - 1);
        return m_input;
    }

private:
    bool books(int day, double value)
    {
        const int gap = day - m_lastSession;
        switch (m_person.booking) {
        case Booking::WhenBad:
            return value >= 7 && gap >= 7;
        case Booking::EveryTwoWeeks:
            return day % 14 == m_offset;
        case Booking::LikelierWhenBad:
            return gap >= 4 && m_dice.chance(1 / (1 + std::exp(2.5 - 0.8 * (value - 5))));
        case Booking::Weekly:
            break;
        }
        return day % 7 == m_offset % 7;
    }
    /// On the person's scale, turned round where higher is better.
    Ratings rating(Phase phase, double stress) const
    {
        const double share = (m_person.direction == Direction::HigherWorse ? stress : 10 - stress) / 10;
        Rating given;
        given.value = m_person.minimum + share * (m_person.maximum - m_person.minimum);
        return {{RatingKey{phase, m_input.series.scale, {}}, given}};
    }
    When at(int day, int hour) const
    {
        return When::at(
            {m_first.startOfDay(Qt::UTC).toMSecsSinceEpoch() + (day * 24LL + hour) * 3'600'000, 0, {}});
    }
    void writeDay(int day, double value, bool following)
    {
        if (books(day, value)) {
            Session session;
            session.id = QUuid(static_cast<uint>(day + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            session.start = at(day, 17);
            const auto groups = static_cast<int>(m_person.effects.size());
            m_group = m_dice.below(groups);
            if (m_person.worstGetFirst && m_dice.chance(0.7))
                m_group = std::clamp(static_cast<int>((10 - value) / 10 * groups), 0, groups - 1);
            session.modalities = {modalityOf(m_group)};
            session.practitioner = QUuid(static_cast<uint>(m_group + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            session.pressure = 1 + m_group % 5;
            session.ratings = rating(Phase::Before, value);
            session.ratings.merge(
                rating(Phase::After, std::clamp(std::round(value - 2 + m_dice.normal()), 0.0, 10.0)));
            m_input.series.sessions.append(session);
            m_lastSession = day;
            return;
        }
        if (!m_dice.chance(m_person.rated) ||
            (m_person.dropped && m_dice.chance(m_person.dropped(value, following))))
            return;
        CheckIn checkIn;
        checkIn.id = QUuid(static_cast<uint>(day + 1), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        checkIn.time = at(day, 20);
        checkIn.ratings = rating(Phase::AdHoc, value);
        m_input.series.checkIns.append(checkIn);
    }

    const Person &m_person;
    Dice m_dice;
    InsightsInput m_input;
    QDate m_first{2025, 1, 6};
    int m_lastSession = -1000;
    int m_group = 0;
    int m_offset = 0; ///< of the person's fixed weekday
};

} // namespace stillpoint::test
