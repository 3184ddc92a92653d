#include "app/base/csv.h"
#include "app/journal/journalcsv.h"
#include "app/journal/journalfile.h"
#include "tests/support/journaltest.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace stillpoint;

namespace {

QByteArray exported(const Journal &journal, const Clock &clock, const EntryFilter &range = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = exportJson(journal, {range, QStringLiteral("0.1.0")}, clock, buffer);
    return written ? buffer.data() : QByteArray();
}

QByteArray csv(Result<qsizetype> (*write)(const Journal &, const EntryFilter &, QIODevice &),
               const Journal &journal)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return write(journal, {}, buffer) ? buffer.data() : QByteArray();
}

QStringList idsIn(const QByteArray &json, const char *array, const char *key)
{
    QStringList ids;
    const QJsonArray items = QJsonDocument::fromJson(json)[QLatin1String(array)].toArray();
    for (const QJsonValue &item : items)
        ids.append(item[QLatin1String(key)].toString());
    return ids;
}

/// A journal with one of each that a file must keep.
struct Filled
{
    Filled()
        : journal(at.open())
    {
        practitioner.id = newId(1);
        practitioner.name = QStringLiteral("Ines, \"the hand\"");
        session = at.session();
        session.practitioner = practitioner.id;
        session.notes = QStringLiteral("=SUM(A1)\nJaw l\u00f6cked, \"still\"");
        session.worked = {QStringLiteral("front.neck"), QStringLiteral("back.left.trapezius")};
        session.hurts.insert(QStringLiteral("front.right.jaw"), 2);
        session.context.insert(QStringLiteral("travel"));
        session.cost = 65.5;
        session.currency = QStringLiteral("EUR");
        session.ratings[{Phase::After, QStringLiteral("pain"), QStringLiteral("front.neck")}].value = 2.5;
        session.ratings[{Phase::After, QStringLiteral("mood"), {}}] = Rating{};
        night = at.checkIn(3);
        night.time = When::at({1'794'000'000'000, 345, {}});
        night.session = session.id;
        dayOnly = at.checkIn(5);
        dayOnly.time = When::on({2026, 11, 2});
        gone = at.checkIn(1);
        const bool good = journal->put({practitioner, session}) && journal->put({night}) &&
                          journal->put({dayOnly, gone}) && journal->remove(RecordKind::CheckIn, gone.id);
        Q_ASSERT(good);
        Q_UNUSED(good)
    }

    test::JournalFolder at;
    std::unique_ptr<Journal> journal;
    Practitioner practitioner;
    Session session;
    CheckIn night, dayOnly, gone;
};

} // namespace

class TestJournalFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void json_intoAnEmptyJournal_isTheSameJournal()
    {
        const Filled from;
        const QByteArray file = exported(*from.journal, from.at.clock);
        const QJsonObject root = QJsonDocument::fromJson(file).object();
        QCOMPARE(root[QLatin1String("format")].toString(), QStringLiteral("stillpoint-journal"));
        QCOMPARE(root[QLatin1String("version")].toInt(), 1);
        QCOMPARE(root[QLatin1String("exported")].toString(), QStringLiteral("2026-11-10T17:44:00.000Z"));
        QCOMPARE(root[QLatin1String("records")].toArray().size(), 4); // not what is in the trash

        const test::JournalFolder to;
        const auto journal = to.open();
        QVERIFY(importInto(*journal, journalFileFrom(file).value(), ImportMode::Write));
        const QByteArray again = exported(*journal, from.at.clock);
        QCOMPARE(again, file);
        QCOMPARE(journal->trash().size(), 1);
        QCOMPARE(journal->history(from.gone.id).value(), from.journal->history(from.gone.id).value());
    }

    void json_ofSomeDays_hasWhatTheyReferTo()
    {
        const Filled from;
        CheckIn elsewhere = from.at.checkIn(9);
        elsewhere.time = When::on({2026, 11, 20});
        Practitioner stranger = from.practitioner;
        stranger.id = newId(2);
        QVERIFY(from.journal->put({elsewhere, stranger}));
        const QDate night = from.journal->dayOf(from.night.time);
        const QByteArray file = exported(*from.journal, from.at.clock, {night, night, {}});
        QStringList ids = idsIn(file, "records", "id");
        QCOMPARE(ids.size(), 3);
        for (const QUuid &id : {from.night.id, from.session.id, from.practitioner.id})
            QVERIFY(ids.contains(idText(id)));
        QStringList changed = idsIn(file, "changes", "record");
        QVERIFY(!changed.contains(idText(elsewhere.id)) && !changed.contains(idText(stranger.id)));
        const test::JournalFolder to;
        const auto journal = to.open();
        QVERIFY(importInto(*journal, journalFileFrom(file).value(), ImportMode::Write));
        QCOMPARE(journal->find<Session>(from.session.id), std::optional(from.session));
    }

    void json_withRecordsOnly_isOneUndoStep()
    {
        const Filled from;
        QJsonObject root = QJsonDocument::fromJson(exported(*from.journal, from.at.clock)).object();
        root.remove(QStringLiteral("changes"));
        const test::JournalFolder to;
        const auto journal = to.open();
        const JournalFile file = journalFileFrom(QJsonDocument(root).toJson()).value();
        QVERIFY(importInto(*journal, file, ImportMode::Write));
        QCOMPARE(journal->find<Session>(from.session.id), std::optional(from.session));
        QVERIFY(journal->undo());
        QVERIFY(journal->isEmpty() && journal->refs().isEmpty());
        root.insert(QStringLiteral("records"),
                    QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("constellation")},
                                           {QStringLiteral("id"), idText(newId(1))},
                                           {QStringLiteral("fields"), QJsonObject()}}});
        QCOMPARE(journalFileFrom(QJsonDocument(root).toJson()).value().notes.size(), 1);
    }

    void json_thatIsNone_isRefusedWithASentence_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        const QByteArray head = "{\"format\":\"stillpoint-journal\",\"version\":1,";
        QTest::newRow("garbage") << QByteArray("\x01\x02 not JSON") << QStringLiteral("whole JSON");
        QTest::newRow("cut off") << head + "\"changes\":[{" << QStringLiteral("whole JSON");
        QTest::newRow("another's") << QByteArray("{\"format\":\"other\"}") << QStringLiteral("not an export");
        QTest::newRow("newer") << QByteArray("{\"format\":\"stillpoint-journal\",\"version\":2}")
                               << QStringLiteral("newer Stillpoint");
        QTest::newRow("neither changes nor records") << head + "\"x\":1}" << QStringLiteral("no list");
        QTest::newRow("changes that are no list")
            << head + "\"changes\":{},\"records\":[]}" << QStringLiteral("no list");
        QTest::newRow("number that leaves none to count on")
            << head +
                   "\"changes\":[{\"device\":\"0192f0c1-0000-7000-8000-000000000001\",\"n\":"
                   "9223372036854775807,"
                   "\"hlc\":\"1\",\"action\":\"0192f0c1-0000-7000-8000-000000000002\",\"verb\":\"add\","
                   "\"kind\":\"skip\",\"record\":\"0192f0c1-0000-7000-8000-000000000003\",\"payload\":{}}]}"
            << QStringLiteral("Change 1");
        QTest::newRow("change without number")
            << head + "\"changes\":[{\"device\":\"x\"}]}" << QStringLiteral("Change 1");
        QTest::newRow("record without id")
            << head + "\"records\":[{\"kind\":\"skip\"}]}" << QStringLiteral("Record 1");
    }

    void json_thatIsNone_isRefusedWithASentence()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto refused = journalFileFrom(json);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(says), qPrintable(refused.error().message));
        QVERIFY(refused.error().message.contains(QStringLiteral("Nothing was imported")));
    }

    void csv_ofRatings_hasOneRowEachAndComesBack()
    {
        const Filled from;
        const QByteArray ratings = csv(exportRatings, *from.journal);
        const QByteArray sessions = csv(exportSessions, *from.journal);
        const auto rows = csvRows(ratings).value();
        QCOMPARE(rows.first().join(u','),
                 QStringLiteral("record,kind,session,day,about,given,zone,phase,scale,scale_version,"
                                "region,value,provenance"));
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows.at(1).at(4), QString()); // the day-only check-in is the oldest and has no instant
        const auto skipped = std::find_if(rows.begin(), rows.end(),
                                          [](const QStringList &row) { return row.at(8) == u"mood"; });
        QCOMPARE(skipped->at(11), QString());
        QVERIFY(sessions.contains("\"'=SUM(A1)\nJaw"));
        QVERIFY(sessions.contains("back.left.trapezius;front.neck"));

        const test::JournalFolder to;
        const auto journal = to.open();
        const auto records = recordsFromCsv({sessions, ratings}, *journal, to.clock.now().utcMs).value();
        QVERIFY(journal->import(records));
        QCOMPARE(QString::fromUtf8(csv(exportRatings, *journal)).split(u'\n'),
                 QString::fromUtf8(ratings).split(u'\n'));
        QCOMPARE(csv(exportSessions, *journal), sessions);
        QCOMPARE(journal->find<CheckIn>(from.night.id), std::optional(from.night));
        QCOMPARE(journal->find<CheckIn>(from.dayOnly.id), std::optional(from.dayOnly));
        QCOMPARE(journal->find<Session>(from.session.id)->notes, from.session.notes);
        // Into the journal it came from it changes nothing.
        const auto same = recordsFromCsv({sessions, ratings}, *from.journal, 1).value();
        QVERIFY(from.journal->import(same).value().items.isEmpty());
    }

    void csv_wrongRows_nameTheRow()
    {
        const test::JournalFolder to;
        const auto journal = to.open();
        QVERIFY(!recordsFromCsv({"a,b\n1,2\n"}, *journal, 1));
        const auto refused = recordsFromCsv({"id,modalities,start\nnonsense,thai,\n"}, *journal, 1);
        QVERIFY(refused.error().message.contains(QStringLiteral("Row 2")));
        QVERIFY(!recordsFromCsv({"id,modalities,notes\n1,2,\"never closed\n"}, *journal, 1));
    }

    void csvCells_thatLookLikeFormulas_areGuardedAndComeBack_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *cell, const char *written) {
            QTest::newRow(cell) << QString::fromUtf8(cell) << QByteArray(written);
        };
        row("=1+1", "'=1+1\n");
        row("+49 30", "'+49 30\n");
        row("-- dashes", "'-- dashes\n");
        row("@home", "'@home\n");
        row("-2.5", "-2.5\n");
        row("plain", "plain\n");
        row("a,\"b\"", "\"a,\"\"b\"\"\"\n");
        row("'=x", "''=x\n");
        row("'quoted'", "'quoted'\n");
        row("\ttab", "'\ttab\n");
        row("two\r\nlines", "\"two\r\nlines\"\n");
    }

    void csvCells_thatLookLikeFormulas_areGuardedAndComeBack()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(csvLine({cell}), written);
        QCOMPARE(csvRows(written).value(), QList<QStringList>{{cell}});
    }
};

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
