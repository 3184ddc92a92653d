#include "tests/support/insightstest.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace stillpoint;
using namespace stillpoint::test;

class TestSummary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void groups_areNamed_andSmallOnes_areTooFew();
    void summary_holdsEverything();
    void range_endsWhereThereIsNothingToRate();
    void comparisons_areThoseThatAreShown();
    void removingRatings_neverMakes_aNumberAppear();
};

void TestSummary::groups_areNamed_andSmallOnes_areTooFew()
{
    InsightsInput input = personsInput(1, 21);
    QList<Session> &sessions = input.series.sessions;
    const QUuid ines = QUuid::createUuid();
    for (qsizetype i = 0; i < sessions.size(); ++i) {
        sessions[i].modalities = {i < 4 ? QStringLiteral("thai") : QStringLiteral("shiatsu"),
                                  QStringLiteral("cupping")};
        sessions[i].practitioner = i % 2 == 0 ? ines : QUuid();
    }
    const GroupComparison kinds = compareGroups(input, GroupKind::Modality);
    QCOMPARE(kinds.groups.size(), 2);
    QCOMPARE(kinds.groups.at(0).code, QStringLiteral("shiatsu"));
    QVERIFY(kinds.groups.at(0).pooled && !kinds.groups.at(0).tooFew());
    QCOMPARE(kinds.groups.at(1).sessions, 4);
    QVERIFY(!kinds.groups.at(1).pooled && kinds.groups.at(1).tooFew());
    QCOMPARE(kinds.groups.at(1).dots.size(), 4);
    QCOMPARE(kinds.comparisons, 0);
    const GroupComparison people = compareGroups(input, GroupKind::Practitioner);
    QCOMPARE(people.comparisons, 0); // those without a practitioner are not compared
    for (Session &session : sessions)
        session.practitioner = session.practitioner.isNull() ? QUuid::createUuidV5(ines, QString()) : ines;
    QCOMPARE(compareGroups(input, GroupKind::Practitioner).comparisons, 1);
    QVERIFY(std::any_of(people.groups.cbegin(), people.groups.cend(), [&](const GroupResult &group) {
        return group.code == ines.toString(QUuid::WithoutBraces);
    }));
    QVERIFY(std::any_of(people.groups.cbegin(), people.groups.cend(),
                        [](const GroupResult &group) { return group.code.isEmpty(); }));
}

void TestSummary::summary_holdsEverything()
{
    InsightsInput input = personsInput(1, 31);
    const InsightsSummary summary = summarise(input);
    QCOMPARE(summary.guard, guard(input));
    QCOMPARE(summary.paired, pairedChange(input));
    QCOMPARE(summary.modalities, compareGroups(input, GroupKind::Modality));
    QCOMPARE(summary.practitioners, compareGroups(input, GroupKind::Practitioner));
    QCOMPARE(summary.pressures, compareGroups(input, GroupKind::Pressure));
    QCOMPARE(summary.noise, noiseFloor(input));
    QCOMPARE(summary.to, input.today);
    QCOMPARE(summary.daysInRange, static_cast<int>(summary.from.daysTo(summary.to)) + 1);
    QVERIFY(isClose(*summary.coverage, static_cast<double>(summary.daysRated) / summary.daysInRange));
    QCOMPARE(comparisonsShown(summary.guard, {summary.modalities}), 1);
    QVERIFY(!summary.trend.isEmpty());
    input.series.to = input.today.addDays(-30);
    QCOMPARE(summarise(input).to, input.series.to);
}

void TestSummary::range_endsWhereThereIsNothingToRate()
{
    InsightsInput input = regular(30, 10);
    const InsightsSummary open = summarise(input);
    QCOMPARE(open.daysInRange, static_cast<int>(open.from.daysTo(input.today)) + 1);
    input.series.from = open.from.addDays(-100);
    input.series.to = input.today.addDays(100);
    const InsightsSummary wide = summarise(input);
    QCOMPARE(wide, open);
    input.series.from = open.from.addDays(3);
    QCOMPARE(summarise(input).from, input.series.from);
    Skip skip;
    skip.day = open.from.addDays(-2);
    input.series.skips = {skip};
    input.series.from = {};
    QCOMPARE(summarise(input).from, skip.day);
}

void TestSummary::comparisons_areThoseThatAreShown()
{
    Guard told;
    told.effect = Interval{};
    GroupComparison three;
    three.comparisons = 3;
    QCOMPARE(comparisonsShown(told, {three}), 4);
    QCOMPARE(comparisonsShown(told, {three, three}), 7);
    QCOMPARE(comparisonsShown({}, {three}), 3);
    QVERIFY(isClose(expectedFalseAlarms(4), 0.2));
}

void TestSummary::removingRatings_neverMakes_aNumberAppear()
{
    QVERIFY(rc::check([] {
        const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000));
        InsightsInput input = personsInput(1, seed, [](Person &person) { person.days = 70; });
        const InsightsSummary full = summarise(input);
        const int keep = *rc::gen::inRange(0, 100);
        Dice dice(seed + 1);
        const auto drops = [&] { return dice.below(100) >= keep; };
        input.series.checkIns.removeIf([&](const CheckIn &) { return drops(); });
        for (Session &one : input.series.sessions) {
            for (auto rating = one.ratings.begin(); rating != one.ratings.end();)
                rating = drops() ? one.ratings.erase(rating) : std::next(rating);
        }
        const InsightsSummary fewer = summarise(input);
        const QMap<QString, bool> was = presence(full);
        const QMap<QString, bool> is = presence(fewer);
        for (auto number = is.cbegin(); number != is.cend(); ++number)
            RC_ASSERT(!number.value() || was.value(number.key()));
        for (const PairedDot &dot : fewer.paired.dots)
            RC_ASSERT(full.paired.dots.contains(dot));
        RC_ASSERT(fewer.guard.sessions <= full.guard.sessions);
        RC_ASSERT(fewer.guard.treatedDays <= full.guard.treatedDays);
        RC_ASSERT(fewer.guard.untreatedDays <= full.guard.untreatedDays);
        RC_ASSERT(fewer.noise.pairs <= full.noise.pairs);
        RC_ASSERT(fewer.ratings <= full.ratings);
    }));
}

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
