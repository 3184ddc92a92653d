#include "tests/support/journaltest.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QtConcurrentRun>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace stillpoint;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The same journal as another device sees it.
std::unique_ptr<Journal> otherDevice(const test::JournalFolder &at)
{
    Journal::Options options = at.options();
    options.deviceFile = at.folder.file(QStringLiteral("other device"));
    return Journal::open(options, at.clock).value();
}

} // namespace

class TestJournalStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void file_afterWriting_hasTheWrittenSchema()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        QVERIFY(journal->put({at.session(), at.checkIn(3)}));
        SQLite::Database database(at.options().file.toStdString());
        QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), 1);
        QVERIFY(database.execAndGet("PRAGMA application_id").getInt() != 0);
        QCOMPARE(database.execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
        QCOMPARE(database.execAndGet("SELECT count(DISTINCT action) FROM change").getInt(), 1);
        QCOMPARE(database.execAndGet("SELECT group_concat(n) FROM change").getString(), std::string("1,2"));
        QCOMPARE(database.execAndGet("SELECT typeof(record)||length(record) FROM change").getString(),
                 std::string("blob16"));
        QCOMPARE(database.execAndGet("SELECT max(hlc)>>16 FROM change").getInt64(), at.clock.now().utcMs);
    }

    void clock_goingBackwards_keepsTheOrderOfWriting()
    {
        test::JournalFolder at;
        const auto journal = at.open();
        Session session = at.session();
        QVERIFY(journal->put({session}));
        at.clock.advance(-86'400'000);
        session.minutes = 90;
        QVERIFY(journal->put({session}));
        QCOMPARE(at.open()->find<Session>(session.id)->minutes, std::optional(90));
    }

    void open_newerJournal_isRefusedUntouched()
    {
        const test::JournalFolder at;
        QVERIFY(at.open()->put({at.session()}));
        SQLite::Database(at.options().file.toStdString(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version=2");
        const QByteArray before = bytesOf(at.options().file);
        const auto refused = Journal::open(at.options(), at.clock);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Newer);
        QCOMPARE(bytesOf(at.options().file), before);
    }

    void open_readOnly_showsAndRefusesToWrite()
    {
        const test::JournalFolder at;
        const Session session = at.session();
        const auto owner = at.open();
        QVERIFY(owner->put({session}));
        Journal::Options options = at.options();
        options.readOnly = true;
        const auto beside = Journal::open(options, at.clock).value();
        QCOMPARE(beside->find<Session>(session.id), std::optional(session));
        QVERIFY(!beside->canUndo());
        const auto refused = beside->put({at.checkIn(1)});
        QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
        QCOMPARE(beside->setSlot(QStringLiteral("draft"), "x").error().code, ErrorCode::ReadOnly);
        QVERIFY(owner->put({at.checkIn(2)}));
        QVERIFY(beside->refresh());
        QCOMPARE(beside->entries().size(), 2);
    }

    void open_readOnlyWithoutAFile_isEmptyAndMakesNone()
    {
        const test::JournalFolder at;
        Journal::Options options = at.options();
        options.readOnly = true;
        const auto journal = Journal::open(options, at.clock).value();
        QVERIFY(journal->isEmpty());
        QVERIFY(journal->refresh());
        QVERIFY(!QFile::exists(options.file));
        QVERIFY(!QFile::exists(options.deviceFile));
    }

    void refresh_afterAnotherProgramWrote_foldsAndTells()
    {
        const test::JournalFolder at;
        const auto window = at.open();
        const auto commandLine = at.open();
        int told = 0;
        connect(window.get(), &Journal::changed, this, [&] { ++told; });
        Session session = at.session();
        QVERIFY(commandLine->put({session}));
        QVERIFY(window->refresh());
        QCOMPARE(window->find<Session>(session.id), std::optional(session));
        QCOMPARE(told, 1);
        QVERIFY(window->refresh());
        QCOMPARE(told, 1);
        QCOMPARE(window->undo().value().verb, QStringLiteral("add"));
        QVERIFY(commandLine->refresh());
        QVERIFY(commandLine->isEmpty());
    }

    void put_aFormThatStartedEarlier_keepsWhatOthersChangedMeanwhile()
    {
        const test::JournalFolder at;
        const auto window = at.open();
        const auto commandLine = at.open();
        const Session started = at.session();
        QVERIFY(window->put({started}));
        QVERIFY(commandLine->refresh());
        Session elsewhere = started;
        elsewhere.minutes = 90;
        elsewhere.context.insert(QStringLiteral("travel"));
        QVERIFY(commandLine->put({elsewhere}));
        // The window has read it, the form has not.
        QVERIFY(window->refresh());
        Session typed = started;
        typed.notes = QStringLiteral("typed meanwhile");
        typed.worked.insert(QStringLiteral("front.neck"));
        QVERIFY(window->put({typed}, Author::Person, {}, {started}));
        Session both = elsewhere;
        both.notes = typed.notes;
        both.worked = typed.worked;
        QCOMPARE(window->find<Session>(started.id), std::optional(both));
        QCOMPARE(at.open()->find<Session>(started.id), std::optional(both));
        // The same without a form: the value was taken before the other program's change was read.
        both.pressure = 2;
        QVERIFY(commandLine->put({both}));
        Session stale = window->find<Session>(started.id).value();
        stale.minutes = 45;
        QVERIFY(window->put({stale}));
        both.minutes = 45;
        QCOMPARE(window->find<Session>(started.id), std::optional(both));
    }

    void put_timesMovedInTwoPlaces_endsWithOneOfThem()
    {
        const test::JournalFolder at;
        const auto window = at.open();
        const auto commandLine = at.open();
        const Session started = at.session();
        QVERIFY(window->put({started}));
        QVERIFY(commandLine->refresh());
        Session dayOnly = started;
        dayOnly.start = When::on({2026, 11, 9});
        QVERIFY(commandLine->put({dayOnly}));
        Session later = started;
        later.start.moment->utcMs += 3'600'000;
        QVERIFY(window->put({later}));
        QCOMPARE(window->find<Session>(started.id)->start, later.start);
    }

    void load_onAWorker_isUsedHere()
    {
        const test::JournalFolder at;
        const Session session = at.session();
        QVERIFY(at.open()->put({session}));
        std::optional<Journal::Loaded> loaded;
        std::unique_ptr<QThread> worker(
            QThread::create([&] { loaded.emplace(Journal::load(at.options(), at.clock).value()); }));
        worker->start();
        QVERIFY(worker->wait());
        const auto journal = Journal::begin(std::move(*loaded));
        QCOMPARE(journal->thread(), QThread::currentThread());
        QCOMPARE(journal->find<Session>(session.id), std::optional(session));
        QVERIFY(journal->undo());
        QVERIFY(at.open()->isEmpty());
    }

    void load_ofALongJournalOnTheOnlyWorker_comesToItsEnd()
    {
        const test::JournalFolder at;
        QList<Record> many;
        for (int i = 0; i < 2000; ++i)
            many.append(at.checkIn(i % 11));
        QVERIFY(at.open()->put(many));
        // Long files are parsed on other workers, of which there may be none.
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        auto loading = QtConcurrent::run([&] { return Journal::load(at.options(), at.clock); });
        QTRY_VERIFY(loading.isFinished());
        const auto journal = Journal::begin(std::move(*loading.takeResult()));
        QCOMPARE(journal->entries().size(), 2000);
        for (const Record &record : many)
            QCOMPARE(journal->find<CheckIn>(idOf(record)), std::optional(std::get<CheckIn>(record)));
    }

    void put_whileAnotherHoldsTheFile_saysSoAndChangesNothing()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        SQLite::Database other(at.options().file.toStdString(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        const auto refused = journal->put({at.session()});
        QCOMPARE(refused.error().code, ErrorCode::Busy);
        QVERIFY(journal->isEmpty());
        other.exec("ROLLBACK");
        QVERIFY(journal->put({at.session()}));
    }

    void put_besideOneThatHardlyEverPauses_findsAGap()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        std::atomic_bool done = false;
        std::thread greedy([&] {
            SQLite::Database other(at.options().file.toStdString(), SQLite::OPEN_READWRITE, 2000);
            while (!done) {
                other.exec("BEGIN IMMEDIATE");
                std::this_thread::sleep_for(std::chrono::milliseconds(60));
                other.exec("ROLLBACK");
                std::this_thread::sleep_for(std::chrono::milliseconds(3));
            }
        });
        int written = 0;
        for (; written < 15 && journal->put({at.checkIn(written % 11)}); ++written)
            QThread::msleep(5);
        done = true;
        greedy.join();
        QCOMPARE(written, 15);
    }

    void undo_fieldChangedByAnotherDevice_staysAndIsNamed()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        Session session = at.session();
        QVERIFY(journal->put({session}));
        session.minutes = 75;
        session.pressure = 5;
        QVERIFY(journal->put({session}));
        const auto other = otherDevice(at);
        session.minutes = 90;
        QVERIFY(other->put({session}));
        const UndoOutcome outcome = journal->undo().value();
        QCOMPARE(outcome.kept, QStringList{QStringLiteral("minutes")});
        const Session left = journal->find<Session>(session.id).value();
        QCOMPARE(left.minutes, std::optional(90));
        QVERIFY(!left.pressure);
        QVERIFY(journal->redo());
        QCOMPARE(journal->find<Session>(session.id)->pressure, std::optional(5));
        QCOMPARE(journal->find<Session>(session.id)->minutes, std::optional(90));
        // Each device undoes its own.
        QVERIFY(other->undo());
        QCOMPARE(other->find<Session>(session.id)->minutes, std::optional(75));
    }

    void undo_ofCreationThatOthersWroteTo_keepsTheEntryWhole()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        Session session = at.session();
        QVERIFY(journal->put({session}));
        session.notes = QStringLiteral("from the other desk");
        QVERIFY(otherDevice(at)->put({session}));
        QVERIFY(journal->undo());
        const auto left = journal->find<Session>(session.id);
        QVERIFY(left);
        QCOMPARE(left->start, session.start);
        QCOMPARE(left->notes, session.notes);
        QCOMPARE(journal->entries().size(), 1);
    }

    void olderChange_arrivingLate_losesToTheNewer()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        Session session = at.session();
        QVERIFY(journal->put({session}));
        session.minutes = 75;
        QVERIFY(journal->put({session}));
        SQLite::Database file(at.options().file.toStdString(), SQLite::OPEN_READWRITE);
        SQLite::Statement insert(file, "INSERT INTO change(device,n,hlc,action,verb,kind,record,payload)"
                                       " SELECT randomblob(16),1,hlc,randomblob(16),'edit',kind,record,?"
                                       " FROM change WHERE n=1");
        const std::string payload = R"({"minutes":20,"pressure":2})";
        insert.bind(1, payload.data(), static_cast<int>(payload.size()));
        insert.exec();
        QVERIFY(journal->refresh());
        QCOMPARE(journal->find<Session>(session.id)->minutes, std::optional(75));
        QCOMPARE(journal->find<Session>(session.id)->pressure, std::optional(2));
        QCOMPARE(at.open()->find<Session>(session.id), journal->find<Session>(session.id));
    }

    void unknownKind_ofANewerVersion_isKeptAndPassedOver()
    {
        const test::JournalFolder at;
        {
            const auto journal = at.open();
            QVERIFY(journal->put({at.session()}));
        }
        SQLite::Database file(at.options().file.toStdString(), SQLite::OPEN_READWRITE);
        file.exec("UPDATE change SET kind='constellation'");
        const auto journal = at.open();
        QVERIFY(journal->isEmpty());
        QCOMPARE(journal->undo().value().verb, QStringLiteral("add"));
    }

    void slot_isOverwrittenAndSurvives()
    {
        const test::JournalFolder at;
        const QString key = QStringLiteral("draft/session");
        {
            const auto journal = at.open();
            QVERIFY(!journal->slot(key).value());
            QVERIFY(journal->setSlot(key, "{\"notes\":\"Ki"));
            QVERIFY(journal->setSlot(key, QByteArray("{\0}", 3)));
            QVERIFY(!journal->canUndo());
        }
        QCOMPARE(at.open()->slot(key).value(), std::optional(QByteArray("{\0}", 3)));
        QVERIFY(at.open()->clearSlot(key));
        QVERIFY(!at.open()->slot(key).value());
    }

    void device_ofACopiedFolder_isANewOne()
    {
        const test::JournalFolder at;
        const Session session = at.session();
        QVERIFY(at.open()->put({session}));
        const QByteArray own = bytesOf(at.options().deviceFile);
        QVERIFY(at.open()->put({at.checkIn(2)}));
        QCOMPARE(bytesOf(at.options().deviceFile), own);
        QByteArray foreign = own;
        const auto at0 = foreign.indexOf("machine\": \"") + 11;
        foreign[at0] = foreign[at0] == 'a' ? 'b' : 'a';
        test::writeFile(at.options().deviceFile, foreign);
        const auto journal = at.open();
        QVERIFY(!journal->canUndo());
        QVERIFY(journal->put({at.checkIn(5)}));
        SQLite::Database file(at.options().file.toStdString());
        QCOMPARE(file.execAndGet("SELECT count(DISTINCT device) FROM change").getInt(), 2);
    }

    void put_wrongValues_nameTheFieldAndWriteNothing()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        const auto fieldOf = [&](const std::function<void(Session &)> &spoil) {
            Session session = at.session();
            spoil(session);
            const auto refused = journal->put({at.checkIn(3), session});
            return refused ? QString() : refused.error().field;
        };
        QCOMPARE(fieldOf([](Session &s) { s.start = {}; }), QStringLiteral("start"));
        QCOMPARE(fieldOf([](Session &s) { s.minutes = 0; }), QStringLiteral("minutes"));
        QCOMPARE(fieldOf([](Session &s) { s.modalities.clear(); }), QStringLiteral("modalities"));
        QCOMPARE(fieldOf([](Session &s) { s.pressure = 6; }), QStringLiteral("pressure"));
        QCOMPARE(fieldOf([](Session &s) { s.hurts.insert(QStringLiteral("front.neck"), 4); }),
                 QStringLiteral("hurts.front.neck"));
        QCOMPARE(fieldOf([](Session &s) {
                     s.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 10.5;
                 }),
                 QStringLiteral("rating.stress"));
        QCOMPARE(fieldOf([](Session &s) {
                     s.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = 1;
                 }),
                 QStringLiteral("rating"));
        CheckIn empty = at.checkIn(1);
        empty.ratings.clear();
        QCOMPARE(journal->put({empty}).error().code, ErrorCode::Invalid);
        QVERIFY(journal->isEmpty());
        QVERIFY(!journal->canUndo());
    }

    void windowAndCommandLine_writingAtOnce_keepEverythingAndTheOrderOfUndo()
    {
        constexpr int each = 500;
        const test::JournalFolder at;
        const auto window = at.open();
        // A shell that starts the command line again and again, as a script would.
        QProcess script;
        script.start(QStringLiteral("sh"),
                     {QStringLiteral("-c"),
                      QStringLiteral("i=0; while [ $i -lt $3 ]; do \"$1\" --data \"$2\" journal check-in "
                                     "stress=5 || exit 1; i=$((i+1)); done"),
                      QStringLiteral("sh"), test::programPath(QStringLiteral("stillpoint-cli")),
                      at.folder.path(), QString::number(each)});
        QVERIFY(script.waitForStarted());
        for (int i = 0; i < each; ++i)
            QVERIFY(window->put({at.checkIn(i % 11)}));
        QVERIFY(script.waitForFinished(300'000));
        QVERIFY2(script.exitCode() == 0, script.readAllStandardError().constData());
        QVERIFY(window->refresh());
        QCOMPARE(window->entries().size(), 2 * each);
        // Both are one device: what either wrote last is undone first.
        std::vector<QUuid> written;
        QVERIFY(window->eachChange([&](const Change &change) { written.push_back(change.record); }));
        QCOMPARE(written.size(), std::size_t{2 * each});
        for (auto last = written.crbegin(); last != written.crend(); ++last) {
            const UndoOutcome outcome = window->undo().value();
            QCOMPARE(outcome.records.first().second, *last);
        }
        QVERIFY(window->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournalStore)
#include "tst_journalstore.moc"
