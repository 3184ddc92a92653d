#include "app/journal/backups.h"
#include "app/journal/journalcheck.h"
#include "tests/support/journaltest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace stillpoint;

namespace {

constexpr qint64 hourMs = 3'600'000;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

JournalFiles filesOf(const test::JournalFolder &at)
{
    return {at.options().file, at.options().deviceFile, at.options().backupsFolder};
}

Result<Backup> backUp(const test::JournalFolder &at, BackupReason reason = BackupReason::Manual)
{
    return createBackup(at.options().file, at.options().backupsFolder, reason, at.clock.now().utcMs);
}

bool holds(const QString &folder, const QByteArray &text)
{
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        if (bytesOf(info.absoluteFilePath()).contains(text))
            return true;
    }
    return false;
}

} // namespace

class TestBackups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void create_whileTheJournalIsOpen_countsWhatIsInIt()
    {
        const test::JournalFolder at;
        const auto journal = at.open();
        QVERIFY(journal->put({at.session(), at.checkIn(3)}));
        const CheckIn gone = at.checkIn(4);
        QVERIFY(journal->put({gone}));
        QVERIFY(journal->remove(RecordKind::CheckIn, gone.id));
        const Backup backup = backUp(at).value();
        QCOMPARE(backup.madeMs, at.clock.now().utcMs);
        QCOMPARE(listBackups(at.options().backupsFolder), QList<Backup>{backup});
        const BackupContents contents = verifyBackup(backup.file).value();
        QCOMPARE(contents.changes, 4);
        QCOMPARE(contents.records,
                 (QMap<RecordKind, qsizetype>{{RecordKind::Session, 1}, {RecordKind::CheckIn, 1}}));
        // One file and nothing beside it.
        QCOMPARE(QDir(at.options().backupsFolder).entryList(QDir::Files).size(), 1);
    }

    void create_daily_isOnceADayAndRotates()
    {
        test::JournalFolder at;
        QVERIFY(at.open()->put({at.checkIn(1)}));
        const auto daily = [&] {
            return createDailyBackup(at.options().file, at.options().backupsFolder, at.clock.now().utcMs)
                .value();
        };
        const Backup manual = backUp(at).value();
        for (int day = 0; day < 14; ++day) {
            QVERIFY(daily());
            at.clock.advance(hourMs);
            QVERIFY(!daily());
            at.clock.advance(23 * hourMs);
        }
        const QList<Backup> left = listBackups(at.options().backupsFolder);
        QCOMPARE(left.size(), 11);
        QCOMPARE(left.last(), manual);
        QVERIFY(left.first().madeMs > left.at(1).madeMs);
    }

    void verify_damagedOrForeignFiles_saysSo()
    {
        const test::JournalFolder at;
        QVERIFY(at.open()->put({at.session()}));
        QCOMPARE(verifyBackup(at.folder.file(QStringLiteral("absent.db"))).error().code, ErrorCode::NotFound);
        const QString garbage = at.folder.file(QStringLiteral("garbage.db"));
        test::writeFile(garbage, QByteArray(5000, 'x'));
        QCOMPARE(verifyBackup(garbage).error().code, ErrorCode::Corrupt);
        const Backup backup = backUp(at).value();
        SQLite::Database(backup.file.toStdString(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=7");
        QCOMPARE(verifyBackup(backup.file).error().code, ErrorCode::Newer);
        QVERIFY(!newestUsableBackup(at.options().backupsFolder));
    }

    void restore_bringsBackAndKeepsWhatWasThere()
    {
        test::JournalFolder at;
        const Session session = at.session();
        const CheckIn later = at.checkIn(2);
        const QByteArray device = [&] {
            const auto journal = at.open();
            const bool good = journal->put({session}).has_value();
            return good ? bytesOf(at.options().deviceFile) : QByteArray();
        }();
        const Backup backup = backUp(at).value();
        at.clock.advance(hourMs);
        QVERIFY(at.open()->put({later}));
        const auto open = at.open();
        const auto busy = restoreBackup(backup.file, filesOf(at), at.clock.now().utcMs);
        QCOMPARE(busy.error().code, ErrorCode::Busy);
        QCOMPARE(at.open()->entries().size(), 2);

        QSignalSpy told(open.get(), &Journal::changed);
        const QString kept = open->replaceWith(backup.file).value();
        QCOMPARE(told.count(), 1);
        QCOMPARE(open->entries().size(), 1);
        QCOMPARE(open->find<Session>(session.id), std::optional(session));
        QCOMPARE(verifyBackup(kept).value().records.value(RecordKind::CheckIn), 1);
        // Numbers go on from an older state, so the device must be another.
        QVERIFY(bytesOf(at.options().deviceFile) != device);
        QVERIFY(open->put({at.checkIn(9)}));
        QCOMPARE(at.open()->entries().size(), 2);
        // And back again, with nobody there.
        const test::JournalFolder other;
        QVERIFY(restoreBackup(kept, filesOf(other), 1));
        QVERIFY(other.open()->find<CheckIn>(later.id));
    }

    void restore_ofTheOldestOfAFullSet_keepsItUntilItIsThere()
    {
        test::JournalFolder at;
        const Session session = at.session();
        QVERIFY(at.open()->put({session}));
        const Backup oldest = backUp(at, BackupReason::BeforeRestore).value();
        for (int i = 0; i < 4; ++i) {
            at.clock.advance(hourMs);
            QVERIFY(at.open()->put({at.checkIn(i)}));
            QVERIFY(backUp(at, BackupReason::BeforeRestore));
        }
        at.clock.advance(hourMs);
        const auto kept = restoreBackup(oldest.file, filesOf(at), at.clock.now().utcMs);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().message));
        const auto journal = at.open();
        QCOMPARE(journal->entries().size(), 1);
        QCOMPARE(journal->find<Session>(session.id), std::optional(session));
        QCOMPARE(verifyBackup(*kept).value().records.value(RecordKind::CheckIn), 4);
        QCOMPARE(listBackups(at.options().backupsFolder).size(), 5);
    }

    void create_withAClockSetBack_keepsTheNewBackup()
    {
        test::JournalFolder at;
        QVERIFY(at.open()->put({at.session()}));
        for (int i = 0; i < 5; ++i) {
            QVERIFY(backUp(at, BackupReason::BeforeRestore));
            at.clock.advance(hourMs);
        }
        at.clock.advance(-24 * hourMs);
        QVERIFY(QFile::exists(backUp(at, BackupReason::BeforeRestore).value().file));
    }

    void restore_thatCannotBeOpenedAgain_letsNothingBeWritten()
    {
        test::JournalFolder at;
        Journal::Options options = at.options();
        const QString deviceFolder = at.folder.file(QStringLiteral("device folder"));
        QVERIFY(QDir().mkpath(deviceFolder));
        options.deviceFile = deviceFolder + QStringLiteral("/device");
        const auto journal = Journal::open(options, at.clock).value();
        QVERIFY(journal->put({at.session()}));
        const Backup backup = backUp(at).value();
        QVERIFY(QDir(deviceFolder).removeRecursively());
        test::writeFile(deviceFolder, "in the way");
        QVERIFY(!journal->replaceWith(backup.file));
        QVERIFY(journal->isReadOnly());
        QCOMPARE(journal->put({at.checkIn(3)}).error().code, ErrorCode::ReadOnly);
        QCOMPARE(journal->all<Session>().size(), journal->entries().size());
        QCOMPARE(at.open()->entries().size(), 1);
    }

    void restore_ofABadBackup_changesNothing()
    {
        const test::JournalFolder at;
        QVERIFY(at.open()->put({at.session()}));
        const QString garbage = at.folder.file(QStringLiteral("garbage.db"));
        test::writeFile(garbage, QByteArray(5000, 'x'));
        const QByteArray before = bytesOf(at.options().file);
        QVERIFY(!restoreBackup(garbage, filesOf(at), 1));
        QCOMPARE(bytesOf(at.options().file), before);
        QVERIFY(listBackups(at.options().backupsFolder).isEmpty());
    }

    void open_garbageJournal_namesTheBackupWhoseRestoringKeepsTheGarbage()
    {
        const test::JournalFolder at;
        const Session session = at.session();
        QVERIFY(at.open()->put({session}));
        const Backup backup = backUp(at).value();
        test::writeFile(at.options().file, QByteArray(9000, 'x'));
        const auto refused = Journal::open(at.options(), at.clock);
        QCOMPARE(refused.error().code, ErrorCode::Corrupt);
        QVERIFY2(refused.error().message.contains(backup.file), qPrintable(refused.error().message));
        QCOMPARE(bytesOf(at.options().file), QByteArray(9000, 'x'));
        const QString kept = restoreBackup(backup.file, filesOf(at), 1).value();
        QCOMPARE(bytesOf(kept), QByteArray(9000, 'x'));
        QCOMPARE(at.open()->find<Session>(session.id), std::optional(session));
    }

    void open_newerJournal_namesTheBackupThatThisVersionReads()
    {
        const test::JournalFolder at;
        QVERIFY(at.open()->put({at.session()}));
        const Backup backup = backUp(at).value();
        SQLite::Database(at.options().file.toStdString(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version=2");
        const auto refused = Journal::open(at.options(), at.clock);
        QCOMPARE(refused.error().code, ErrorCode::Newer);
        QVERIFY2(refused.error().message.contains(backup.file), qPrintable(refused.error().message));
        const QString kept = restoreBackup(backup.file, filesOf(at), 1).value();
        QCOMPARE(SQLite::Database(kept.toStdString()).execAndGet("PRAGMA user_version").getInt(), 2);
        QCOMPARE(at.open()->entries().size(), 1);
    }

    void erase_leavesNothingButTheIdAndNoMergeBringsItBack()
    {
        const test::JournalFolder at;
        const test::JournalFolder elsewhere;
        const auto journal = at.open();
        Session secret = at.session();
        secret.notes = QStringLiteral("unspeakable words");
        const CheckIn other = at.checkIn(4);
        QVERIFY(journal->put({secret}));
        QVERIFY(journal->put({other}));
        QVERIFY(journal->setSlot(QStringLiteral("draft.session.") + idText(secret.id), "unspeakable draft"));
        std::vector<Change> before;
        QVERIFY(journal->eachChange([&](const Change &change) { before.push_back(change); }));
        const auto there = elsewhere.open();
        QVERIFY(there->merge(before));
        const Backup backup = backUp(at).value();
        {
            const auto beside = at.open();
            QCOMPARE(journal->erase({RecordKind::Session, secret.id}).error().code, ErrorCode::Busy);
            QVERIFY(journal->find<Session>(secret.id));
        }
        QCOMPARE(journal->erase({RecordKind::Session, secret.id}).value(), QStringList{backup.file});
        QVERIFY(!journal->find<Session>(secret.id) && journal->trash().isEmpty());
        QVERIFY(!holds(at.folder.path(), "unspeakable"));
        QVERIFY(journal->merge(before));
        QVERIFY(!journal->find<Session>(secret.id));
        QCOMPARE(at.open()->entries().size(), 1);
        QVERIFY(journal->undo());
        QVERIFY(journal->isEmpty());
        QVERIFY(!journal->canUndo());
        // It is erased where its erasure arrives, and the two agree.
        std::vector<Change> after;
        QVERIFY(journal->eachChange([&](const Change &change) { after.push_back(change); }));
        QCOMPARE(there->merge(after).value().count(ImportOutcome::Became::Erased), 1);
        QVERIFY(!there->find<Session>(secret.id));
        std::vector<Change> theirs;
        QVERIFY(there->eachChange([&](const Change &change) { theirs.push_back(change); }));
        QCOMPARE(journal->merge(theirs).value().changes, 0);
    }

    void check_findsChangesThatCannotBeRead()
    {
        const test::JournalFolder at;
        QVERIFY(at.open()->put({at.session(), at.checkIn(1)}));
        const qint64 now = at.clock.now().utcMs;
        const JournalHealth sound = checkJournal(at.options().file, now).value();
        QVERIFY(sound.faults.isEmpty() && sound.notes.isEmpty());
        QCOMPARE(sound.changes, 2);
        QCOMPARE(checkJournal(at.options().file, now - 2 * 24 * hourMs).value().notes.size(), 1);
        SQLite::Database(at.options().file.toStdString(), SQLite::OPEN_READWRITE)
            .exec("UPDATE change SET payload=x'00ff' WHERE n=1");
        QCOMPARE(checkJournal(at.options().file, now).value().faults.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
