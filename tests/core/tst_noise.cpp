#include "tests/support/insightstest.h"

#include <QTest>

using namespace stillpoint;
using namespace stillpoint::test;

class TestNoise : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pairedChange_countsAndAverages();
    void noise_pairsRatings_withoutSessionBetween();
};

void TestNoise::pairedChange_countsAndAverages()
{
    InsightsInput input = stressInput();
    for (int i = 0; i < 4; ++i)
        input.series.sessions.append(session(at(monday.addDays(4 - i), 17), 6, 5 - i));
    input.series.sessions.append(session(When::on(monday.addDays(9)), 6, 6));
    input.series.sessions.append(session(at(monday.addDays(9), 17), 6));
    PairedChange change = pairedChange(input);
    QCOMPARE(change.dots.size(), 5);
    QCOMPARE(change.dots.first().day, monday.addDays(1));
    QCOMPARE(change.dots.first().improvement, 4);
    QCOMPARE(change.dots.first().modality, QStringLiteral("thai"));
    QVERIFY(!change.dots.last().startMs);
    QCOMPARE(change.better, 4);
    QCOMPARE(change.same, 1);
    QCOMPARE(change.worse, 0);
    QCOMPARE(change.notRatedTwice, 1);
    QVERIFY(isClose(change.mean->estimate, 2));
    // 0, 1, 2, 3, 4: sd √2.5, t(0.95; 4) = 2.131847
    QVERIFY(std::abs(change.mean->high - 2 - 2.131847 * std::sqrt(2.5 / 5)) < 1e-5);
    input.series.from = monday.addDays(2);
    change = pairedChange(input);
    QCOMPARE(change.dots.size(), 4);
    QVERIFY(!change.mean);
}

void TestNoise::noise_pairsRatings_withoutSessionBetween()
{
    InsightsInput input = stressInput();
    const auto pairs = [&input] { return noiseFloor(input).pairs; };
    input.series.checkIns = {checkIn(at(monday, 9), 4), checkIn(at(monday, 10), 5),
                             checkIn(at(monday, 11), 4)};
    QCOMPARE(pairs(), 1); // each rating once
    input.series.checkIns = {checkIn(at(monday, 9), 4), checkIn(at(monday, 12), 5)};
    QCOMPARE(pairs(), 1);
    input.series.checkIns.last() = checkIn(at(monday, 12, 1), 5);
    QCOMPARE(pairs(), 0);
    input.series.checkIns.last() = checkIn(at(monday, 11), 5);
    input.series.sessions = {session(at(monday, 9, 30))};
    QCOMPARE(pairs(), 0);
    input.series.sessions = {session(at(monday, 11))};
    QCOMPARE(pairs(), 1);
    input.series.checkIns.clear();
    input.series.sessions = {session(at(monday, 9), 7, 3)};
    QCOMPARE(pairs(), 0); // before and after
    QCOMPARE(noiseFloor(input).missingPairs, 10);
    for (int day = 0; day < 10; ++day) {
        input.series.checkIns.append(checkIn(at(monday.addDays(day + 1), 9), 4));
        input.series.checkIns.append(checkIn(at(monday.addDays(day + 1), 10), 6));
    }
    const NoiseFloor floor = noiseFloor(input);
    QVERIFY(isClose(floor.sem->estimate, std::sqrt(2.0)));
    QVERIFY(floor.sem->low < floor.sem->estimate && floor.sem->estimate < floor.sem->high);
    QVERIFY(std::abs(*floor.wobble - 2.228139 * 2) < 1e-5);
    for (CheckIn &one : input.series.checkIns)
        one.ratings.begin()->second.value = 4;
    QCOMPARE(*noiseFloor(input).wobble, 1); // never less than a step
}

QTEST_GUILESS_MAIN(TestNoise)
#include "tst_noise.moc"
