#include "app/storage/backup.h"
#include "tests/support/journaltest.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace stillpoint;

namespace {

/// How often each program is killed; `--kills 500` for a longer look.
int kills = 100;

/// Starts a program, kills it with SIGKILL after at most `longestMs`, and keeps the ids that it had printed
/// whole.
void runAndKill(const QString &program, const QStringList &arguments, int longestMs,
                QSet<QUuid> &acknowledged)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(QRandomGenerator::global()->bounded(1, longestMs)))
        process.kill();
    process.waitForFinished();
    QByteArray output = process.readAllStandardOutput();
    output.truncate(output.lastIndexOf('\n') + 1);
    for (const QByteArray &line : output.split('\n')) {
        if (const QUuid id = idFromText(QString::fromLatin1(line)); !id.isNull())
            acknowledged.insert(id);
    }
}

void verifyNothingLost(const test::JournalFolder &at, const QSet<QUuid> &acknowledged)
{
    QVERIFY(acknowledged.size() > 10);
    const auto journal = Journal::open(at.options(), at.clock);
    QVERIFY2(journal, journal ? "" : qPrintable(journal.error().message));
    for (const QUuid &id : acknowledged)
        QVERIFY((*journal)->find<CheckIn>(id));
    const auto changes = verifyDatabase(at.options().file, QStringLiteral("change"));
    QVERIFY(changes);
    SQLite::Database database(at.options().file.toStdString());
    // One device, so its numbers are 1, 2, 3 … without holes.
    QCOMPARE(database.execAndGet("SELECT count(DISTINCT device) FROM change").getInt(), 1);
    QCOMPARE(database.execAndGet("SELECT max(n) FROM change").getInt64(), *changes);
}

} // namespace

class TestJournalKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void kill_ofAWriterInALoop_losesNothingAcknowledged()
    {
        const test::JournalFolder at;
        QSet<QUuid> acknowledged;
        for (int i = 0; i < kills; ++i) {
            runAndKill(test::programPath(QStringLiteral("journalwriter")),
                       {at.folder.path(), QStringLiteral("0")}, 120, acknowledged);
        }
        verifyNothingLost(at, acknowledged);
    }

    void kill_ofTheCommandLine_losesNothingAcknowledged()
    {
        const test::JournalFolder at;
        QSet<QUuid> acknowledged;
        const QStringList arguments{QStringLiteral("--data"), at.folder.path(), QStringLiteral("journal"),
                                    QStringLiteral("check-in"), QStringLiteral("stress=5")};
        // Kills fall before, in and after the writing however fast this machine and build are.
        const QString program = test::programPath(QStringLiteral("stillpoint-cli"));
        QElapsedTimer whole;
        whole.start();
        QCOMPARE(QProcess::execute(program, arguments), 0);
        const int longestMs = std::max(80, static_cast<int>(whole.elapsed()) * 2);
        for (int i = 0; i < kills; ++i)
            runAndKill(program, arguments, longestMs, acknowledged);
        verifyNothingLost(at, acknowledged);
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--kills")); at > 0) {
        kills = arguments.value(at + 1).toInt();
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    }
    TestJournalKill test;
    return QTest::qExec(&test, arguments);
}

#include "tst_journalkill.moc"
