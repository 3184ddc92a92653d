#include "app/storage/backup.h"
#include "app/storage/database.h"
#include "tests/support/coretest.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace stillpoint;

namespace {

const std::vector<Migration> oneTable{
    [](SQLite::Database &db) { db.exec("CREATE TABLE row(id INTEGER PRIMARY KEY, text TEXT)"); }};

DatabaseOptions options(const test::DataFolder &folder)
{
    return {folder.file(QStringLiteral("t.db")), 0x53544c50, 2, false, true};
}

} // namespace

class TestStorage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void open_newFile_isDurableAndRemembersItsKind()
    {
        test::DataFolder folder;
        auto database = openDatabase(options(folder)).value();
        QVERIFY(migrate(*database, oneTable));
        QCOMPARE(schemaVersion(*database), 1);
        QCOMPARE(database->execAndGet("PRAGMA journal_mode").getString(), std::string("wal"));
        QCOMPARE(database->execAndGet("PRAGMA synchronous").getInt(), 2);
        QCOMPARE(database->execAndGet("PRAGMA secure_delete").getInt(), 1);
        QCOMPARE(database->execAndGet("PRAGMA application_id").getInt(), 0x53544c50);
    }

    void open_newerFile_isRefusedUntouched()
    {
        test::DataFolder folder;
        {
            auto database = openDatabase(options(folder)).value();
            QVERIFY(migrate(*database, oneTable));
            database->exec("PRAGMA user_version=3");
        }
        const auto refused = openDatabase(options(folder));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Newer);
        QVERIFY(refused.error().message.contains(QStringLiteral("newer")));
    }

    void open_foreignFile_isRefusedUntouched()
    {
        test::DataFolder folder;
        const QByteArray text(
            "this is not a database, but somebody's notes, and long enough to be looked at");
        test::writeFile(folder.file(QStringLiteral("t.db")), text);
        const auto refused = openDatabase(options(folder));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Corrupt);
        QFile file(folder.file(QStringLiteral("t.db")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void migrate_failingStep_leavesTheOldSchema()
    {
        test::DataFolder folder;
        auto database = openDatabase(options(folder)).value();
        QVERIFY(migrate(*database, oneTable));
        auto steps = oneTable;
        steps.emplace_back([](SQLite::Database &db) {
            db.exec("CREATE TABLE other(x)");
            db.exec("this is no SQL");
        });
        bool asked = false;
        QVERIFY(!migrate(*database, steps, [&]() -> Result<void> {
            asked = true;
            return {};
        }));
        QVERIFY(asked);
        QCOMPARE(schemaVersion(*database), 1);
        QVERIFY(!database->tableExists("other"));
    }

    void migrate_backupFails_changesNothing()
    {
        test::DataFolder folder;
        auto database = openDatabase(options(folder)).value();
        QVERIFY(migrate(*database, oneTable));
        auto steps = oneTable;
        steps.emplace_back([](SQLite::Database &db) { db.exec("CREATE TABLE other(x)"); });
        QVERIFY(!migrate(*database, steps,
                         [] { return Result<void>(failure(ErrorCode::Io, QStringLiteral("no"))); }));
        QVERIFY(!database->tableExists("other"));
    }

    void backup_liveDatabase_isCountedAndReadable()
    {
        test::DataFolder folder;
        auto database = openDatabase(options(folder)).value();
        QVERIFY(migrate(*database, oneTable));
        for (int i = 0; i < 50; ++i)
            database->exec("INSERT INTO row(text) VALUES('entry')");
        const QString target = folder.file(QStringLiteral("copy.db"));
        QCOMPARE(backUpDatabase(*database, target, QStringLiteral("row")).value(), 50);
        QCOMPARE(verifyDatabase(target, QStringLiteral("row")).value(), 50);
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("copy.db*")}),
                 QStringList{QStringLiteral("copy.db")});
    }

    void verify_damagedFile_saysSo()
    {
        test::DataFolder folder;
        auto database = openDatabase(options(folder)).value();
        QVERIFY(migrate(*database, oneTable));
        for (int i = 0; i < 2000; ++i)
            database->exec("INSERT INTO row(text) VALUES('entry entry entry entry entry entry')");
        const QString target = folder.file(QStringLiteral("copy.db"));
        QVERIFY(backUpDatabase(*database, target, QStringLiteral("row")));
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096 * 3));
        file.write(QByteArray(4096 * 4, 'x'));
        file.close();
        QCOMPARE(verifyDatabase(target, QStringLiteral("row")).error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
