#include "app/base/identifiers.h"
#include "app/insights/summary.h"
#include "app/journal/journal.h"
#include "app/journal/journalday.h"
#include "tests/support/insightstest.h"
#include "tests/support/journaltest.h"

#include <QTest>

using namespace stillpoint;
using namespace stillpoint::test;

class TestInsights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noEntries_giveNoNumber();
    void oneEntry_givesNoNumber();
    void constantRatings_neverChange();
    void sessionsEveryDay_leaveNoOtherDays();
    void dayOnlySessions_count_butTheirDayHasNoValue();
    void twoSessionsOnADay_countOnce();
    void sessionsWithoutFollowUp_areMissing();
    void sessionBeforeRange_actsOnItsFirstDays();
    void effect_isFound_onEitherDirection_andAnyRange_data();
    void effect_isFound_onEitherDirection_andAnyRange();
    void harm_isGettingWorse();
    void neutralScale_getsNumbers_butNoVerdict();
    void smallEffect_withoutDistantDays_isUnknown();
    void missingDays_canWithholdTheVerdict();
    void input_knowsWhenASessionWasBooked();
    void sameWeekday_isFlagged();
    void verdict_hasOneWording();
    void weekendsNeverRated_areNoHindrance();
    void differentDaysBeforeSessions_withholdTheVerdict();
    void longFollowUp_looksAtSevenDays();
    void cancelledSessions_areNone();
    void demo_isIgnored_byEveryNumber_onceAnythingIsReal();
    void olderVersion_ofScale_isNotMixedIn();
};

void TestInsights::noEntries_giveNoNumber()
{
    const InsightsSummary summary = summarise(stressInput());
    QVERIFY(!summary.from.isValid() && !summary.coverage && summary.trend.isEmpty());
    QVERIFY(!presence(summary).values().contains(true));
    QCOMPARE(summary.guard.verdict, Verdict::Unknown);
    QCOMPARE(summary.guard.reason, GuardReason::TooFew);
    QCOMPARE(summary.guard.missingSessions, 6);
    QCOMPARE(summary.guard.missingUntreatedDays, 20);
    QVERIFY(summary.modalities.groups.isEmpty());
}

void TestInsights::oneEntry_givesNoNumber()
{
    InsightsInput input = stressInput();
    input.series.checkIns = {checkIn(at(monday, 9), 4)};
    const InsightsSummary summary = summarise(input);
    QVERIFY(!presence(summary).values().contains(true));
    QCOMPARE(summary.guard.missingUntreatedDays, 19);
    input.series.checkIns.clear();
    input.series.sessions = {session(at(monday, 9), 6, 3)};
    const Guard alone = guard(input);
    QCOMPARE(alone.sessions, 0);
    QVERIFY(!alone.effect && !alone.naive);
}

void TestInsights::constantRatings_neverChange()
{
    InsightsInput input = regular(120, 10);
    for (Session &one : input.series.sessions)
        one.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 4;
    for (CheckIn &one : input.series.checkIns)
        one.ratings.begin()->second.value = 4;
    const Guard result = guard(input);
    QCOMPARE(result.reason, GuardReason::NeverChanges);
    QVERIFY(!result.effect);
    QVERIFY(!compareGroups(input, GroupKind::Modality).groups.first().pooled);
}

void TestInsights::sessionsEveryDay_leaveNoOtherDays()
{
    const Guard result = guard(regular(90, 1));
    QCOMPARE(result.sessions, 89);
    QCOMPARE(result.untreatedDays, 1);
    QCOMPARE(result.missingUntreatedDays, 19);
    QCOMPARE(result.reason, GuardReason::TooFew);
}

void TestInsights::dayOnlySessions_count_butTheirDayHasNoValue()
{
    InsightsInput input = regular(120, 10);
    const Guard timed = guard(input);
    for (Session &one : input.series.sessions)
        one.start = When::on(QDateTime::fromMSecsSinceEpoch(one.start.moment->utcMs, Qt::UTC).date());
    const Guard dated = guard(input);
    QCOMPARE(dated.sessions, timed.sessions);
    QCOMPARE(dated.treatedDays, timed.treatedDays);
    QCOMPARE(dated.untreatedDays, timed.untreatedDays - 12);
    QVERIFY(timed.naive && !dated.naive);
    QVERIFY(dated.effect);
}

void TestInsights::twoSessionsOnADay_countOnce()
{
    InsightsInput input = regular(120, 10);
    const Guard once = guard(input);
    for (const Session &one : QList<Session>(input.series.sessions)) {
        Session second = one;
        second.id = QUuid::createUuid();
        second.start.moment->utcMs += 2 * 3'600'000;
        input.series.sessions.append(second);
    }
    QCOMPARE(guard(input), once);
}

void TestInsights::sessionsWithoutFollowUp_areMissing()
{
    InsightsInput input = stressInput();
    for (int day = 0; day < 140; ++day) {
        if (day % 10 == 0)
            input.series.sessions.append(session(at(monday.addDays(day), 17), 6, 3));
        else if (day % 10 > 3 || day < 30)
            input.series.checkIns.append(checkIn(at(monday.addDays(day), 12), day % 7));
    }
    const Guard result = guard(input);
    QCOMPARE(result.sessions, 3);
    QCOMPARE(result.missingSessions, 3);
    QCOMPARE(result.missingUntreatedDays, 0);
    QVERIFY(!result.effect);
}

void TestInsights::sessionBeforeRange_actsOnItsFirstDays()
{
    InsightsInput input = regular(120, 10);
    input.series.from = monday.addDays(10); // the day after the first session
    QCOMPARE(guard(input).treatedDays, 33);
    input.series.from = monday.addDays(13);
    QCOMPARE(guard(input).treatedDays, 30);
}

void TestInsights::effect_isFound_onEitherDirection_andAnyRange_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<double>("minimum");
    QTest::addColumn<double>("maximum");
    QTest::newRow("higher is better") << Direction::HigherBetter << 0.0 << 10.0;
    QTest::newRow("to a hundred") << Direction::HigherWorse << 0.0 << 100.0;
    QTest::newRow("one to five, better") << Direction::HigherBetter << 1.0 << 5.0;
}

void TestInsights::effect_isFound_onEitherDirection_andAnyRange()
{
    QFETCH(Direction, direction);
    QFETCH(double, minimum);
    QFETCH(double, maximum);
    const double point = (maximum - minimum) / 10;
    for (const double effect : {0.0, 2.0}) {
        const InsightsSummary plain = summarise(personsInput(effect, 11));
        const InsightsSummary other = summarise(personsInput(effect, 11, [&](Person &person) {
            person.direction = direction;
            person.minimum = minimum;
            person.maximum = maximum;
        }));
        QCOMPARE(plain.guard.verdict == Verdict::Helping, effect > 0);
        QCOMPARE(other.guard.verdict, plain.guard.verdict);
        QCOMPARE(other.guard.reason, plain.guard.reason);
        QCOMPARE(other.guard.furtherSessions, plain.guard.furtherSessions);
        QVERIFY(isClose(other.guard.effect->estimate, point * plain.guard.effect->estimate));
        QVERIFY(isClose(other.guard.effect->low, point * plain.guard.effect->low));
        QVERIFY(isClose(*other.guard.naive, point * *plain.guard.naive));
        QVERIFY(isClose(other.paired.mean->low, point * plain.paired.mean->low));
        const Interval pooled = *other.modalities.groups.first().pooled;
        QVERIFY(isClose(pooled.high, point * plain.modalities.groups.first().pooled->high));
        const double fall = *plain.guard.anywayLevel - *plain.guard.afterLevel;
        QVERIFY(isClose(fall, plain.guard.effect->estimate));
    }
}

void TestInsights::harm_isGettingWorse()
{
    const Guard result = guard(personsInput(-2, 12));
    QCOMPARE(result.verdict, Verdict::Worse);
    QCOMPARE(result.reason, GuardReason::None);
    QVERIFY(result.effect->high < 0 && *result.tippingPoint > 0.5);
}

void TestInsights::neutralScale_getsNumbers_butNoVerdict()
{
    InsightsInput input = personsInput(2, 11);
    input.scale.direction = Direction::Neutral;
    const InsightsSummary summary = summarise(input);
    QCOMPARE(summary.guard.verdict, Verdict::Unknown);
    QCOMPARE(summary.guard.reason, GuardReason::NeutralScale);
    QVERIFY(summary.guard.effect->high < 0); // later minus earlier
    QVERIFY(summary.paired.mean->estimate < 0);
}

void TestInsights::smallEffect_withoutDistantDays_isUnknown()
{
    const auto calm = [](Person &person) {
        person.days = 730;
        person.sd = 0.8;
        person.booking = Booking::Weekly;
    };
    const Guard weekly = guard(personsInput(0, 3, calm));
    QCOMPARE(weekly.verdict, Verdict::Unknown);
    QCOMPARE(weekly.reason, GuardReason::NoDistantDays);
    QVERIFY(weekly.missingDistantDays > 0);
    const Guard sometimes = guard(personsInput(0, 3, [&calm](Person &person) {
        calm(person);
        person.booking = Booking::EveryTwoWeeks;
    }));
    QCOMPARE(sometimes.verdict, Verdict::NotHelping);
    QCOMPARE(sometimes.missingDistantDays, 0);
}

void TestInsights::missingDays_canWithholdTheVerdict()
{
    int withheld = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Guard result = guard(personsInput(1.2, seed, [](Person &person) {
            person.rated = 0.9;
            person.dropped = [](double, bool following) { return following ? 0.55 : 0; };
        }));
        QVERIFY(result.flags.contains(GuardFlag::RatedLessAfterSessions));
        if (result.verdict == Verdict::Helping)
            QVERIFY(*result.tippingPoint > 1);
        if (result.reason == GuardReason::MissingDays) {
            QVERIFY(result.effect->low > 0 && *result.tippingPoint <= 1);
            ++withheld;
        }
    }
    QVERIFY(withheld > 0);
}

void TestInsights::input_knowsWhenASessionWasBooked()
{
    const test::DataFolder folder;
    const QDate day(2026, 11, 2);
    const QByteArray zone("Europe/Berlin");
    const FixedClock clock(momentFromLocal(day, QTime(1, 30), zone));
    const Journal::Options options{folder.file(QStringLiteral("journal.db")),
                                   folder.file(QStringLiteral("device")),
                                   folder.file(QStringLiteral("backups")), 0, false};
    const auto journal = Journal::open(options, clock).value();
    Session ahead = session(When::at(momentFromLocal(day.addDays(4), QTime(17, 30), zone)));
    ahead.id = newId(clock.now().utcMs);
    ahead.status = SessionStatus::Planned;
    QVERIFY(journal->put({ahead}));
    ahead.status = SessionStatus::Done;
    Session sameDay = session(When::at(momentFromLocal(day, QTime(1, 0), zone)));
    sameDay.id = newId(clock.now().utcMs);
    Session foreign = session(When::on(day));
    QVERIFY(journal->put({ahead, sameDay, foreign}));
    const Scale scale = *scaleByCode(QStringLiteral("stress"));
    QCOMPARE(insightsInput(*journal, scale, 0).booked, (QHash<QUuid, QDate>{{ahead.id, day}}));
    QCOMPARE(insightsInput(*journal, scale, 4 * 60).booked,
             (QHash<QUuid, QDate>{{ahead.id, day.addDays(-1)}}));
}

void TestInsights::sameWeekday_isFlagged()
{
    const auto weekly = [](Person &person) { person.booking = Booking::Weekly; };
    const InsightsInput input = personsInput(0, 4, weekly);
    const Guard flagged = guard(input);
    QVERIFY(flagged.flags.contains(GuardFlag::SameWeekday));
    QCOMPARE(flagged.weekday, journalDay(*input.series.sessions.first().start.moment, 0).dayOfWeek());
    const Guard free = guard(personsInput(0, 4));
    QVERIFY(!free.flags.contains(GuardFlag::SameWeekday));
    QCOMPARE(free.weekday, 0);
}

void TestInsights::verdict_hasOneWording()
{
    Guard told;
    told.reason = GuardReason::None;
    const QList<std::pair<Verdict, QString>> wordings{
        {Verdict::Helping, QStringLiteral("Probably helping")},
        {Verdict::NotHelping, QStringLiteral("Probably not helping")},
        {Verdict::Unknown, QStringLiteral("Can’t tell yet")},
        {Verdict::Worse, QStringLiteral("Getting worse")}};
    for (const auto &[verdict, words] : wordings) {
        told.verdict = verdict;
        QCOMPARE(verdictWords(told), words);
    }
    told.reason = GuardReason::NeutralScale;
    QCOMPARE(verdictWords(told), QStringLiteral("No verdict"));
}

void TestInsights::weekendsNeverRated_areNoHindrance()
{
    InsightsInput input = regular(200, 9);
    const auto isWeekend = [](const When &when) {
        return QDateTime::fromMSecsSinceEpoch(when.moment->utcMs, Qt::UTC).date().dayOfWeek() >= 6;
    };
    input.series.checkIns.removeIf([&](const CheckIn &one) { return isWeekend(one.time); });
    input.series.sessions.removeIf([&](const Session &one) { return isWeekend(one.start); });
    QVERIFY(guard(input).effect);
}

void TestInsights::differentDaysBeforeSessions_withholdTheVerdict()
{
    InsightsInput input = stressInput();
    Dice dice(3);
    for (int day = 0; day < 360; ++day) {
        const int phase = day % 15;
        const double calm = phase >= 5 && phase <= 10 ? 3 : 0; // a free week, massage in the midst of it
        const double value = std::round(6 - calm + 0.8 * dice.normal());
        if (phase == 7) {
            input.series.sessions.append(session(at(monday.addDays(day), 17), value, value));
            input.booked.insert(input.series.sessions.last().id, monday.addDays(day - 3));
        } else {
            input.series.checkIns.append(checkIn(at(monday.addDays(day), 12), value));
        }
    }
    const Guard told = guard(input);
    QVERIFY(told.flags.contains(GuardFlag::DifferentBefore));
    QCOMPARE(told.verdict, Verdict::Unknown);
    QCOMPARE(told.reason, GuardReason::DifferentBefore);
    input.booked.clear();
    QCOMPARE(guard(input).verdict, Verdict::Helping);
}

void TestInsights::longFollowUp_looksAtSevenDays()
{
    InsightsInput input = regular(150, 15);
    const Guard three = guard(input);
    input.settings.followUpDays = 7;
    const Guard seven = guard(input);
    QCOMPARE(three.treatedDays, 27);
    QCOMPARE(seven.treatedDays, 63);
    QCOMPARE(seven.followUpDays, 7);
    QCOMPARE(seven.distantDays, three.distantDays);
    input.settings.confidence = 0.95;
    QVERIFY(guard(input).effect->low < seven.effect->low);
}

void TestInsights::cancelledSessions_areNone()
{
    InsightsInput input = regular(120, 10);
    for (Session &one : input.series.sessions)
        one.status = SessionStatus::Cancelled;
    const InsightsSummary summary = summarise(input);
    QCOMPARE(summary.guard.sessions, 0);
    QVERIFY(summary.paired.dots.isEmpty() && summary.modalities.groups.isEmpty());
}

void TestInsights::demo_isIgnored_byEveryNumber_onceAnythingIsReal()
{
    InsightsInput input = regular(200, 10);
    for (int i = 0; i < 12; ++i)
        input.series.checkIns.append(checkIn(at(monday.addDays(10 * i), 12, 30), 5));
    for (Session &one : input.series.sessions)
        one.demo = true;
    for (CheckIn &one : input.series.checkIns)
        one.demo = true;
    const InsightsSummary shown = summarise(input);
    QVERIFY(!presence(shown).values().contains(false));
    input.series.checkIns.append(checkIn(at(monday, 9), 4));
    input.series.ignoreDemo = true;
    const InsightsSummary real = summarise(input);
    QVERIFY(!presence(real).values().contains(true));
    QCOMPARE(real.daysRated, 1);
    QCOMPARE(real.guard.sessions, 0);
    QVERIFY(real.modalities.groups.isEmpty());
    QCOMPARE(real.noise.pairs, 0);
}

void TestInsights::olderVersion_ofScale_isNotMixedIn()
{
    InsightsInput input = regular(200, 10);
    const InsightsSummary first = summarise(input);
    input.scale.version = 2;
    const InsightsSummary reworded = summarise(input);
    QCOMPARE(reworded.daysRated, first.daysRated);
    QCOMPARE(reworded.trend, first.trend);
    QVERIFY(first.guard.effect && !reworded.guard.effect);
    QVERIFY(reworded.paired.dots.isEmpty());
    QCOMPARE(reworded.noise.pairs, 0);
}

QTEST_GUILESS_MAIN(TestInsights)
#include "tst_insights.moc"
