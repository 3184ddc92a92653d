#include "app/base/clock.h"
#include "app/journal/journalday.h"
#include "tests/support/journaltest.h"

#include <QTest>

#include <ctime>

using namespace stillpoint;

class TestJournalDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void journalDay_acrossTheWorld_isTheDayAsFelt_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("local");
        QTest::addColumn<int>("dayStart");
        QTest::addColumn<QDate>("expected");
        const auto row = [](const char *name, const char *zone, const char *local, int dayStart,
                            const QDate &day) {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(local) << dayStart << day;
        };
        row("plain evening", "Europe/Berlin", "2026-11-10T23:59", 0, {2026, 11, 10});
        row("midnight belongs to the new day", "Europe/Berlin", "2026-11-11T00:00", 0, {2026, 11, 11});
        row("before 04:00 is still yesterday", "Europe/Berlin", "2026-11-11T03:59", 240, {2026, 11, 10});
        row("04:00 begins the day", "Europe/Berlin", "2026-11-11T04:00", 240, {2026, 11, 11});
        row("ahead of the date line", "Pacific/Auckland", "2026-11-11T08:00", 0, {2026, 11, 11});
        row("far ahead", "Pacific/Kiritimati", "2026-11-11T00:30", 0, {2026, 11, 11});
        row("behind the date line", "Pacific/Pago_Pago", "2026-11-10T23:30", 0, {2026, 11, 10});
        row("quarter-hour offset", "Asia/Kathmandu", "2026-11-11T00:10", 0, {2026, 11, 11});
        row("quarter-hour offset, late", "Asia/Kathmandu", "2026-11-10T23:50", 0, {2026, 11, 10});
        row("half-hour offset at the day start", "Asia/Kolkata", "2026-11-11T03:59", 240, {2026, 11, 10});
        row("New York evening", "America/New_York", "2026-11-10T23:00", 0, {2026, 11, 10});
        row("Lisbon in summer", "Europe/Lisbon", "2026-07-01T00:20", 0, {2026, 7, 1});
        row("clocks go forward", "Europe/Berlin", "2026-03-29T03:59", 240, {2026, 3, 28});
        row("clocks went forward", "Europe/Berlin", "2026-03-29T04:00", 240, {2026, 3, 29});
        row("clocks go back", "Europe/Berlin", "2026-10-25T03:59", 240, {2026, 10, 24});
        row("clocks went back", "America/New_York", "2026-11-01T23:59", 0, {2026, 11, 1});
        row("before 1970", "Europe/Berlin", "1969-12-31T12:00", 0, {1969, 12, 31});
        row("leap day", "Europe/Berlin", "2028-02-29T12:00", 240, {2028, 2, 29});
    }

    void journalDay_acrossTheWorld_isTheDayAsFelt()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, local);
        QFETCH(int, dayStart);
        QFETCH(QDate, expected);
        const QDate date = QDate::fromString(local.left(10), Qt::ISODate);
        const QTime time = QTime::fromString(local.mid(11), QStringLiteral("HH:mm"));
        const Moment moment = momentFromLocal(date, time, zone);
        QCOMPARE(journalDay(moment, dayStart), expected);
        // The zone's name decides nothing: only the offset of the entry does.
        QCOMPARE(
            journalDay({moment.utcMs, moment.offsetMinutes, QByteArrayLiteral("Pacific/Auckland")}, dayStart),
            expected);
    }

    void entries_fromAroundTheWorld_stayOnTheirDaysWhereverTheMachineIs_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QDate>("expected");
        const auto row = [](const char *name, const char *zone, const QDate &date, const QTime &time,
                            const QDate &day) {
            QTest::newRow(name) << QByteArray(zone) << date << time << day;
        };
        row("Auckland, clocks forward", "Pacific/Auckland", {2026, 9, 27}, QTime(3, 59), {2026, 9, 26});
        row("Auckland, after them", "Pacific/Auckland", {2026, 9, 27}, QTime(4, 0), {2026, 9, 27});
        row("Auckland, clocks back", "Pacific/Auckland", {2026, 4, 5}, QTime(3, 30), {2026, 4, 4});
        row("Kathmandu, night", "Asia/Kathmandu", {2026, 11, 11}, QTime(3, 59), {2026, 11, 10});
        row("Kathmandu, morning", "Asia/Kathmandu", {2026, 11, 11}, QTime(4, 0), {2026, 11, 11});
        row("New York, clocks forward", "America/New_York", {2026, 3, 8}, QTime(3, 30), {2026, 3, 7});
        row("New York, clocks back", "America/New_York", {2026, 11, 1}, QTime(1, 30), {2026, 10, 31});
        row("New York, evening", "America/New_York", {2026, 11, 1}, QTime(23, 30), {2026, 11, 1});
        row("Lisbon, clocks forward", "Europe/Lisbon", {2026, 3, 29}, QTime(3, 59), {2026, 3, 28});
        row("Lisbon, clocks back", "Europe/Lisbon", {2026, 10, 25}, QTime(4, 0), {2026, 10, 25});
        row("east of the date line", "Pacific/Pago_Pago", {2026, 11, 10}, QTime(23, 30), {2026, 11, 10});
        row("west of the date line", "Pacific/Kiritimati", {2026, 11, 12}, QTime(0, 30), {2026, 11, 11});
    }

    void entries_fromAroundTheWorld_stayOnTheirDaysWhereverTheMachineIs()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QFETCH(QTime, time);
        QFETCH(QDate, expected);
        const test::JournalFolder at;
        Journal::Options options = at.options();
        options.dayStartMinutes = 240;
        CheckIn checkIn = at.checkIn(3);
        checkIn.time = When::at(momentFromLocal(date, time, zone));
        QVERIFY(Journal::open(options, at.clock).value()->put({checkIn}));
        const QByteArray before = qgetenv("TZ");
        for (const char *machine : {"Pacific/Auckland", "America/New_York", "Asia/Kathmandu", "UTC"}) {
            qputenv("TZ", machine);
            tzset();
            const auto journal = Journal::open(options, at.clock).value();
            QCOMPARE(journal->entries().first().day, expected);
            QCOMPARE(journal->entries({expected, expected, {}}).size(), 1);
            const auto stored = journal->find<CheckIn>(checkIn.id);
            QCOMPARE(stored, std::optional(checkIn));
            QCOMPARE(stored->time.moment->local().time(), time);
        }
        if (before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", before);
        tzset();
    }

    void setDayStart_onEntries_movesNightsButNotDayOnly()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        Session night = at.session();
        night.start = When::at(momentFromLocal({2026, 11, 11}, QTime(1, 0), "Europe/Berlin"));
        Session dayOnly = at.session();
        dayOnly.start = When::on({2026, 11, 11});
        QVERIFY(journal->put({night, dayOnly}));
        QCOMPARE(journal->entries({{2026, 11, 11}, {2026, 11, 11}, {}}).size(), 2);
        journal->setDayStart(240);
        const auto left = journal->entries({{2026, 11, 11}, {2026, 11, 11}, {}});
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().id, dayOnly.id);
        QCOMPARE(journal->entries({{2026, 11, 10}, {2026, 11, 10}, {}}).first().id, night.id);
    }
};

QTEST_GUILESS_MAIN(TestJournalDay)
#include "tst_journalday.moc"
