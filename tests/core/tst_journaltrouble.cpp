#include "app/storage/backup.h"
#include "tests/support/clitest.h"
#include "tests/support/journaltest.h"

#include <QJsonArray>
#include <QTest>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

/// How the disk fails, and from which call on.
struct Trouble
{
    QString kind;
    int at = 0;
    QString file = QStringLiteral("journal.db");
};

Answer runInTrouble(const QString &program, const QStringList &arguments, const Trouble &trouble)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), programPath(QStringLiteral("libtrouble.so")));
    environment.insert(QStringLiteral("STILLPOINT_TROUBLE"), trouble.kind);
    environment.insert(QStringLiteral("STILLPOINT_TROUBLE_AT"), QString::number(trouble.at));
    environment.insert(QStringLiteral("STILLPOINT_TROUBLE_FILE"), trouble.file);
    process.setProcessEnvironment(environment);
    process.start(programPath(program), arguments);
    process.waitForFinished(60'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QSet<QUuid> idsIn(const QByteArray &output)
{
    QSet<QUuid> ids;
    for (const QByteArray &line : output.split('\n')) {
        if (const QUuid id = idFromText(QString::fromLatin1(line)); !id.isNull())
            ids.insert(id);
    }
    return ids;
}

void verifyAllThere(const JournalFolder &at, const QSet<QUuid> &acknowledged)
{
    const auto journal = Journal::open(at.options(), at.clock);
    QVERIFY2(journal, journal ? "" : qPrintable(journal.error().message));
    for (const QUuid &id : acknowledged)
        QVERIFY((*journal)->find<CheckIn>(id));
    QVERIFY(verifyDatabase(at.options().file, QStringLiteral("change")));
}

} // namespace

class TestJournalTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void disk_failingAtAnyCall_isSaidAndNothingIsLost_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("full disk") << QStringLiteral("full") << QByteArray("full");
        QTest::newRow("broken disk") << QStringLiteral("broken") << QByteArray("disk is sound");
        QTest::newRow("failing fsync") << QStringLiteral("unsynced") << QByteArray("disk is sound");
    }

    void disk_failingAtAnyCall_isSaidAndNothingIsLost()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, says);
        const JournalFolder at;
        QSet<QUuid> acknowledged = idsIn(run(at.folder, "journal check-in stress=1").out);
        QCOMPARE(acknowledged.size(), 1);
        int failures = 0;
        bool isThrough = false;
        for (int call = 0; call < 60 && !isThrough; ++call) {
            const Answer answer =
                runInTrouble(QStringLiteral("stillpoint-cli"),
                             {QStringLiteral("--data"), at.folder.path(), QStringLiteral("journal"),
                              QStringLiteral("check-in"), QStringLiteral("stress=5")},
                             {kind, call});
            isThrough = answer.code == 0 && answer.err.isEmpty();
            if (answer.code != 0) {
                ++failures;
                QCOMPARE(answer.code, 1);
                QVERIFY2(answer.err.contains(says) && answer.err.contains("safe"), answer.err.constData());
                QVERIFY(answer.out.isEmpty());
            }
            acknowledged.unite(idsIn(answer.out));
            verifyAllThere(at, acknowledged);
        }
        QVERIFY2(isThrough && failures > 0, qPrintable(QString::number(failures)));
        QCOMPARE(run(at.folder, "check").code, 0);
    }

    void disk_failingUnderAWriterInALoop_keepsWhatWasAcknowledged_data()
    {
        disk_failingAtAnyCall_isSaidAndNothingIsLost_data();
    }

    void disk_failingUnderAWriterInALoop_keepsWhatWasAcknowledged()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, says);
        const JournalFolder at;
        QSet<QUuid> acknowledged;
        for (const int call : {0, 1, 7, 40, 161}) {
            const Answer answer = runInTrouble(QStringLiteral("journalwriter"),
                                               {at.folder.path(), QStringLiteral("400")}, {kind, call});
            QCOMPARE(answer.code, 1);
            QVERIFY2(answer.err.contains(says), answer.err.constData());
            acknowledged.unite(idsIn(answer.out));
            verifyAllThere(at, acknowledged);
        }
        QVERIFY(acknowledged.size() > 10);
    }

    void removingTheDemo_onABrokenDisk_failsOnlyWhenItIsStillThere()
    {
        const JournalFolder at;
        int removals = 0;
        int failures = 0;
        for (int call = 0; removals < 8 && call < 900; call += 11) {
            QCOMPARE(run(at.folder, "journal demo add").code, 0);
            const Answer answer =
                runInTrouble(QStringLiteral("stillpoint-cli"),
                             {QStringLiteral("--data"), at.folder.path(), QStringLiteral("journal"),
                              QStringLiteral("demo"), QStringLiteral("remove")},
                             {QStringLiteral("broken"), call});
            removals += answer.code == 0 ? 1 : 0;
            failures += answer.code == 0 ? 0 : 1;
            const auto journal = Journal::open(at.options(), at.clock);
            QVERIFY2(journal, journal ? "" : qPrintable(journal.error().message));
            QCOMPARE((*journal)->hasDemo(), answer.code != 0);
        }
        QVERIFY2(removals == 8 && failures > 0, qPrintable(QString::number(failures)));
    }

    void exportAndBackup_onAFullDisk_leaveNothingHalf()
    {
        const JournalFolder at;
        run(at.folder, "journal check-in stress=1");
        const QString folder = at.folder.file(QStringLiteral("exports"));
        QVERIFY(QDir().mkpath(folder));
        const QString file = folder + QStringLiteral("/out.json");
        writeFile(file, "precious");
        const QStringList data{QStringLiteral("--data"), at.folder.path()};
        const Answer exported =
            runInTrouble(QStringLiteral("stillpoint-cli"),
                         data + QStringList{QStringLiteral("journal"), QStringLiteral("export"), file},
                         {QStringLiteral("full"), 0, QStringLiteral("/exports/")});
        QVERIFY2(exported.code == 1 && exported.err.contains("unchanged"), exported.err.constData());
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("precious"));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 1);
        const Answer backup =
            runInTrouble(QStringLiteral("stillpoint-cli"),
                         data + QStringList{QStringLiteral("backup"), QStringLiteral("create")},
                         {QStringLiteral("full"), 1, QStringLiteral("backups/")});
        QCOMPARE(backup.code, 1);
        QVERIFY(!backup.err.isEmpty());
        QCOMPARE(run(at.folder, "backup list --json").json().array().size(), 0);
        QVERIFY(QDir(at.options().backupsFolder).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournalTrouble)
#include "tst_journaltrouble.moc"
