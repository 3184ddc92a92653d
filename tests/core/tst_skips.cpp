#include "app/base/identifiers.h"
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

    void takeSkipBack_ofSeveral_takesAllInOneStep()
    {
        for (int i = 1; i <= 2; ++i) { // as after the merge of two devices
            Skip skip;
            skip.id = newId(i);
            skip.day = m_day;
            QVERIFY(m_journal->put({skip}));
        }
        QVERIFY(takeSkipBack(*m_journal, m_day));
        QVERIFY(skipsOf(*m_journal, m_day).isEmpty());
        QVERIFY(m_journal->undo());
        QCOMPARE(skipsOf(*m_journal, m_day).size(), 2);
        QVERIFY(takeSkipBack(*m_journal, m_day.addDays(1))); // nothing to do
    }

    void demo_isNobodysOwn()
    {
        Skip skip;
        skip.id = newId(1);
        skip.day = m_day;
        CheckIn checkIn;
        checkIn.id = newId(2);
        checkIn.time = When::on(m_day);
        checkIn.note = QStringLiteral("made up");
        QVERIFY(m_journal->addDemo({skip, checkIn}));
        QVERIFY(skipsOf(*m_journal, m_day).isEmpty());
        QVERIFY(!isCheckedIn(*m_journal, m_day));
        checkIn.id = newId(3);
        QVERIFY(m_journal->put({checkIn}));
        QVERIFY(isCheckedIn(*m_journal, m_day));
        QVERIFY(!isCheckedIn(*m_journal, m_day.addDays(-1)));
    }
};

QTEST_GUILESS_MAIN(TestSkips)
#include "tst_skips.moc"
