#include "app/journal/sentences.h"
#include "tests/support/journaltest.h"

#include <QTest>

using namespace stillpoint;

/// What happened to records, in the words of window and command line.
class TestSentences : public QObject
{
    Q_OBJECT
private:
    static QString told(const Result<UndoOutcome> &outcome, bool redone, const Journal &journal)
    {
        return sentenceFor(outcome.value(), redone, journal.vocabulary(), isoTime);
    }

private Q_SLOTS:
    void undo_ofACreationAfterARestart_namesTheEntry()
    {
        const test::JournalFolder at;
        {
            const auto journal = at.open();
            QVERIFY(journal->put({at.session()}));
        }
        const auto journal = at.open();
        QCOMPARE(told(journal->undo(), false, *journal),
                 QStringLiteral("Undone. The session of 2026-11-10 17:30 is gone again."));
        QCOMPARE(told(journal->redo(), true, *journal),
                 QStringLiteral("Redone. The session of 2026-11-10 17:30 is there again."));
    }

    void undo_ofADeletion_namesTheEntry()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        const CheckIn checkIn = at.checkIn(4);
        QVERIFY(journal->put({checkIn}));
        QVERIFY(journal->remove(RecordKind::CheckIn, checkIn.id));
        QCOMPARE(told(journal->undo(), false, *journal),
                 QStringLiteral("Undone. The check-in of 2026-11-10 18:44 is back."));
    }

    void undo_withTheReadersTime_speaksOfItSo()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        QVERIFY(journal->put({at.session()}));
        const TimeWords words = [](const When &) { return QStringLiteral("yesterday"); };
        QCOMPARE(sentenceFor(journal->undo().value(), false, journal->vocabulary(), words),
                 QStringLiteral("Undone. The session of yesterday is gone again."));
    }

    void undo_ofManyEntries_namesThreeAndCountsTheRest()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        QList<Record> records;
        for (int day = 1; day <= 5; ++day)
            records.append(at.session(QDate(2026, 11, day)));
        QVERIFY(journal->put(records));
        const QString sentence = told(journal->undo(), false, *journal);
        QVERIFY2(sentence.contains(QStringLiteral("2026-11-03 17:30 is gone again.")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral("2026-11-04")), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QStringLiteral("So are 2 more.")), qPrintable(sentence));
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
