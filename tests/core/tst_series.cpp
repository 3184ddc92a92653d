#include "app/insights/demorule.h"
#include "app/insights/modalitymarks.h"
#include "app/insights/series.h"
#include "app/journal/journalday.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace stillpoint;

namespace {

const QDate day(2026, 3, 10);

When at(const QString &wall, int offset = 60)
{
    QDateTime time = QDateTime::fromString(wall, QStringLiteral("yyyy-MM-ddTHH:mm"));
    time.setTimeSpec(Qt::UTC);
    return When::at({time.toMSecsSinceEpoch() - offset * 60000LL, offset, {}});
}

Ratings rated(Phase phase, double value)
{
    Rating rating;
    rating.value = value;
    return {{RatingKey{phase, QStringLiteral("stress"), {}}, rating}};
}

CheckIn checkIn(const When &when, double value, Phase phase = Phase::AdHoc)
{
    CheckIn made;
    made.id = QUuid::createUuid();
    made.time = when;
    made.ratings = rated(phase, value);
    return made;
}

Session session(const When &when, std::optional<double> before = {}, std::optional<double> after = {})
{
    Session made;
    made.id = QUuid::createUuid();
    made.start = when;
    made.modalities = {QStringLiteral("thai")};
    if (before)
        made.ratings.merge(rated(Phase::Before, *before));
    if (after)
        made.ratings.merge(rated(Phase::After, *after));
    return made;
}

/// The day's value, or -1 where there is none.
double valueOn(const DailySeries &series, const QDate &date)
{
    for (const RatedDay &rated : series.days) {
        if (rated.day == date)
            return rated.value;
    }
    return -1;
}

SeriesInput stress()
{
    SeriesInput input;
    input.scale = QStringLiteral("stress");
    return input;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phase_decides_whetherItCounts_data();
    void phase_decides_whetherItCounts();
    void sessionDay_countsOnly_whatWasBefore_data();
    void sessionDay_countsOnly_whatWasBefore();
    void dayOnlySession_givesDay_noValue();
    void unknownTime_onSessionDay_isLeftOut();
    void severalRatings_giveDay_theMedian();
    void day_isThatOfEntrysOwnOffset();
    void dayStart_movesNight_toDayBefore();
    void aboutTime_decidesDay();
    void cancelledSession_isNoSession();
    void demo_isIgnored_onceAnythingIsReal();
    void otherScaleRegionOrSkipped_isNoRating();
    void range_cutsEverything();
    void coverage_isShareOfDays();
    void removingRatings_neverCreates_values();
    void marks_goByFirstUse_andSeventhIsOther();
};

void TestSeries::phase_decides_whetherItCounts_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<bool>("counts");
    QTest::newRow("ad hoc") << Phase::AdHoc << true;
    QTest::newRow("two hours") << Phase::H2 << false;
    QTest::newRow("after") << Phase::After << false;
    QTest::newRow("next morning") << Phase::NextMorning << true;
    QTest::newRow("day 3") << Phase::Day3 << true;
    QTest::newRow("day 7") << Phase::Day7 << true;
}

void TestSeries::phase_decides_whetherItCounts()
{
    QFETCH(Phase, phase);
    QFETCH(bool, counts);
    SeriesInput input = stress();
    input.checkIns = {checkIn(at(QStringLiteral("2026-03-10T09:00")), 6, phase)};
    const DailySeries series = dailySeries(input);
    QCOMPARE(series.days.size(), counts ? 1 : 0);
    QCOMPARE(series.dots.size(), series.days.size());
}

void TestSeries::sessionDay_countsOnly_whatWasBefore_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<double>("expected");
    QTest::newRow("morning joins the rating before") << QStringLiteral("2026-03-10T08:00") << 5.0;
    QTest::newRow("evening does not") << QStringLiteral("2026-03-10T20:00") << 7.0;
    QTest::newRow("between two sessions does not") << QStringLiteral("2026-03-10T15:00") << 7.0;
    QTest::newRow("the day before has its own") << QStringLiteral("2026-03-09T23:59") << 7.0;
}

void TestSeries::sessionDay_countsOnly_whatWasBefore()
{
    QFETCH(QString, time);
    QFETCH(double, expected);
    SeriesInput input = stress();
    input.sessions = {session(at(QStringLiteral("2026-03-10T17:00")), 1, 1),
                      session(at(QStringLiteral("2026-03-10T14:00")), 7, 2)};
    input.checkIns = {checkIn(at(time), 3)};
    QCOMPARE(valueOn(dailySeries(input), day), expected);
}

void TestSeries::dayOnlySession_givesDay_noValue()
{
    SeriesInput input = stress();
    input.sessions = {session(When::on(day), 7, 2)};
    input.checkIns = {checkIn(at(QStringLiteral("2026-03-10T08:00")), 3),
                      checkIn(When::on(day.addDays(1)), 4)};
    const DailySeries series = dailySeries(input);
    QCOMPARE(valueOn(series, day), -1);
    QCOMPARE(valueOn(series, day.addDays(1)), 4);
    QCOMPARE(series.dots.size(), 1);
    QCOMPARE(series.sessions.size(), 1);
}

void TestSeries::unknownTime_onSessionDay_isLeftOut()
{
    SeriesInput input = stress();
    input.sessions = {session(at(QStringLiteral("2026-03-10T17:00")))};
    input.checkIns = {checkIn(When::on(day), 3)};
    QVERIFY(dailySeries(input).days.isEmpty());
}

void TestSeries::severalRatings_giveDay_theMedian()
{
    SeriesInput input = stress();
    for (const double value : {9.0, 2.0, 5.0, 4.0})
        input.checkIns.append(checkIn(at(QStringLiteral("2026-03-10T12:00")), value));
    const DailySeries series = dailySeries(input);
    QCOMPARE(valueOn(series, day), 4.5);
    QCOMPARE(series.dots.size(), 4);
}

void TestSeries::day_isThatOfEntrysOwnOffset()
{
    SeriesInput input = stress();
    input.checkIns = {checkIn(at(QStringLiteral("2026-03-10T23:30"), 765), 3),
                      checkIn(at(QStringLiteral("2026-03-10T00:30"), -600), 5)};
    const DailySeries series = dailySeries(input);
    QCOMPARE(series.days.size(), 1);
    QCOMPARE(series.days.first(), (RatedDay{day, 4}));
}

void TestSeries::dayStart_movesNight_toDayBefore()
{
    SeriesInput input = stress();
    input.dayStartMinutes = 240;
    input.checkIns = {checkIn(at(QStringLiteral("2026-03-11T03:59")), 3)};
    QCOMPARE(valueOn(dailySeries(input), day), 3);
}

void TestSeries::aboutTime_decidesDay()
{
    SeriesInput input = stress();
    CheckIn late = checkIn(at(QStringLiteral("2026-03-11T08:00")), 6);
    late.ratings.begin()->second.aboutMs = at(QStringLiteral("2026-03-10T12:00")).moment->utcMs;
    input.checkIns = {late};
    QCOMPARE(valueOn(dailySeries(input), day), 6);
    input.sessions = {session(at(QStringLiteral("2026-03-10T11:00")))};
    QVERIFY(dailySeries(input).days.isEmpty());
}

void TestSeries::cancelledSession_isNoSession()
{
    SeriesInput input = stress();
    Session cancelled = session(at(QStringLiteral("2026-03-10T11:00")), 9);
    cancelled.status = SessionStatus::Cancelled;
    input.sessions = {cancelled};
    input.checkIns = {checkIn(at(QStringLiteral("2026-03-10T20:00")), 3)};
    const DailySeries series = dailySeries(input);
    QCOMPARE(valueOn(series, day), 3);
    QVERIFY(series.sessions.isEmpty());
}

void TestSeries::demo_isIgnored_onceAnythingIsReal()
{
    SeriesInput input = stress();
    CheckIn demo = checkIn(at(QStringLiteral("2026-03-10T09:00")), 8);
    demo.demo = true;
    Session demoSession = session(at(QStringLiteral("2026-03-12T09:00")), 8);
    demoSession.demo = true;
    input.checkIns = {demo};
    input.sessions = {demoSession};
    QCOMPARE(dailySeries(input).days.size(), 2);
    Skip skip;
    skip.day = day.addDays(5);
    input.skips = {skip};
    QVERIFY(!ignoresDemo(input.sessions, input.checkIns, {}));
    QVERIFY(ignoresDemo(input.sessions, input.checkIns, input.skips));
    input.ignoreDemo = true;
    const DailySeries series = dailySeries(input);
    QVERIFY(series.days.isEmpty() && series.sessions.isEmpty() && series.dots.isEmpty());
    QCOMPARE(series.skipped, QList<QDate>{skip.day});
}

void TestSeries::otherScaleRegionOrSkipped_isNoRating()
{
    SeriesInput input = stress();
    CheckIn odd = checkIn(at(QStringLiteral("2026-03-10T09:00")), 8);
    odd.ratings.clear();
    Rating rating;
    odd.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}] = rating; // skipped
    rating.value = 4;
    odd.ratings[{Phase::AdHoc, QStringLiteral("pain"), {}}] = rating;
    odd.ratings[{Phase::AdHoc, QStringLiteral("stress"), QStringLiteral("front.neck")}] = rating;
    input.checkIns = {odd};
    QVERIFY(dailySeries(input).days.isEmpty());
}

void TestSeries::range_cutsEverything()
{
    SeriesInput input = stress();
    for (int i = 0; i < 10; ++i) {
        input.checkIns.append(checkIn(When::on(day.addDays(2 * i)), i));
        input.sessions.append(session(When::on(day.addDays(2 * i + 1))));
        Skip skip;
        skip.day = day.addDays(i);
        input.skips.append(skip);
    }
    input.from = day.addDays(2);
    input.to = day.addDays(5);
    const DailySeries series = dailySeries(input);
    QCOMPARE(series.days, (QList<RatedDay>{{day.addDays(2), 1}, {day.addDays(4), 2}}));
    QCOMPARE(series.sessions.size(), 2);
    QCOMPARE(series.skipped.size(), 4);
}

void TestSeries::coverage_isShareOfDays()
{
    SeriesInput input = stress();
    input.checkIns = {checkIn(When::on(day), 3), checkIn(When::on(day), 3),
                      checkIn(When::on(day.addDays(3)), 3)};
    const DailySeries series = dailySeries(input);
    QCOMPARE(coverage(series, day, day.addDays(3)), std::optional(0.5));
    QCOMPARE(coverage(series, day.addDays(1), day.addDays(2)), std::optional(0.0));
    QCOMPARE(coverage(series, day, day.addDays(-1)), std::nullopt);
}

void TestSeries::removingRatings_neverCreates_values()
{
    QVERIFY(rc::check([] {
        const auto hours = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 24 * 20));
        SeriesInput input = stress();
        for (const int hour : hours) {
            const Moment moment{day.startOfDay(Qt::UTC).toMSecsSinceEpoch() + hour * 3600000LL, 0, {}};
            const double value = *rc::gen::inRange(0, 11);
            if (*rc::gen::inRange(0, 5) == 0)
                input.sessions.append(session(When::at(moment), value, value));
            else
                input.checkIns.append(checkIn(When::at(moment), value));
        }
        const DailySeries full = dailySeries(input);
        input.checkIns.removeIf([](const CheckIn &) { return *rc::gen::arbitrary<bool>(); });
        for (Session &kept : input.sessions) {
            if (*rc::gen::arbitrary<bool>())
                kept.ratings.clear();
        }
        const DailySeries fewer = dailySeries(input);
        for (const RatedDay &rated : fewer.days) {
            const auto given = [&rated](const RatingDot &dot) { return dot.day == rated.day; };
            RC_ASSERT(std::any_of(full.days.cbegin(), full.days.cend(),
                                  [&rated](const RatedDay &was) { return was.day == rated.day; }));
            RC_ASSERT(std::any_of(fewer.dots.cbegin(), fewer.dots.cend(), given));
        }
        for (const RatingDot &dot : fewer.dots)
            RC_ASSERT(full.dots.contains(dot));
    }));
}

void TestSeries::marks_goByFirstUse_andSeventhIsOther()
{
    QList<Session> sessions;
    for (int i = 7; i >= 0; --i) {
        Session made = session(When::on(day.addDays(i)));
        made.modalities = {QStringLiteral("kind-%1").arg(i)};
        sessions.append(made);
    }
    const QHash<QString, int> marks = modalityMarks(sessions, false);
    QCOMPARE(marks.value(QStringLiteral("kind-0")), 0);
    QCOMPARE(marks.value(QStringLiteral("kind-5")), 5);
    QCOMPARE(marks.value(QStringLiteral("kind-6")), otherModalityMark);
    QCOMPARE(marks.value(QStringLiteral("kind-7")), otherModalityMark);
}

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
