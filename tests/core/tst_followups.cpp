#include "app/journal/followups.h"
#include "tests/support/journaltest.h"

#include <QTest>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

Moment berlin(int day, int hour, int minute = 0)
{
    return momentFromLocal(QDate(2026, 11, day), QTime(hour, minute), QByteArrayLiteral("Europe/Berlin"));
}

} // namespace

/// A session on 10 November from 17:30 to 18:30, and what it asks later.
class TestFollowUps : public QObject
{
    Q_OBJECT

    std::unique_ptr<JournalFolder> m_folder;
    std::unique_ptr<Journal> m_journal;
    Session m_session;

    QList<Phase> phasesAt(const Moment &now)
    {
        m_folder->clock.set(now);
        QList<Phase> phases;
        for (const FollowUp &each : dueFollowUps(*m_journal, now)) {
            if (each.session == m_session.id)
                phases.append(each.phase);
        }
        return phases;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<JournalFolder>();
        m_journal = m_folder->open();
        m_session = m_folder->session();
        QVERIFY(m_journal->put({m_session}));
    }
    void cleanup() { m_journal.reset(); }

    void due_atEachTime_isWhatTheModelSays_data()
    {
        QTest::addColumn<int>("day");
        QTest::addColumn<int>("hour");
        QTest::addColumn<QList<Phase>>("phases");
        QTest::newRow("an hour has not passed") << 10 << 19 << QList<Phase>{};
        QTest::newRow("an hour and a half after") << 10 << 20 << QList<Phase>{Phase::H2};
        QTest::newRow("over five hours after, a new day") << 11 << 0 << QList<Phase>{Phase::NextMorning};
        QTest::newRow("next evening still") << 11 << 23 << QList<Phase>{Phase::NextMorning};
        QTest::newRow("second day") << 12 << 9 << QList<Phase>{};
        QTest::newRow("third day") << 13 << 9 << QList<Phase>{Phase::Day3};
        QTest::newRow("a week") << 17 << 9 << QList<Phase>{Phase::Day7};
        QTest::newRow("later") << 18 << 9 << QList<Phase>{};
    }
    void due_atEachTime_isWhatTheModelSays()
    {
        QFETCH(int, day);
        QFETCH(int, hour);
        QTEST(phasesAt(berlin(day, hour)), "phases");
    }

    void laterSession_cancelsTheRest()
    {
        Session later = m_folder->session(QDate(2026, 11, 12));
        later.id = newId(1);
        QVERIFY(m_journal->put({later}));
        QCOMPARE(phasesAt(berlin(13, 9)), QList<Phase>{});
        QCOMPARE(dueFollowUps(*m_journal, berlin(13, 9)).size(), 1); // its own next morning
    }

    void plannedSession_cancelsNothing()
    {
        Session planned = m_folder->session(QDate(2026, 11, 12));
        planned.id = newId(1);
        planned.status = SessionStatus::Planned;
        QVERIFY(m_journal->put({planned}));
        QCOMPARE(phasesAt(berlin(13, 9)), QList<Phase>{Phase::Day3});
    }

    void dayOnlySession_asksByDays()
    {
        m_session.start = When{};
        m_session.start.day = QDate(2026, 11, 10);
        QVERIFY(m_journal->put({m_session}));
        QCOMPARE(phasesAt(berlin(10, 20)), QList<Phase>{});
        QCOMPARE(phasesAt(berlin(11, 9)), QList<Phase>{Phase::NextMorning});
    }

    void answered_twoScales_areOneCheckInOfThatSession()
    {
        const Moment now = berlin(11, 8);
        m_folder->clock.set(now);
        const FollowUp due = dueFollowUps(*m_journal, now).value(0);
        QVERIFY(answerFollowUp(*m_journal, due, *scaleByCode(QStringLiteral("stress")), 3, now));
        QVERIFY(answerFollowUp(*m_journal, due, *scaleByCode(QStringLiteral("mobility")), 6, now));
        QCOMPARE(phasesAt(now), QList<Phase>{});
        const QList<CheckIn> checkIns = m_journal->all<CheckIn>();
        QCOMPARE(checkIns.size(), 1);
        QCOMPARE(checkIns.first().session, m_session.id);
        QCOMPARE(checkIns.first().trigger, Trigger::FollowUp);
        QCOMPARE(checkIns.first().ratings.at({Phase::NextMorning, QStringLiteral("stress"), {}}).value,
                 std::optional<double>(3));
        QVERIFY(m_journal->undo());
        QVERIFY(m_journal->undo());
        QCOMPARE(phasesAt(now), QList<Phase>{Phase::NextMorning});
    }

    void takenBack_isAskedAgain()
    {
        const Moment now = berlin(11, 8);
        const FollowUp due = dueFollowUps(*m_journal, now).value(0);
        QVERIFY(answerFollowUp(*m_journal, due, *scaleByCode(QStringLiteral("stress")), 3, now));
        QVERIFY(answerFollowUp(*m_journal, due, *scaleByCode(QStringLiteral("stress")), {}, now));
        QCOMPARE(m_journal->all<CheckIn>().size(), 0);
        QCOMPARE(phasesAt(now), QList<Phase>{Phase::NextMorning});
    }

    void skipped_isNotAskedAgain_andIsNoRating()
    {
        const Moment now = berlin(11, 8);
        const FollowUp due = dueFollowUps(*m_journal, now).value(0);
        QVERIFY(skipFollowUp(*m_journal, due, *scaleByCode(QStringLiteral("stress")), now));
        QCOMPARE(phasesAt(now), QList<Phase>{});
        const auto answer = answerOf(*m_journal, due);
        QVERIFY(answer);
        QVERIFY(!answer->ratings.begin()->second.value);
    }
};

QTEST_GUILESS_MAIN(TestFollowUps)
#include "tst_followups.moc"
