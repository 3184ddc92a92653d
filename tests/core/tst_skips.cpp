#include "app/base/identifiers.h"
#include "app/journal/followups.h"
#include "app/journal/skips.h"
#include "tests/support/journaltest.h"

#include <QTest>

using namespace stillpoint;
using namespace stillpoint::test;

class TestSkips : public QObject
{
    Q_OBJECT

    const QDate m_day{2026, 11, 9};
    std::unique_ptr<JournalFolder> m_folder;
    std::unique_ptr<Journal> m_journal;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<JournalFolder>();
        m_journal = m_folder->open();
    }
    void cleanup() { m_journal.reset(); }

    /// A record of that day with one rating.
    static CheckIn checkIn(Phase phase, std::optional<double> value, const QString &region = {})
    {
        CheckIn made;
        made.id = newId(5);
        made.time = When::on(QDate(2026, 11, 9));
        made.note = QStringLiteral("a note");
        made.ratings[{phase, QStringLiteral("stress"), region}].value = value;
        return made;
    }
    static Session session(Phase phase, SessionStatus status = SessionStatus::Done)
    {
        Session made;
        made.id = newId(6);
        made.start = When::on(QDate(2026, 11, 9));
        made.modalities = {QStringLiteral("thai")};
        made.status = status;
        made.ratings[{phase, QStringLiteral("stress"), {}}].value = 7;
        return made;
    }
    static CheckIn noteOnly()
    {
        CheckIn made = checkIn(Phase::AdHoc, 3);
        made.ratings.clear();
        return made;
    }
    static CheckIn aboutTheDayBefore()
    {
        CheckIn made = checkIn(Phase::AdHoc, 3);
        const Moment noon =
            momentFromLocal(QDate(2026, 11, 9), QTime(12, 0), QByteArrayLiteral("Europe/Berlin"));
        made.time = When::at(noon);
        made.ratings.begin()->second.aboutMs = noon.utcMs - 24 * 3'600'000;
        return made;
    }

    void skipDay_twice_isOneRecord_andOneStep()
    {
        const Moment now = m_folder->clock.now();
        QVERIFY(skipDay(*m_journal, m_day, now));
        QVERIFY(skipDay(*m_journal, m_day, now));
        QCOMPARE(skipsOf(*m_journal, m_day).size(), 1);
        QVERIFY(skipsOf(*m_journal, m_day.addDays(1)).isEmpty());
        QVERIFY(m_journal->undo());
        QVERIFY(skipsOf(*m_journal, m_day).isEmpty());
        QVERIFY(!m_journal->canUndo());
    }

    void takeSkipBack_takesAllInOneStep_andIsADeletion_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("as after the merge of two devices") << 2;
    }
    void takeSkipBack_takesAllInOneStep_andIsADeletion()
    {
        QFETCH(int, count);
        for (int i = 1; i <= count; ++i) {
            Skip skip;
            skip.id = newId(i);
            skip.day = m_day;
            QVERIFY(m_journal->put({skip}));
        }
        QVERIFY(takeSkipBack(*m_journal, m_day));
        QVERIFY(skipsOf(*m_journal, m_day).isEmpty());
        QCOMPARE(m_journal->undo().value().verb, QStringLiteral("delete"));
        QCOMPARE(skipsOf(*m_journal, m_day).size(), count);
        QVERIFY(takeSkipBack(*m_journal, m_day.addDays(1))); // nothing to do
    }

    void record_onASkippedDay_endsTheSkip_whenItRatesTheDay_data()
    {
        QTest::addColumn<Record>("record");
        QTest::addColumn<bool>("rates");
        const auto row = [](const char *name, const Record &record, bool rates) {
            QTest::newRow(name) << record << rates;
        };
        row("ad hoc", checkIn(Phase::AdHoc, 0), true);
        row("next morning", checkIn(Phase::NextMorning, 3), true);
        row("two hours after a session", checkIn(Phase::H2, 3), false);
        row("left out on purpose", checkIn(Phase::NextMorning, {}), false);
        row("of a body region", checkIn(Phase::AdHoc, 3, QStringLiteral("back.left.neck")), false);
        row("note only", noteOnly(), false);
        row("about the day before", aboutTheDayBefore(), false);
        row("before a session", session(Phase::Before), true);
        row("after a session", session(Phase::After), false);
        row("before a planned session", session(Phase::Before, SessionStatus::Planned), false);
    }
    void record_onASkippedDay_endsTheSkip_whenItRatesTheDay()
    {
        QFETCH(Record, record);
        QFETCH(bool, rates);
        QVERIFY(skipDay(*m_journal, m_day, m_folder->clock.now()));
        QVERIFY(skipDay(*m_journal, m_day.addDays(1), m_folder->clock.now()));
        const QList<RecordRef> ended = skipsEndedBy(*m_journal, {record, record});
        QCOMPARE(ended, rates ? skipsOf(*m_journal, m_day) : QList<RecordRef>());
        QVERIFY(m_journal->put({record}, Author::Person, ended));
        QCOMPARE(isRated(*m_journal, m_day), rates);
        QCOMPARE(skipsOf(*m_journal, m_day).isEmpty(), rates);
        QCOMPARE(skipsOf(*m_journal, m_day.addDays(1)).size(), 1);
        QVERIFY(m_journal->undo()); // both at once
        QCOMPARE(skipsOf(*m_journal, m_day).size(), 1);
        QVERIFY(!isRated(*m_journal, m_day));
    }

    void checkIn_beforeTheDayStarts_ratesTheDayBefore()
    {
        m_journal->setDayStart(4 * 60);
        CheckIn late = checkIn(Phase::AdHoc, 3);
        late.time =
            When::at(momentFromLocal(m_day.addDays(1), QTime(1, 0), QByteArrayLiteral("Europe/Berlin")));
        QVERIFY(skipDay(*m_journal, m_day, m_folder->clock.now()));
        QVERIFY(skipDay(*m_journal, m_day.addDays(1), m_folder->clock.now()));
        QCOMPARE(skipsEndedBy(*m_journal, {late}), skipsOf(*m_journal, m_day));
        QVERIFY(m_journal->put({late}));
        QVERIFY(isRated(*m_journal, m_day));
        QVERIFY(!isRated(*m_journal, m_day.addDays(1)));
    }

    void followUp_onASkippedDay_endsTheSkip_unlessItIsLeftOut()
    {
        Session before = session(Phase::Before);
        before.start = When::on(m_day.addDays(-1));
        QVERIFY(m_journal->put({before}));
        const Moment now = momentFromLocal(m_day, QTime(8, 0), QByteArrayLiteral("Europe/Berlin"));
        m_folder->clock.set(now);
        QVERIFY(skipDay(*m_journal, m_day, now));
        const FollowUp due = dueFollowUps(*m_journal, now).value(0);
        QCOMPARE(due.phase, Phase::NextMorning);
        const Scale stress = *scaleByCode(QStringLiteral("stress"));
        QVERIFY(skipFollowUp(*m_journal, due, stress, now));
        QCOMPARE(skipsOf(*m_journal, m_day).size(), 1);
        QVERIFY(answerFollowUp(*m_journal, due, stress, 3, now));
        QVERIFY(skipsOf(*m_journal, m_day).isEmpty());
        QVERIFY(m_journal->undo());
        QCOMPARE(skipsOf(*m_journal, m_day).size(), 1);
    }

    void demo_isNobodysOwn()
    {
        Skip skip;
        skip.id = newId(1);
        skip.day = m_day;
        CheckIn checkIn;
        checkIn.id = newId(2);
        checkIn.time = When::on(m_day);
        checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = 3;
        QVERIFY(m_journal->addDemo({skip, checkIn}));
        QVERIFY(skipsOf(*m_journal, m_day).isEmpty());
        QVERIFY(!isRated(*m_journal, m_day));
        QVERIFY(skipDay(*m_journal, m_day, m_folder->clock.now()));
        QVERIFY(skipsEndedBy(*m_journal, {*m_journal->find<CheckIn>(checkIn.id)}).isEmpty());
        checkIn.id = newId(3);
        QVERIFY(m_journal->put({checkIn}));
        QVERIFY(isRated(*m_journal, m_day));
        QVERIFY(!isRated(*m_journal, m_day.addDays(-1)));
    }
};

QTEST_GUILESS_MAIN(TestSkips)
#include "tst_skips.moc"
