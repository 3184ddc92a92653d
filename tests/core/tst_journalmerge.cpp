#include "app/journal/drafts.h"
#include "app/journal/journal.h"
#include "tests/support/journaltest.h"

#include <QSignalSpy>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace stillpoint;

namespace {

using Became = ImportOutcome::Became;

std::vector<Change> changesOf(const Journal &journal)
{
    std::vector<Change> changes;
    const auto read = journal.eachChange([&](const Change &change) { changes.push_back(change); });
    return read ? changes : std::vector<Change>();
}

qint64 rows(const test::JournalFolder &at)
{
    return SQLite::Database(at.options().file.toStdString())
        .execAndGet("SELECT count(*) FROM change")
        .getInt64();
}

} // namespace

class TestJournalMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void merge_ofAnotherDevice_isTheUnionAndHasEachFieldsLastWriter()
    {
        test::JournalFolder desk;
        test::JournalFolder laptop;
        const auto here = desk.open();
        const auto there = laptop.open();
        Session session = desk.session();
        QVERIFY(here->put({session}));
        QCOMPARE(there->merge(changesOf(*here)).value().count(Became::Added), 1);
        QCOMPARE(there->find<Session>(session.id), std::optional(session));

        session.minutes = 75;
        session.notes = QStringLiteral("here");
        desk.clock.advance(1000);
        QVERIFY(here->put({session}));
        Session other = there->find<Session>(session.id).value();
        other.minutes = 90;
        other.pressure = 2;
        laptop.clock.advance(5000);
        QVERIFY(there->put({other, laptop.checkIn(3)}));

        QSignalSpy told(here.get(), &Journal::changed);
        const ImportOutcome outcome = here->merge(changesOf(*there)).value();
        QCOMPARE(outcome.count(Became::Added), 1);
        QCOMPARE(outcome.count(Became::Changed), 1);
        QCOMPARE(told.count(), 1);
        QVERIFY(there->merge(changesOf(*here)));
        session.minutes = 90;
        session.pressure = 2;
        const auto reopened = desk.open();
        for (const Journal *journal : {here.get(), there.get(), reopened.get()}) {
            QCOMPARE(journal->find<Session>(session.id), std::optional(session));
            QCOMPARE(journal->entries().size(), 2);
        }
        // Again is nothing new, and each device undoes what it did itself.
        QCOMPARE(here->merge(changesOf(*there)).value().changes, 0);
        QVERIFY(here->undo());
        QVERIFY(here->find<Session>(session.id)->notes.isEmpty());
        QCOMPARE(here->find<Session>(session.id)->minutes, std::optional(90));
    }

    void merge_dryRun_tellsTheSameAndWritesNothing()
    {
        test::JournalFolder desk;
        test::JournalFolder laptop;
        const auto here = desk.open();
        QVERIFY(here->put({desk.session(), desk.checkIn(4)}));
        const auto there = laptop.open();
        QSignalSpy told(there.get(), &Journal::changed);
        const ImportOutcome would = there->merge(changesOf(*here), ImportMode::DryRun).value();
        QCOMPARE(would.count(Became::Added), 2);
        QCOMPARE(rows(laptop), 0);
        QVERIFY(there->isEmpty());
        QCOMPARE(told.count(), 0);
        QCOMPARE(there->merge(changesOf(*here)).value(), would);
    }

    void merge_knownNumberWithOtherContent_isRefusedWhole()
    {
        test::JournalFolder desk;
        test::JournalFolder laptop;
        const auto here = desk.open();
        QVERIFY(here->put({desk.session()}));
        QVERIFY(here->put({desk.checkIn(1)}));
        std::vector<Change> changes = changesOf(*here);
        const auto there = laptop.open();
        QVERIFY(there->merge({changes.front()}));
        changes.front().payload.insert(QStringLiteral("minutes"), 61);
        const auto refused = there->merge(changes);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(refused.error().message.contains(QStringLiteral("unchanged")));
        QCOMPARE(rows(laptop), 1);
        QCOMPARE(there->entries().size(), 1);
        // Two of one number within a file are no better.
        std::vector<Change> twice{changes.back(), changes.back()};
        twice.back().hlc += 1;
        QVERIFY(!there->merge(twice));
        QCOMPARE(rows(laptop), 1);
    }

    void merge_ofARowThatWasErasedElsewhere_isNoConflict()
    {
        test::JournalFolder desk;
        const auto here = desk.open();
        QVERIFY(here->put({desk.session()}));
        const std::vector<Change> whole = changesOf(*here);
        std::vector<Change> emptied = whole;
        emptied.front().payload = {};
        // The row that says so is still on its way, in a file not yet read.
        QVERIFY(here->merge(emptied));
        QCOMPARE(here->entries().size(), 1);
        test::JournalFolder laptop;
        const auto there = laptop.open();
        QVERIFY(there->merge(emptied));
        QVERIFY(there->merge(whole));
    }

    void merge_ofAnErasing_takesTheDraftsOfTheEntryToo()
    {
        test::JournalFolder desk;
        test::JournalFolder laptop;
        const auto here = desk.open();
        const Session session = desk.session();
        QVERIFY(here->put({session}));
        const auto there = laptop.open();
        QVERIFY(there->merge(changesOf(*here)));
        QVERIFY(there->erase({RecordKind::Session, session.id}));
        QVERIFY(here->setSlot(draftSlot(session.id), "half a sentence about it"));
        QVERIFY(here->setSlot(draftSlot({}), "another"));
        QVERIFY(here->merge(changesOf(*there)));
        QVERIFY(!here->slot(draftSlot(session.id)).value());
        QVERIFY(here->slot(draftSlot({})).value());
    }

    void merge_clockADayAhead_isKeptAndReported()
    {
        test::JournalFolder desk;
        test::JournalFolder laptop;
        desk.clock.advance(3 * Q_INT64_C(86'400'000));
        const auto here = desk.open();
        QVERIFY(here->put({desk.checkIn(4)}));
        const auto there = laptop.open();
        QCOMPARE(there->merge(changesOf(*here)).value().ahead, 1);
        QCOMPARE(there->entries().size(), 1);
        // What is written from now on still counts as newer.
        CheckIn mine = there->all<CheckIn>().first();
        mine.note = QStringLiteral("mine");
        QVERIFY(there->put({mine}));
        QCOMPARE(laptop.open()->find<CheckIn>(mine.id), std::optional(mine));
    }

    void merge_deletionElsewhere_isTrashHereAndCanBeTakenBack()
    {
        test::JournalFolder desk;
        test::JournalFolder laptop;
        const auto here = desk.open();
        const Session session = desk.session();
        QVERIFY(here->put({session}));
        const auto there = laptop.open();
        QVERIFY(there->merge(changesOf(*here)));
        laptop.clock.advance(1000);
        QVERIFY(there->remove(RecordKind::Session, session.id));
        QCOMPARE(here->merge(changesOf(*there)).value().count(Became::Trashed), 1);
        QVERIFY(here->isEmpty());
        QCOMPARE(here->trash().size(), 1);
        QVERIFY(here->restore(RecordKind::Session, session.id));
        QCOMPARE(here->find<Session>(session.id), std::optional(session));
    }

    void merge_ownChangesInAnyOrder_keepsTheOrderOfUndo()
    {
        test::JournalFolder desk;
        std::vector<Change> changes;
        QList<QUuid> ids;
        {
            const auto here = desk.open();
            for (int i = 0; i < 5; ++i) {
                const CheckIn checkIn = desk.checkIn(i);
                ids.append(checkIn.id);
                QVERIFY(here->put({checkIn}));
            }
            changes = changesOf(*here);
        }
        // The file is lost, the device is not; its changes come back from elsewhere.
        for (const char *end : {"", "-wal", "-shm"})
            QFile::remove(desk.options().file + QLatin1String(end));
        std::reverse(changes.begin(), changes.end());
        const auto again = desk.open();
        QVERIFY(again->merge(changes));
        QCOMPARE(desk.open()->entries().size(), 5);
        while (!ids.isEmpty()) {
            QCOMPARE(again->undo().value().records.first().second, ids.takeLast());
        }
        QVERIFY(again->isEmpty());
    }

    void import_ofRecords_isOneActionOfTheFieldsThatDiffer()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        Session session = at.session();
        session.notes = QStringLiteral("kept");
        QVERIFY(journal->put({session}));
        const QUuid fresh = newId(5);
        const QList<ImportedRecord> records{
            {{RecordKind::Session, session.id},
             {{QStringLiteral("minutes"), 75}, {QStringLiteral("status"), QStringLiteral("done")}}},
            {{RecordKind::Skip, fresh}, {{QStringLiteral("day"), QStringLiteral("2026-11-08")}}}};
        QCOMPARE(journal->import(records, ImportMode::DryRun).value().count(Became::Added), 1);
        QCOMPARE(rows(at), 1);
        const ImportOutcome outcome = journal->import(records).value();
        QCOMPARE(outcome.items.first().fields, QStringList{QStringLiteral("minutes")});
        QCOMPARE(journal->find<Session>(session.id)->minutes, std::optional(75));
        QCOMPARE(journal->find<Session>(session.id)->notes, session.notes);
        QCOMPARE(rows(at), 3);
        QCOMPARE(journal->import(records).value().unchanged, 2);
        QCOMPARE(journal->undo().value().verb, QStringLiteral("import"));
        QCOMPARE(journal->find<Session>(session.id), std::optional(session));
        QVERIFY(!journal->find<Skip>(fresh));
    }

    void import_ofAWrongRecord_changesNothing()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        const QList<ImportedRecord> records{
            {{RecordKind::Skip, newId(5)}, {{QStringLiteral("day"), QStringLiteral("2026-11-08")}}},
            {{RecordKind::Session, newId(6)}, {{QStringLiteral("day"), QStringLiteral("2026-11-08")}}}};
        const auto refused = journal->import(records);
        QCOMPARE(refused.error().field, QStringLiteral("modalities"));
        QVERIFY(journal->isEmpty());
        QCOMPARE(rows(at), 0);
    }
};

QTEST_GUILESS_MAIN(TestJournalMerge)
#include "tst_journalmerge.moc"
