#include "app/journal/skips.h"
#include "tests/support/clitest.h"
#include "tests/support/journaltest.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

const char fullLog[] =
    "journal log --start 2026-11-10T17:30+01:00 --minutes 60 --modality deep-tissue --modality thai "
    "--pressure 4 --area back.left.trapezius --hurts front.right.jaw=2 "
    "--before stress=7,mobility=4,pain@back.left.trapezius=6 --after stress=4,mobility=6.5 "
    "--context travel --reason worse";

} // namespace

class TestJournalCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void log_withEverything_showsTheFieldsOfTheFormat()
    {
        const test::DataFolder folder;
        const QStringList words{QStringLiteral("--practitioner"), QStringLiteral("Ines Okaf\u00f6r"),
                                QStringLiteral("--note"),         QStringLiteral("Jaw l\u00f6cked"),
                                QStringLiteral("--context"),      QStringLiteral("Moving house")};
        const Answer logged = run(folder, fullLog, words);
        QVERIFY2(logged.code == 0, logged.err.constData());
        const Answer shown = run(folder, "journal show --json", {logged.line()});
        const QJsonObject record = shown.json().object();
        QCOMPARE(record[QLatin1String("kind")].toString(), QStringLiteral("session"));
        QCOMPARE(record[QLatin1String("id")].toString(), logged.line());
        QCOMPARE(record[QLatin1String("day")].toString(), QStringLiteral("2026-11-10"));
        const QJsonObject fields = record[QLatin1String("fields")].toObject();
        QCOMPARE(fields[QLatin1String("start")].toString(), QStringLiteral("2026-11-10T16:30:00.000Z"));
        QCOMPARE(fields[QLatin1String("offset")].toInt(), 60);
        QCOMPARE(fields[QLatin1String("modalities")].toArray(),
                 (QJsonArray{QStringLiteral("deep-tissue"), QStringLiteral("thai")}));
        QCOMPARE(fields[QLatin1String("reason")].toString(), QStringLiteral("worse"));
        QCOMPARE(fields[QLatin1String("notes")].toString(), QStringLiteral("Jaw l\u00f6cked"));
        QVERIFY(fields[QLatin1String("context.moving-house")].toBool());
        QVERIFY(fields[QLatin1String("worked.back.left.trapezius")].toBool());
        QCOMPARE(fields[QLatin1String("hurts.front.right.jaw")].toInt(), 2);
        QCOMPARE(fields[QLatin1String("rating.after.mobility")][QLatin1String("v")].toDouble(), 6.5);
        QCOMPARE(fields[QLatin1String("rating.before.pain.back.left.trapezius")][QLatin1String("v")].toInt(),
                 6);
        QCOMPARE(fields[QLatin1String("rating.before.stress")][QLatin1String("prov")].toString(),
                 QStringLiteral("same-day"));
        QCOMPARE(fields[QLatin1String("rating.after.stress")][QLatin1String("prov")].toString(),
                 QStringLiteral("live"));
    }

    void ratings_onASkippedDay_endTheSkip_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<int>("skips");
        QTest::newRow("check-in") << QByteArrayLiteral(
                                         "journal check-in stress=4 --at 2026-11-10T09:00+01:00")
                                  << 0;
        QTest::newRow("session") << QByteArray(fullLog) << 0;
        QTest::newRow("session without ratings")
            << QByteArrayLiteral("journal log --start 2026-11-10T17:30+01:00 --minutes 60 --modality thai")
            << 1;
    }
    void ratings_onASkippedDay_endTheSkip()
    {
        QFETCH(QByteArray, command);
        QFETCH(int, skips);
        const test::DataFolder folder;
        test::JournalFolder other;
        QVERIFY(skipDay(*other.open(), QDate(2026, 11, 10), other.clock.now()));
        QVERIFY(QFile::copy(other.options().file, folder.file(QStringLiteral("journal.db"))));
        QCOMPARE(run(folder, "journal list --json --kind skip").json().array().size(), 1);
        const Answer written = run(folder, command.constData());
        QVERIFY2(written.code == 0, written.err.constData());
        QCOMPARE(run(folder, "journal list --json --kind skip").json().array().size(), skips);
    }

    void log_samePractitionerTwice_createsOne()
    {
        const test::DataFolder folder;
        for (const char *name : {"Ines Okafor", "ines okafor"}) {
            const Answer logged = run(folder, "journal log --start 2026-11-10 --minutes 60 --modality thai",
                                      {QStringLiteral("--practitioner"), QString::fromLatin1(name)});
            QVERIFY2(logged.code == 0, logged.err.constData());
        }
        const QJsonArray records = run(folder, "--json journal list").json().array();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0][QLatin1String("fields")][QLatin1String("practitioner")],
                 records[1][QLatin1String("fields")][QLatin1String("practitioner")]);
    }

    void log_dateOnly_hasADayAndNoTime()
    {
        const test::DataFolder folder;
        const QString id =
            run(folder, "journal log --start 2026-11-09T23:30 --minutes 60 --modality thai --date-only")
                .line();
        const QJsonObject fields =
            run(folder, "journal show --json", {id}).json()[QLatin1String("fields")].toObject();
        QCOMPARE(fields[QLatin1String("day")].toString(), QStringLiteral("2026-11-09"));
        QVERIFY(!fields.contains(QLatin1String("start")) && !fields.contains(QLatin1String("offset")));
    }

    void deleteUndoRedoRestore_eachShowInListAndHistory()
    {
        const test::DataFolder folder;
        const QString id = run(folder, fullLog).line();
        QCOMPARE(run(folder, "journal delete", {id}).code, 0);
        QVERIFY(run(folder, "journal list --json").json().array().isEmpty());
        QCOMPARE(run(folder, "journal show", {id}).code, 1);
        QCOMPARE(run(folder, "journal undo --json").json()[QLatin1String("verb")].toString(),
                 QStringLiteral("delete"));
        QCOMPARE(run(folder, "journal list --json").json().array().size(), 1);
        QCOMPARE(run(folder, "journal redo").code, 0);
        QVERIFY(run(folder, "journal list --json").json().array().isEmpty());
        QCOMPARE(run(folder, "journal restore", {id}).code, 0);
        QStringList verbs;
        const QJsonArray changes = run(folder, "journal history --json", {id}).json().array();
        for (const QJsonValue &change : changes)
            verbs.append(change[QLatin1String("verb")].toString());
        QCOMPARE(verbs.join(QLatin1Char(' ')), QStringLiteral("add delete undo redo restore"));
    }

    void edit_fieldsAndSets_changeOnlyThoseAndCanBeUndone()
    {
        const test::DataFolder folder;
        const QString id = run(folder, fullLog).line();
        const auto fieldsNow = [&] {
            return run(folder, "journal show --json", {id}).json()[QLatin1String("fields")].toObject();
        };
        const QJsonObject before = fieldsNow();
        const QStringList edits =
            QStringLiteral(
                "minutes=75 modalities+=swedish modalities-=thai context-=travel "
                "context+=illness worked+=front.neck hurts.front.right.jaw=3 "
                "reason= rating.before.stress=8 start=2026-11-09T18:00+01:00 "
                "practitioner=Ines cost=65.5 currency=EUR setting=spa effect.soreness=3 tag+=knots "
                "satisfaction=8 notes=12")
                .split(QLatin1Char(' '));
        const Answer edited = run(folder, "journal edit", QStringList{id} + edits);
        QVERIFY2(edited.code == 0, edited.err.constData());
        const QJsonObject after = fieldsNow();
        QCOMPARE(after[QLatin1String("minutes")].toInt(), 75);
        QCOMPARE(after[QLatin1String("modalities")].toArray(),
                 (QJsonArray{QStringLiteral("deep-tissue"), QStringLiteral("swedish")}));
        QVERIFY(!after.contains(QLatin1String("context.travel")) && !after.contains(QLatin1String("reason")));
        QVERIFY(after[QLatin1String("context.illness")].toBool());
        QVERIFY(after[QLatin1String("worked.front.neck")].toBool());
        QCOMPARE(after[QLatin1String("hurts.front.right.jaw")].toInt(), 3);
        QCOMPARE(after[QLatin1String("rating.before.stress")][QLatin1String("v")].toInt(), 8);
        QCOMPARE(after[QLatin1String("start")].toString(), QStringLiteral("2026-11-09T17:00:00.000Z"));
        QVERIFY(after.contains(QLatin1String("practitioner")));
        QCOMPARE(after[QLatin1String("cost")].toDouble(), 65.5);
        QCOMPARE(after[QLatin1String("notes")].toString(), QStringLiteral("12"));
        QCOMPARE(after[QLatin1String("effect.soreness")][QLatin1String("severity")].toInt(), 3);
        QVERIFY(after[QLatin1String("tag.knots")].toBool());
        QCOMPARE(after[QLatin1String("pressure")], before[QLatin1String("pressure")]);
        for (const char *wrong :
             {"minutes=long", "colour=red", "modalities+=tai", "worked+=front.neg", "minutes+=5",
              "rating.before.joy=3", "rating.during.stress=3", "rating.before.stress=5,mobility=3",
              "context+=", "satisfaction=11", "setting=moon", "status=odd", "deleted=1"}) {
            const Answer refused = run(folder, "journal edit", {id, QString::fromLatin1(wrong)});
            QVERIFY2(refused.code == 1 && !refused.err.isEmpty(), wrong);
        }
        QCOMPARE(fieldsNow(), after);
        QCOMPARE(run(folder, "journal undo").code, 0);
        QCOMPARE(fieldsNow(), before);
    }

    void undo_inWords_namesTheEntryAndWhatBecameOfIt()
    {
        const test::DataFolder folder;
        const QString id = run(folder, fullLog).line();
        QCOMPARE(run(folder, "journal edit", {id, QStringLiteral("minutes=75")}).code, 0);
        QCOMPARE(run(folder, "journal undo").line(),
                 QStringLiteral("Undone. The session of 2026-11-10 17:30 is as it was before the change."));
        QCOMPARE(run(folder, "journal redo").line(),
                 QStringLiteral("Redone. The session of 2026-11-10 17:30 is changed again."));
        QCOMPARE(run(folder, "journal delete", {id}).code, 0);
        QCOMPARE(run(folder, "journal undo").line(),
                 QStringLiteral("Undone. The session of 2026-11-10 17:30 is back."));
    }

    void exportAndImport_throughFilesAndTheOutput_keepEverything()
    {
        const test::DataFolder folder;
        const QString id = run(folder, fullLog).line();
        run(folder, "journal edit", {id, QStringLiteral("minutes=75")});
        run(folder, "journal check-in stress=2 --at 2026-11-08T09:00+01:00");
        const QString file = folder.file(QStringLiteral("out \u00e9.json"));
        const Answer written = run(folder, "journal export", {file});
        QVERIFY2(written.code == 0, written.err.constData());
        const Answer printed = run(folder, "journal export", {QStringLiteral("-")});
        QCOMPARE(printed.json()[QLatin1String("changes")].toArray().size(), 3);

        const test::DataFolder other;
        const Answer dry = run(other, "journal import --dry-run", {file});
        QVERIFY2(dry.out.contains("2 added") && dry.out.contains("session of 2026-11-10 17:30"),
                 dry.out.constData());
        QVERIFY(run(other, "journal list --json").json().array().isEmpty());
        QCOMPARE(run(other, "journal import --json", {file}).json()[QLatin1String("added")].toInt(), 2);
        QCOMPARE(run(other, "journal list --json").out, run(folder, "journal list --json").out);
        QCOMPARE(run(other, "journal history --json", {id}).out,
                 run(folder, "journal history --json", {id}).out);
        QCOMPARE(run(other, "journal import --json", {file}).json()[QLatin1String("changes")].toInt(), 0);

        const Answer some =
            run(folder, "journal export --from 2026-11-10 --to 2026-11-10", {QStringLiteral("-")});
        QCOMPARE(some.json()[QLatin1String("records")].toArray().size(), 1);
        QCOMPARE(some.json()[QLatin1String("changes")].toArray().size(), 2);

        const QString tables = folder.file(QStringLiteral("tables"));
        QVERIFY(QDir().mkpath(tables));
        QCOMPARE(run(folder, "journal export --format csv", {tables}).code, 0);
        const test::DataFolder third;
        const Answer fromCsv = run(third, "journal import", {tables});
        QVERIFY2(fromCsv.code == 0 && fromCsv.out.contains("2 added"), fromCsv.err.constData());
        QCOMPARE(run(third, "journal undo").code, 0);
        QVERIFY(run(third, "journal list --json").json().array().isEmpty());
    }

    void exportAndImport_thatFail_leaveEverythingAsItWas()
    {
        const test::DataFolder folder;
        run(folder, fullLog);
        const QString file = folder.file(QStringLiteral("old.json"));
        test::writeFile(file, "precious");
        QCOMPARE(run(folder, "journal export", {QStringLiteral("/nowhere/x.json")}).code, 1);
        const Answer refused = run(folder, "journal import", {file});
        QVERIFY(refused.code == 1 && refused.err.contains("Nothing was imported"));
        QCOMPARE(run(folder, "journal import", {folder.file(QStringLiteral("absent"))}).code, 1);
        QCOMPARE(run(folder, "journal export --format xml", {file}).code, 2);
        QCOMPARE(run(folder, "journal list --json").json().array().size(), 1);
    }

    void list_rangeAndKind_select()
    {
        const test::DataFolder folder;
        run(folder, fullLog);
        run(folder, "journal check-in stress=4 mobility=6 --at 2026-11-08T09:00+01:00 --context travel");
        run(folder, "journal check-in stress=2 --at 2026-11-09T09:00+01:00");
        QCOMPARE(run(folder, "journal list --json").json().array().size(), 3);
        QCOMPARE(run(folder, "journal list --json --kind check-in").json().array().size(), 2);
        QCOMPARE(run(folder, "journal list --json --from 2026-11-09").json().array().size(), 2);
        QCOMPARE(run(folder, "journal list --json --to 2026-11-08").json().array().size(), 1);
        QCOMPARE(run(folder, "journal list").out.count('\n'), 3);
    }

    void wrongInput_changesNothingAndSaysWhatIsRight_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *command, int code, const char *says) {
            QTest::newRow(command) << QString::fromLatin1(command) << code << QString::fromLatin1(says);
        };
        row("journal log --start 2026-11-10T17:30 --minutes 60 --modality deep-tisue", 1, "deep-tissue");
        row("journal log --start 2026-11-10T17:30 --minutes 60 --modality thai --area back.left.trapesius", 1,
            "back.left.trapezius");
        row("journal log --start 2026-02-30T17:30 --minutes 60 --modality thai", 1, "2026-11-10T17:30");
        row("journal log --start 2026-11-10T17:30 --minutes 0 --modality thai", 1, "1440");
        row("journal log --start 2026-11-10T17:30 --minutes 60 --modality thai --hurts front.neck=4", 1,
            "level");
        row("journal log --start 2026-11-10T17:30 --minutes 60 --modality thai --reason bored", 1, "planned");
        row("journal log --minutes 60 --modality thai", 2, "--start");
        row("journal check-in stress=11", 1, "from 0 to 10");
        row("journal check-in stress=4.3", 1, "half steps");
        row("journal check-in joy=4", 1, "mobility");
        row("journal check-in stress", 1, "name=value");
        row("journal check-in", 1, "at least one rating");
        row("journal show nonsense", 1, "nonsense");
        row("journal undo", 1, "nothing to undo");
        row("journal list --from yesterday", 1, "yesterday");
        row("journal frobnicate", 2, "");
    }

    void wrongInput_changesNothingAndSaysWhatIsRight()
    {
        QFETCH(QString, command);
        QFETCH(int, code);
        QFETCH(QString, says);
        const test::DataFolder folder;
        const Answer answer = run(folder, command.toLatin1().constData());
        QCOMPARE(answer.code, code);
        QVERIFY2(answer.err.contains(says.toUtf8()), answer.err.constData());
        QVERIFY(answer.out.isEmpty());
        QVERIFY(run(folder, "journal list --json").json().array().isEmpty());
    }

    void list_ofAFolderThatCannotBeWritten_showsItWithWhatIsOnlyInTheLog_data()
    {
        QTest::addColumn<QStringList>("files");
        const QStringList files{QStringLiteral("journal.db"), QStringLiteral("journal.db-wal")};
        QTest::newRow("copied") << files;
        QTest::newRow("left by a crash") << QStringList{files[0], QStringLiteral("journal.db-shm"), files[1]};
    }

    void list_ofAFolderThatCannotBeWritten_showsItWithWhatIsOnlyInTheLog()
    {
        QFETCH(QStringList, files);
        const test::JournalFolder at;
        const auto owner = at.open();
        const CheckIn checkIn = at.checkIn(3);
        QVERIFY(owner->put({checkIn}));
        const QString sealed = at.folder.file(QStringLiteral("sealed"));
        QVERIFY(QDir().mkpath(sealed));
        for (const QString &name : files) {
            const QString copy = sealed + QLatin1Char('/') + name;
            QVERIFY(QFile::copy(at.folder.file(name), copy));
            QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::ReadOther));
        }
        QVERIFY(QFile::setPermissions(sealed, readAndEnter));
        const auto openAgain =
            qScopeGuard([&] { QFile::setPermissions(sealed, readAndEnter | QFile::WriteOwner); });
        for (QDir folder(at.folder.path()); folder.path().startsWith(QDir::tempPath() + QLatin1Char('/'));
             folder.setPath(QFileInfo(folder.path()).path()))
            QFile::setPermissions(folder.path(), readAndEnter | QFile::WriteOwner);

        const Answer listed = runUnprivileged(sealed, {QStringLiteral("list"), QStringLiteral("--json")});
        QVERIFY2(listed.code != notStarted, "as root, run the tests from a folder that everybody may read");
        QVERIFY2(listed.code == 0, listed.err.constData());
        QCOMPARE(listed.json()[0][QLatin1String("id")].toString(), idText(checkIn.id));
        const Answer refused = runUnprivileged(sealed, {QStringLiteral("undo")});
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.err.contains("reading only"));
        QCOMPARE(QDir(sealed).entryList(QDir::Files), files);
    }

    void list_thatCannotBeWrittenOut_isAFailure()
    {
        const test::DataFolder folder;
        QCOMPARE(run(folder, fullLog).code, 0);
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(
            test::programPath(QStringLiteral("stillpoint-cli")),
            {QStringLiteral("--data"), folder.path(), QStringLiteral("journal"), QStringLiteral("list")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("not written"));
    }

    void dataFolder_thatIsEmpty_isWrongUsage()
    {
        QProcess process;
        process.start(
            test::programPath(QStringLiteral("stillpoint-cli")),
            {QStringLiteral("--data"), QString(), QStringLiteral("journal"), QStringLiteral("--help")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
    }

    void help_isAcceptedBeforeAndAfterTheCommand()
    {
        const test::DataFolder folder;
        QCOMPARE(run(folder, "journal log --help").code, 0);
        QVERIFY(run(folder, "journal log --help").out.contains("--modality"));
        QCOMPARE(run(folder, "--help journal").code, 0);
    }
};

QTEST_GUILESS_MAIN(TestJournalCli)
#include "tst_journalcli.moc"
