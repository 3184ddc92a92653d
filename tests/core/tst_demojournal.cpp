#include "app/journal/demojournal.h"

#include "app/journal/journalcheck.h"
#include "app/journal/journalcsv.h"
#include "app/journal/journalfile.h"
#include "app/journal/recordcodec.h"
#include "tests/support/journaltest.h"

#include <QBuffer>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace stillpoint {

using test::JournalFolder;

class TestDemoJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void year_isAsPromised();
    void year_sameSeed_isTheSame();
    void year_booksOnBadDays();
    void add_twice_isOneDemo();
    void add_isReadAgain_andIsNoUndoStep();
    void remove_leavesNoRow();
    void remove_takesEditsAndDraftsAlong();
    void remove_keepsTheOwn_andItsUndo();
    void remove_isSeenByAnOpenJournal_andOldNumbersComeAgain();
    void export_holdsNothingOfIt();
    void merge_bringsNothingBack();
    void merge_erasesNothingOfIt();
    void reading_thatFailedHalfWay_isDoneAgain();

private:
    static qint64 rows(const JournalFolder &place, const char *where = "1");
    static QList<CheckIn> checkIns(const QList<Record> &records);
    static QList<Session> sessions(const QList<Record> &records);
    static QByteArray exported(const Journal &journal, const JournalFolder &place);
    static Session anyOf(const Journal &journal);
};

qint64 TestDemoJournal::rows(const JournalFolder &place, const char *where)
{
    SQLite::Database file(place.options().file.toStdString());
    return file.execAndGet(std::string("SELECT count(*) FROM change WHERE ") + where).getInt64();
}

QList<CheckIn> TestDemoJournal::checkIns(const QList<Record> &records)
{
    QList<CheckIn> found;
    for (const Record &record : records) {
        if (const auto *one = std::get_if<CheckIn>(&record))
            found.append(*one);
    }
    return found;
}

QList<Session> TestDemoJournal::sessions(const QList<Record> &records)
{
    QList<Session> found;
    for (const Record &record : records) {
        if (const auto *one = std::get_if<Session>(&record))
            found.append(*one);
    }
    return found;
}

QByteArray TestDemoJournal::exported(const Journal &journal, const JournalFolder &place)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    [&] { QVERIFY(exportJson(journal, {{}, QStringLiteral("0")}, place.clock, out)); }();
    [&] { QVERIFY(exportSessions(journal, {}, out)); }();
    [&] { QVERIFY(exportRatings(journal, {}, out)); }();
    return out.data();
}

Session TestDemoJournal::anyOf(const Journal &journal)
{
    const QList<Session> all = journal.all<Session>();
    const auto demo = std::find_if(all.begin(), all.end(), [](const Session &one) { return one.demo; });
    return demo == all.end() ? Session() : *demo;
}

void TestDemoJournal::year_isAsPromised()
{
    const JournalFolder place;
    const QDate today = place.clock.now().local().date();
    for (quint32 seed = 1; seed <= 20; ++seed) {
        const QList<Record> records = demoRecords({seed, 2, 3}, place.clock.now());
        const QList<Session> given = sessions(records);
        QVERIFY2(given.size() >= 18 && given.size() <= 38, qPrintable(QString::number(given.size())));
        QSet<QString> modalities;
        QSet<QUuid> practitioners;
        QSet<QDate> rated;
        for (const Session &session : given) {
            modalities.insert(session.modalities.first());
            practitioners.insert(session.practitioner);
            rated.insert(session.start.moment->local().date());
            QVERIFY(!session.hurts.isEmpty());
        }
        QVERIFY(modalities.size() >= 3);
        QVERIFY(practitioners.size() >= 2);
        int followUps = 0;
        for (const CheckIn &checkIn : checkIns(records)) {
            const QDate day = checkIn.time.moment->local().date();
            QVERIFY(day < today && day >= today.addDays(-365));
            rated.insert(day);
            followUps += checkIn.session.isNull() ? 0 : 1;
            for (const auto &[key, rating] : checkIn.ratings)
                QCOMPARE(*rating.value, std::round(*rating.value));
        }
        QVERIFY(followUps > 10);
        QVERIFY2(rated.size() > 225 && rated.size() < 285, qPrintable(QString::number(rated.size())));
        QList<QDate> days = rated.values();
        std::sort(days.begin(), days.end());
        int gaps = 0;
        for (qsizetype i = 1; i < days.size(); ++i)
            gaps += days.at(i - 1).daysTo(days.at(i)) > 11 ? 1 : 0;
        QVERIFY(gaps >= 2);
        QCOMPARE(std::count_if(records.begin(), records.end(),
                               [](const Record &one) { return std::holds_alternative<Skip>(one); }),
                 14);
    }
}

void TestDemoJournal::year_sameSeed_isTheSame()
{
    const JournalFolder place;
    const QList<Record> once = demoRecords({}, place.clock.now());
    QCOMPARE(demoRecords({}, place.clock.now()), once);
    QVERIFY(demoRecords({8, 1.6, 3}, place.clock.now()) != once);
    QSet<QUuid> ids;
    for (const Record &record : once)
        ids.insert(idOf(record));
    QCOMPARE(ids.size(), once.size());
}

/// Booked when stress is high: before a session it is far above what the other days say.
void TestDemoJournal::year_booksOnBadDays()
{
    const JournalFolder place;
    const RatingKey before{Phase::Before, QStringLiteral("stress"), {}};
    const RatingKey other{Phase::AdHoc, QStringLiteral("stress"), {}};
    const QList<Record> records = demoRecords({3, 0, 3}, place.clock.now());
    double booked = 0;
    double ordinary = 0;
    for (const Session &session : sessions(records))
        booked += *session.ratings.at(before).value / double(sessions(records).size());
    int n = 0;
    for (const CheckIn &checkIn : checkIns(records)) {
        if (checkIn.ratings.contains(other)) {
            ordinary += *checkIn.ratings.at(other).value;
            ++n;
        }
    }
    QVERIFY2(booked > ordinary / n + 1.5, qPrintable(QString::number(booked - ordinary / n)));
}

void TestDemoJournal::add_twice_isOneDemo()
{
    const JournalFolder place;
    const auto journal = place.open();
    QVERIFY(!journal->hasDemo());
    QVERIFY(addDemoJournal(*journal, place.clock));
    const qint64 once = rows(place);
    const auto entries = journal->entries();
    QVERIFY(once > 250);
    QVERIFY(journal->hasDemo());
    QVERIFY(addDemoJournal(*journal, place.clock, {9, 0, 1}));
    QCOMPARE(rows(place), once);
    QCOMPARE(journal->entries(), entries);
}

void TestDemoJournal::add_isReadAgain_andIsNoUndoStep()
{
    const JournalFolder place;
    auto journal = place.open();
    QVERIFY(addDemoJournal(*journal, place.clock));
    const auto entries = journal->entries();
    journal.reset();
    journal = place.open();
    QCOMPARE(journal->entries(), entries);
    QVERIFY(journal->hasDemo());
    QVERIFY(anyOf(*journal).demo);
    QVERIFY(!journal->canUndo());
    QCOMPARE(rows(place), rows(place, "device = (SELECT device FROM change LIMIT 1)"));
}

void TestDemoJournal::remove_leavesNoRow()
{
    const JournalFolder place;
    auto journal = place.open();
    QVERIFY(journal->removeDemo()); // without one nothing happens
    QVERIFY(addDemoJournal(*journal, place.clock));
    QVERIFY(journal->removeDemo());
    QCOMPARE(rows(place), 0);
    QVERIFY(!journal->hasDemo());
    QVERIFY(journal->isEmpty());
    QVERIFY(journal->refs().isEmpty());
    journal.reset();
    QVERIFY(place.open()->refs().isEmpty());
}

void TestDemoJournal::remove_takesEditsAndDraftsAlong()
{
    const JournalFolder place;
    auto journal = place.open();
    QVERIFY(addDemoJournal(*journal, place.clock));
    Session edited = anyOf(*journal);
    edited.notes = QStringLiteral("kilimanjaro");
    QVERIFY(journal->put({edited}));
    QVERIFY(journal->setSlot(QStringLiteral("draft.session.") + idText(edited.id), "everest"));
    QVERIFY(journal->setSlot(QStringLiteral("draft.session"), "my own"));
    const QUuid trashed = journal->all<CheckIn>().first().id;
    QVERIFY(journal->remove(RecordKind::CheckIn, trashed));

    QVERIFY(journal->removeDemo());
    QVERIFY(journal->refs().isEmpty());
    QVERIFY(journal->trash().isEmpty());
    QVERIFY(!journal->canUndo());
    QVERIFY(!journal->canRedo());
    QCOMPARE(*journal->slot(QStringLiteral("draft.session.") + idText(edited.id)), std::nullopt);
    QCOMPARE(**journal->slot(QStringLiteral("draft.session")), QByteArray("my own"));
    QCOMPARE(rows(place, "payload <> CAST('{}' AS BLOB)"), 0);
    journal.reset();
    for (const char *part : {"", "-wal"}) {
        QFile file(place.options().file + QLatin1String(part));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("kilimanjaro"));
        QVERIFY(!bytes.contains("everest"));
        QVERIFY(!bytes.contains("Lindqvist"));
    }
    const auto health = checkJournal(place.options().file, place.clock.now().utcMs);
    QVERIFY(health && health->faults.isEmpty());
    journal = place.open();
    QVERIFY(journal->refs().isEmpty() && !journal->canUndo());
}

void TestDemoJournal::remove_keepsTheOwn_andItsUndo()
{
    const JournalFolder place;
    auto journal = place.open();
    const CheckIn first = place.checkIn(4);
    QVERIFY(journal->put({first}));
    QVERIFY(addDemoJournal(*journal, place.clock));
    // One action on an own entry and on two of the demo.
    CheckIn own = first;
    own.note = QStringLiteral("own");
    Session demo = anyOf(*journal);
    demo.notes = QStringLiteral("demo");
    CheckIn other = place.checkIn(6);
    QVERIFY(journal->put({own, demo, other}));
    demo.notes = QStringLiteral("again");
    QVERIFY(journal->put({demo}));

    QVERIFY(journal->removeDemo());
    QCOMPARE(journal->refs().size(), 2);
    QVERIFY(journal->undo());
    QCOMPARE(journal->find<CheckIn>(first.id), first);
    QCOMPARE(journal->find<CheckIn>(other.id), std::nullopt);
    QVERIFY(journal->undo());
    QVERIFY(journal->isEmpty());
    QVERIFY(!journal->canUndo());
    QVERIFY(journal->redo());
    QVERIFY(journal->redo());
    QCOMPARE(journal->find<CheckIn>(first.id)->note, QStringLiteral("own"));
    QVERIFY(journal->find<CheckIn>(other.id));
}

void TestDemoJournal::remove_isSeenByAnOpenJournal_andOldNumbersComeAgain()
{
    const JournalFolder place;
    const auto here = place.open();
    const auto there = place.open();
    QVERIFY(addDemoJournal(*here, place.clock));
    QVERIFY(there->refresh());
    QVERIFY(there->hasDemo());

    QVERIFY(here->removeDemo());
    const CheckIn own = place.checkIn(3);
    QVERIFY(here->put({own})); // takes the place of the demo's first row
    int told = 0;
    connect(there.get(), &Journal::changed, this, [&told] { ++told; });
    QVERIFY(there->refresh());
    QCOMPARE(told, 1);
    QVERIFY(!there->hasDemo());
    QCOMPARE(there->refs().size(), 1);
    QCOMPARE(there->find<CheckIn>(own.id), own);

    // A demo that was removed and added again between two looks is another one.
    QVERIFY(addDemoJournal(*here, place.clock));
    QVERIFY(there->refresh());
    QVERIFY(here->removeDemo());
    QVERIFY(addDemoJournal(*here, place.clock, {5, 1, 1}));
    const CheckIn later = place.checkIn(5);
    QVERIFY(there->put({later}));
    QVERIFY(here->refresh());
    QCOMPARE(there->entries(), here->entries());
    QVERIFY(there->find<CheckIn>(later.id));
}

void TestDemoJournal::export_holdsNothingOfIt()
{
    const JournalFolder place;
    const auto journal = place.open();
    const QByteArray before = exported(*journal, place);
    QVERIFY(addDemoJournal(*journal, place.clock));
    Session edited = anyOf(*journal);
    edited.notes = QStringLiteral("kilimanjaro");
    QVERIFY(journal->put({edited}));
    QCOMPARE(exported(*journal, place), before);
    QCOMPARE(journal->exported(RecordKind::Session, edited.id)->value(QStringLiteral("demo")).toBool(), true);
    const CheckIn own = place.checkIn(2);
    QVERIFY(journal->put({own}));
    QVERIFY(!journal->exported(RecordKind::CheckIn, own.id)->contains(QStringLiteral("demo")));
}

void TestDemoJournal::merge_bringsNothingBack()
{
    const JournalFolder place;
    const auto journal = place.open();
    QVERIFY(addDemoJournal(*journal, place.clock));
    Session edited = anyOf(*journal);
    edited.notes = QStringLiteral("kilimanjaro");
    QVERIFY(journal->put({edited}));
    Change foreign;
    foreign.device = newId(place.clock.now().utcMs);
    foreign.n = 1;
    foreign.hlc = hlcAt(place.clock.now().utcMs);
    foreign.action = foreign.device;
    foreign.verb = QStringLiteral("edit");
    foreign.kind = QStringLiteral("session");
    foreign.record = edited.id;
    foreign.payload = {{QStringLiteral("notes"), QStringLiteral("from elsewhere")}};
    Change demo = foreign;
    demo.device = demoDevice();
    demo.n = 100'000;
    QCOMPARE(journal->merge({foreign, demo})->changes, 0);
    QVERIFY(journal->removeDemo());
    QVERIFY(journal->merge({foreign, demo}));
    QVERIFY(journal->refs().isEmpty());
}

void TestDemoJournal::merge_erasesNothingOfIt()
{
    const JournalFolder place;
    auto journal = place.open();
    QVERIFY(addDemoJournal(*journal, place.clock));
    const Session session = anyOf(*journal);
    Change erasing;
    erasing.device = newId(place.clock.now().utcMs);
    erasing.n = 1;
    erasing.hlc = hlcAt(place.clock.now().utcMs);
    erasing.action = erasing.device;
    erasing.verb = QStringLiteral("erase");
    erasing.kind = QStringLiteral("session");
    erasing.record = session.id;
    QCOMPARE(journal->merge({erasing})->changes, 0);
    journal.reset();
    journal = place.open();
    QCOMPARE(journal->find<Session>(session.id), session);
}

/// What arrived late is put in its place at the end of reading, so a reading that broke off must not go on
/// where it stopped.
void TestDemoJournal::reading_thatFailedHalfWay_isDoneAgain()
{
    const JournalFolder place;
    const auto here = place.open();
    const auto there = place.open();
    const CheckIn first = place.checkIn(4);
    QVERIFY(here->put({first}));
    Change late;
    late.device = newId(place.clock.now().utcMs);
    late.n = 1;
    late.hlc = 1;
    late.action = late.device;
    late.verb = QStringLiteral("edit");
    late.kind = kindName(RecordKind::CheckIn);
    late.record = first.id;
    late.payload = {{QStringLiteral("note"), QStringLiteral("from elsewhere")}};
    QVERIFY(here->merge({late}));
    QVERIFY(addDemoJournal(*here, place.clock));
    QVERIFY(there->refresh());
    for (int i = 0; i < 60; ++i) {
        CheckIn filler = place.checkIn(i % 10);
        filler.note = QString(500, u'x') + QStringLiteral("filler%1.").arg(i);
        QVERIFY(here->put({filler}));
    }
    QVERIFY(here->removeDemo());

    QFile file(place.options().file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 pageSize = 4096;
    const qint64 page = file.readAll().indexOf("filler59.") / pageSize * pageSize;
    QVERIFY(page > 0 && file.seek(page));
    const QByteArray sound = file.read(pageSize);
    QVERIFY(file.seek(page) && file.write(QByteArray(pageSize, '\xff')) == pageSize && file.flush());
    QCOMPARE(there->refresh().error().code, ErrorCode::Corrupt);
    QVERIFY(!there->put({place.checkIn(1)}));
    QVERIFY(file.seek(page) && file.write(sound) == pageSize && file.flush());

    QVERIFY(here->put({place.checkIn(9)}));
    QVERIFY(there->refresh());
    QCOMPARE(there->find<CheckIn>(first.id)->note, QStringLiteral("from elsewhere"));
    QCOMPARE(there->entries(), here->entries());
}

} // namespace stillpoint

QTEST_GUILESS_MAIN(stillpoint::TestDemoJournal)
#include "tst_demojournal.moc"
