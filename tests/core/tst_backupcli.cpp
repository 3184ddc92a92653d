#include "tests/support/clitest.h"
#include "tests/support/journaltest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace stillpoint;
using namespace stillpoint::test;

class TestBackupCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void backup_createListVerifyRestore_walksRound()
    {
        const DataFolder folder;
        QCOMPARE(run(folder, "backup create").code, 1); // nothing there yet
        run(folder, "journal check-in stress=4");
        const Answer created = run(folder, "backup create --json");
        QVERIFY2(created.code == 0, created.err.constData());
        QCOMPARE(created.json()[QLatin1String("records")][QLatin1String("check-in")].toInt(), 1);
        const QString file = created.json()[QLatin1String("file")].toString();
        run(folder, "journal check-in stress=5");
        QCOMPARE(run(folder, "backup list --json").json()[0][QLatin1String("file")].toString(), file);
        const QString name = QFileInfo(file).fileName();
        QVERIFY(run(folder, "backup verify", {name}).out.contains("1 check-in"));
        QCOMPARE(run(folder, "backup verify --json", {file}).json()[QLatin1String("changes")].toInt(), 1);
        const Answer restored = run(folder, "backup restore", {name});
        QVERIFY2(restored.code == 0 && restored.out.contains("kept in"), restored.err.constData());
        QCOMPARE(run(folder, "journal list --json").json().array().size(), 1);
        QCOMPARE(run(folder, "backup list --json").json().array().size(), 2);
        QCOMPARE(run(folder, "backup verify absent.db").code, 1);
        QCOMPARE(run(folder, "backup").code, 2);
    }

    void restore_whileAWindowIsOpen_isRefused()
    {
        const JournalFolder at;
        const auto window = at.open();
        QVERIFY(window->put({at.checkIn(4)}));
        QCOMPARE(run(at.folder, "backup create").code, 0);
        const QString file = run(at.folder, "backup list --json").json()[0][QLatin1String("file")].toString();
        const Answer refused = run(at.folder, "backup restore", {file});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("close all other windows"), refused.err.constData());
        QVERIFY(window->put({at.checkIn(5)}));
    }

    void garbageJournal_namesTheBackup_whichRestores()
    {
        const DataFolder folder;
        run(folder, "journal check-in stress=4");
        QCOMPARE(run(folder, "backup create").code, 0);
        writeFile(folder.file(QStringLiteral("journal.db")), QByteArray(5000, 'x'));
        const Answer refused = run(folder, "journal list");
        QCOMPARE(refused.code, 1);
        const QString file = run(folder, "backup list --json").json()[0][QLatin1String("file")].toString();
        QVERIFY2(refused.err.contains(file.toUtf8()), refused.err.constData());
        QCOMPARE(run(folder, "check").code, 1);
        QCOMPARE(run(folder, "backup restore", {file}).code, 0);
        QCOMPARE(run(folder, "journal list --json").json().array().size(), 1);
        QCOMPARE(run(folder, "check").code, 0);
    }

    void check_ofASoundFolder_saysSoInWords()
    {
        const DataFolder folder;
        QCOMPARE(run(folder, "check").code, 0);
        run(folder, "journal check-in stress=4");
        const Answer checked = run(folder, "check");
        QVERIFY2(checked.out.contains("The journal is sound: 1 changes; 1 check-in."),
                 checked.out.constData());
        QVERIFY(
            run(folder, "check --json").json()[QLatin1String("journal")][QLatin1String("sound")].toBool());
    }

    void readOnlyFolder_withoutADeviceFile_isShown()
    {
        const JournalFolder at;
        const auto owner = at.open();
        QVERIFY(owner->put({at.checkIn(3)}));
        const QString sealed = at.folder.file(QStringLiteral("sealed"));
        QVERIFY(QDir().mkpath(sealed));
        // SQLite can write these files, but no other can be made beside them.
        for (const char *name : {"journal.db", "journal.db-wal", "journal.db-shm"}) {
            const QString copy = sealed + QLatin1Char('/') + QLatin1String(name);
            QVERIFY(QFile::copy(at.folder.file(QLatin1String(name)), copy));
            QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther |
                                                    QFile::WriteOther));
        }
        sealFolder(sealed);
        const auto openAgain =
            qScopeGuard([&] { QFile::setPermissions(sealed, readAndEnter | QFile::WriteOwner); });
        const Answer listed = runUnprivileged(sealed, {QStringLiteral("list"), QStringLiteral("--json")});
        QVERIFY2(listed.code != notStarted, "as root, run the tests from a folder that everybody may read");
        QVERIFY2(listed.code == 0, listed.err.constData());
        QCOMPARE(listed.json().array().size(), 1);
        QCOMPARE(runUnprivileged(sealed, {QStringLiteral("undo")}).code, 1);
        QVERIFY(!QFile::exists(sealed + QStringLiteral("/device")));
    }
};

QTEST_GUILESS_MAIN(TestBackupCli)
#include "tst_backupcli.moc"
