#pragma once

#include "app/insights/summary.h"
#include "tests/support/simulatedjournal.h"

#include <algorithm>
#include <cmath>
#include <functional>

/// Small journals by hand for the tests of the numbers. All entries are in UTC, of the scale "stress".
namespace stillpoint::test {

inline const QDate monday(2026, 1, 5);

inline When at(const QDate &day, int hour, int minute = 0)
{
    return When::at({day.startOfDay(Qt::UTC).toMSecsSinceEpoch() + (hour * 60LL + minute) * 60'000, 0, {}});
}

inline InsightsInput stressInput()
{
    InsightsInput input;
    input.scale.code = input.series.scale = QStringLiteral("stress");
    input.today = monday.addDays(400);
    return input;
}

inline Session session(const When &when, std::optional<double> before = {}, std::optional<double> after = {})
{
    Session made;
    made.id = QUuid::createUuid();
    made.start = when;
    made.minutes = 60;
    made.modalities = {QStringLiteral("thai")};
    if (before)
        made.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = before;
    if (after)
        made.ratings[{Phase::After, QStringLiteral("stress"), {}}].value = after;
    return made;
}

inline CheckIn checkIn(const When &when, double value)
{
    CheckIn made;
    made.id = QUuid::createUuid();
    made.time = when;
    made.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = value;
    return made;
}

/// A check-in each day but `every`-th ones, which have a session; values go up and down.
inline InsightsInput regular(int days, int every)
{
    InsightsInput input = stressInput();
    for (int day = 0; day < days; ++day) {
        const double value = 3 + (day * 7) % 5;
        if (day % every == every - 1)
            input.series.sessions.append(session(at(monday.addDays(day), 17), value, value - 1));
        else
            input.series.checkIns.append(checkIn(at(monday.addDays(day), 12), value));
    }
    return input;
}

inline InsightsInput personsInput(double effect, std::uint64_t seed,
                                  const std::function<void(Person &)> &change = {})
{
    Person person;
    person.effects = {effect};
    if (change)
        change(person);
    return PersonsJournal(person, seed).write();
}

inline bool isClose(double a, double b)
{
    return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(a));
}

/// Every number that may be absent, by name.
inline QMap<QString, bool> presence(const InsightsSummary &summary)
{
    return {{QStringLiteral("mean"), summary.paired.mean.has_value()},
            {QStringLiteral("effect"), summary.guard.effect.has_value()},
            {QStringLiteral("naive"), summary.guard.naive.has_value()},
            {QStringLiteral("after"), summary.guard.afterLevel.has_value()},
            {QStringLiteral("sem"), summary.noise.sem.has_value()},
            {QStringLiteral("dots"), !summary.paired.dots.isEmpty()}};
}

} // namespace stillpoint::test
