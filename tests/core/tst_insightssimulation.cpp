#include "app/insights/groups.h"
#include "app/insights/guard.h"
#include "app/insights/noise.h"
#include "tests/support/simulatedjournal.h"

#include <QtConcurrent>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <numeric>

using namespace stillpoint;
using namespace stillpoint::test;

/// Do the estimators do on journals of known truth what statistics.md promises? Fixed seeds: the same figures
/// every time. Without optimisation or with sanitizers there are a tenth of the journals, and the limits are
/// wider by what that adds to the error of a simulated share.
namespace {

#if defined(__OPTIMIZE__) && !defined(STILLPOINT_SANITIZED)
constexpr int journalsPerCell = 600;
#else
constexpr int journalsPerCell = 60;
#endif

/// What fewer journals than 600 add to three standard errors of a mean with this standard deviation.
double slack(double sd)
{
    return 3 * sd * (std::sqrt(1.0 / journalsPerCell) - std::sqrt(1.0 / 600));
}

double slackOfShare(double share)
{
    return slack(std::sqrt(share * (1 - share)));
}

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// The results of `journalsPerCell` journals, on all cores.
template<class Result>
QList<Result> simulated(std::uint64_t cell, const std::function<Result(std::uint64_t)> &one)
{
    QList<int> numbers(journalsPerCell);
    std::iota(numbers.begin(), numbers.end(), 0);
    return QtConcurrent::blockingMapped<QList<Result>>(
        numbers, [&](int number) { return one(cell * 1'000'003 + static_cast<std::uint64_t>(number)); });
}

template<class Result, class Value>
double meanOf(const QList<Result> &results, Value &&value)
{
    double sum = 0;
    for (const Result &result : results)
        sum += static_cast<double>(value(result));
    return sum / static_cast<double>(std::max<qsizetype>(1, results.size()));
}

struct Tally
{
    double estimated = 0, bias = 0, naive = 0, coverage = 0, helping = 0, worse = 0, notHelping = 0,
           flagged = 0;
};

Tally guardOn(const Person &person, std::uint64_t cell)
{
    const double truth = person.effects.first();
    auto guards = simulated<Guard>(
        cell, [&](std::uint64_t seed) { return guard(PersonsJournal(person, seed).write()); });
    Tally tally;
    tally.helping = meanOf(guards, [](const Guard &g) { return g.verdict == Verdict::Helping; });
    tally.worse = meanOf(guards, [](const Guard &g) { return g.verdict == Verdict::Worse; });
    tally.notHelping = meanOf(guards, [](const Guard &g) { return g.verdict == Verdict::NotHelping; });
    tally.estimated = meanOf(guards, [](const Guard &g) { return g.effect.has_value(); });
    guards.removeIf([](const Guard &g) { return !g.effect; });
    tally.bias = meanOf(guards, [truth](const Guard &g) { return g.effect->estimate - truth; });
    tally.naive = meanOf(guards, [](const Guard &g) { return g.naive.value_or(0); });
    tally.coverage =
        meanOf(guards, [truth](const Guard &g) { return g.effect->low <= truth && truth <= g.effect->high; });
    tally.flagged = meanOf(guards, [](const Guard &g) {
        return g.flags.contains(GuardFlag::RatedLessAfterSessions) ||
               g.flags.contains(GuardFlag::RatedLessAfterBadDays);
    });
    return tally;
}

void print(const QString &name, double effect, const Tally &tally)
{
    out() << QStringLiteral("%1 %2  %3 %4  %5  %6  %7  %8  %9\n")
                 .arg(name, -28)
                 .arg(effect, 0, 'f', 0)
                 .arg(tally.bias, 6, 'f', 2)
                 .arg(tally.naive, 6, 'f', 2)
                 .arg(tally.coverage, 5, 'f', 3)
                 .arg(tally.helping, 5, 'f', 3)
                 .arg(tally.worse, 5, 'f', 3)
                 .arg(tally.notHelping, 5, 'f', 3)
                 .arg(tally.flagged, 5, 'f', 3);
    out().flush();
}

/// Whether what holds for every cell holds for this one.
bool isSound(const Tally &tally, double biasLimit = 0.18)
{
    return std::abs(tally.bias) <= biasLimit + slack(0.6) && tally.coverage >= 0.84 - slackOfShare(0.84) &&
           tally.coverage <= 0.985 + slackOfShare(0.985);
}

bool isFalseAlarmRare(const Tally &tally)
{
    const double limit = 0.07 + slackOfShare(0.07);
    return tally.helping <= limit && tally.worse <= limit;
}

struct GroupOutcome
{
    bool claims = false;
    double overrated = 0; ///< how much too good the best group looks
    double covered = 0;   ///< share of the intervals that hold the truth
    bool shown = false;
};

GroupOutcome groupsOn(const Person &person, std::uint64_t seed)
{
    const GroupComparison found = compareGroups(PersonsJournal(person, seed).write(), GroupKind::Modality);
    GroupOutcome outcome;
    outcome.claims = !found.claims.isEmpty();
    double best = -INFINITY;
    int intervals = 0;
    for (const GroupResult &group : found.groups) {
        if (!group.pooled)
            continue;
        const double truth = person.effects.at(group.code.section(QLatin1Char('-'), 1).toInt());
        outcome.covered += group.pooled->low <= truth && truth <= group.pooled->high ? 1 : 0;
        ++intervals;
        if (group.pooled->estimate > best) {
            best = group.pooled->estimate;
            outcome.overrated = best - truth;
        }
    }
    outcome.shown = intervals > 0;
    outcome.covered /= std::max(1, intervals);
    return outcome;
}

struct NoiseOutcome
{
    double sem = 0;
    bool covered = false;
    bool falseBeyond = false;
};

NoiseOutcome noiseOn(int pairs, double sd, std::uint64_t seed)
{
    Dice dice(seed);
    InsightsInput input;
    input.scale.code = input.series.scale = QStringLiteral("stress");
    const auto rating = [&](double level) {
        return std::clamp(std::round(level + sd * dice.normal()), 0.0, 10.0);
    };
    for (int i = 0; i < pairs; ++i) {
        const double level = 3.5 + 3 * dice.uniform();
        for (const int minutes : {0, 90}) {
            CheckIn checkIn;
            checkIn.time = When::at({(i * 1440LL + minutes) * 60'000, 0, {}});
            checkIn.ratings[{Phase::AdHoc, input.series.scale, {}}].value = rating(level);
            input.series.checkIns.append(checkIn);
        }
    }
    const NoiseFloor floor = noiseFloor(input);
    const double truth = std::sqrt(sd * sd + 1.0 / 12); // rounding is part of the wobble
    const double level = 3.5 + 3 * dice.uniform();
    const double change = std::abs(rating(level) - rating(level));
    return {floor.sem->estimate, floor.sem->low <= truth && truth <= floor.sem->high, change > *floor.wobble};
}

} // namespace

Q_DECLARE_METATYPE(Person)

class TestInsightsSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void guard_keepsItsPromises_data();
    void guard_keepsItsPromises();
    void guard_isNotFooled_byWeekendsAndDrift_data();
    void guard_isNotFooled_byWeekendsAndDrift();
    void groups_claimNothing_whereNothingDiffers_data();
    void groups_claimNothing_whereNothingDiffers();
    void groups_findALargeDifference();
    void noise_isMeasured_andSeldomExceeded();
};

void TestInsightsSimulation::initTestCase()
{
    out() << journalsPerCell << " journals a cell\n"
          << "booking, days, rho           effect  bias  naive  cover  helping worse not  flagged\n";
}

void TestInsightsSimulation::guard_keepsItsPromises_data()
{
    QTest::addColumn<Person>("person");
    const QList<std::pair<const char *, Booking>> policies{{"when at 7 or more", Booking::WhenBad},
                                                           {"every two weeks", Booking::EveryTwoWeeks},
                                                           {"likelier when bad", Booking::LikelierWhenBad},
                                                           {"every week", Booking::Weekly}};
    for (const int days : {120, 365}) {
        for (const double rho : {0.3, 0.6}) {
            for (const auto &[name, booking] : policies) {
                Person person;
                person.days = days;
                person.rho = rho;
                person.booking = booking;
                QTest::addRow("%s, %d, %.1f", name, days, rho) << person;
            }
        }
    }
}

void TestInsightsSimulation::guard_keepsItsPromises()
{
    QFETCH(Person, person);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const auto cell = static_cast<std::uint64_t>(person.days + 10 * person.rho) +
                      1000 * static_cast<std::uint64_t>(person.booking);
    for (const double effect : {0.0, 1.0, 2.0}) {
        person.effects = {effect};
        const Tally tally = guardOn(person, cell + static_cast<std::uint64_t>(10'000 * effect));
        print(name, effect, tally);
        QVERIFY(isSound(tally));
        QVERIFY(tally.estimated >= 0.9 - slackOfShare(0.9));
        if (effect == 0)
            QVERIFY(isFalseAlarmRare(tally));
        if (effect == 1 && person.days == 365)
            QVERIFY(tally.helping >= 0.77 - slackOfShare(0.77));
        if (effect == 2)
            QVERIFY(tally.helping >= 0.83 - slackOfShare(0.83));
    }
}

void TestInsightsSimulation::guard_isNotFooled_byWeekendsAndDrift_data()
{
    QTest::addColumn<Person>("person");
    Person person;
    person.booking = Booking::LikelierWhenBad;
    person.weekend = 2;
    QTest::newRow("calm weekends, 365") << person;
    person.weekend = 0;
    person.drift = -4;
    QTest::newRow("falling by 4, 365") << person;
    person.drift = 0;
    person.rated = 0.5;
    QTest::newRow("half the days rated, 365") << person;
    person.rated = 0.7;
    person.dropped = [](double, bool following) { return following ? 0.3 : 0; };
    QTest::newRow("rarer after sessions, 365") << person;
}

void TestInsightsSimulation::guard_isNotFooled_byWeekendsAndDrift()
{
    QFETCH(Person, person);
    const Tally tally = guardOn(person, 77'000);
    print(QString::fromLatin1(QTest::currentDataTag()), 0, tally);
    QVERIFY(isSound(tally, 0.25));
    QVERIFY(isFalseAlarmRare(tally));
}

void TestInsightsSimulation::groups_claimNothing_whereNothingDiffers_data()
{
    QTest::addColumn<Person>("person");
    const QList<std::tuple<const char *, Booking, int, int>> cells{
        {"3 groups, every two weeks", Booking::EveryTwoWeeks, 365, 3},
        {"4 groups, when at 7", Booking::WhenBad, 365, 4},
        {"6 groups, every week", Booking::Weekly, 630, 6}};
    for (const auto &[name, booking, days, groups] : cells) {
        for (const bool chosen : {false, true}) {
            Person person;
            person.booking = booking;
            person.days = days;
            person.effects = QList<double>(groups, 0.0);
            person.worstGetFirst = chosen;
            QTest::addRow("%s%s", name, chosen ? ", chosen by stress" : "") << person;
        }
    }
}

void TestInsightsSimulation::groups_claimNothing_whereNothingDiffers()
{
    QFETCH(Person, person);
    auto results = simulated<GroupOutcome>(90'000 + static_cast<std::uint64_t>(person.effects.size()),
                                           [&](std::uint64_t seed) { return groupsOn(person, seed); });
    const double claims = meanOf(results, [](const GroupOutcome &o) { return o.claims; });
    results.removeIf([](const GroupOutcome &o) { return !o.shown; });
    const double overrated = meanOf(results, [](const GroupOutcome &o) { return o.overrated; });
    const double covered = meanOf(results, [](const GroupOutcome &o) { return o.covered; });
    out() << QStringLiteral("%1 false claims %2, best overrated by %3, coverage %4\n")
                 .arg(QLatin1String(QTest::currentDataTag()), -46)
                 .arg(claims, 0, 'f', 3)
                 .arg(overrated, 0, 'f', 2)
                 .arg(covered, 0, 'f', 3);
    out().flush();
    QVERIFY(claims <= 0.13 + slackOfShare(0.13));
    QVERIFY(overrated <= 0.35 + slack(0.5));
    QVERIFY(covered >= 0.83 - slackOfShare(0.83));
}

void TestInsightsSimulation::groups_findALargeDifference()
{
    Person person;
    person.booking = Booking::Weekly;
    person.days = 630;
    person.effects = {0, 0, 2};
    const auto results = simulated<bool>(95'000, [&](std::uint64_t seed) {
        const GroupComparison found =
            compareGroups(PersonsJournal(person, seed).write(), GroupKind::Modality);
        return std::any_of(found.claims.cbegin(), found.claims.cend(),
                           [](const GroupClaim &claim) { return claim.better == modalityOf(2); });
    });
    const double power = meanOf(results, [](bool found) { return found; });
    out() << QStringLiteral("2 points more than two others, 90 sessions: found %1\n").arg(power, 0, 'f', 3);
    QVERIFY(power >= 0.7 - slackOfShare(0.7));
}

void TestInsightsSimulation::noise_isMeasured_andSeldomExceeded()
{
    for (const int pairs : {10, 40}) {
        for (const double sd : {0.4, 0.8}) {
            const auto results =
                simulated<NoiseOutcome>(97'000 + static_cast<std::uint64_t>(pairs),
                                        [&](std::uint64_t seed) { return noiseOn(pairs, sd, seed); });
            const double sem = meanOf(results, [](const NoiseOutcome &o) { return o.sem; });
            const double covered = meanOf(results, [](const NoiseOutcome &o) { return o.covered; });
            const double beyond = meanOf(results, [](const NoiseOutcome &o) { return o.falseBeyond; });
            const double truth = std::sqrt(sd * sd + 1.0 / 12);
            out() << QStringLiteral("wobble %1 from %2 pairs: bias %3%, coverage %4, false \"beyond\" %5\n")
                         .arg(sd)
                         .arg(pairs)
                         .arg((sem / truth - 1) * 100, 0, 'f', 1)
                         .arg(covered, 0, 'f', 3)
                         .arg(beyond, 0, 'f', 3);
            QVERIFY(std::abs(sem / truth - 1) <= 0.05 + slack(0.25));
            QVERIFY(covered >= 0.84 - slackOfShare(0.84));
            QVERIFY(beyond <= 0.08 + slackOfShare(0.08));
        }
    }
}

QTEST_GUILESS_MAIN(TestInsightsSimulation)
#include "tst_insightssimulation.moc"
