#include "tests/support/clitest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

namespace stillpoint {

using test::Answer;
using test::DataFolder;
using test::run;

/// `journal demo` and `library sample`, as scripts use them.
class TestSampleCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void demo_addListRemove();
    void demo_withWrongNumbers_isWrongUsage();
    void demo_practitioners_areNotThePersonsOwn();
    void demo_edited_takesNobodyNewAlong();
    void samples_addRefreshRemove();

private:
    static QJsonArray list(const DataFolder &folder)
    {
        return run(folder, "journal list --json").json().array();
    }
    static qint64 count(const DataFolder &folder, const char *file, const char *query)
    {
        SQLite::Database database(folder.file(QLatin1String(file)).toStdString());
        return database.execAndGet(query).getInt64();
    }
};

void TestSampleCli::demo_addListRemove()
{
    const DataFolder folder;
    const Answer added = run(folder, "journal demo add --json");
    QCOMPARE(added.code, 0);
    const int entries = added.json().object()[QLatin1String("added")].toInt();
    QVERIFY(entries > 200);
    QCOMPARE(run(folder, "journal check-in stress=4").code, 0);
    int own = 0;
    for (const auto &item : list(folder))
        own += item.toObject().contains(QLatin1String("demo")) ? 0 : 1;
    QCOMPARE(own, 1);
    QCOMPARE(list(folder).size(), entries + 1);
    const QByteArray words = run(folder, "journal list").out;
    QCOMPARE(words.count("(demo)"), entries);
    QCOMPARE(run(folder, "journal demo add --json").json().object()[QLatin1String("added")].toInt(-1), 0);
    const Answer exported = run(folder, "journal export -");
    QCOMPARE(exported.json().object()[QLatin1String("records")].toArray().size(), 1);
    QCOMPARE(exported.json().object()[QLatin1String("changes")].toArray().size(), 1);

    QCOMPARE(run(folder, "journal demo remove --json").json().object()[QLatin1String("removed")].toInt(),
             entries);
    QCOMPARE(list(folder).size(), 1);
    QCOMPARE(count(folder, "journal.db", "SELECT count(*) FROM change"), 1);
    QCOMPARE(run(folder, "journal undo").code, 0);
    QVERIFY(list(folder).isEmpty());
    QCOMPARE(run(folder, "journal demo remove").code, 0);
}

void TestSampleCli::demo_withWrongNumbers_isWrongUsage()
{
    const DataFolder folder;
    QCOMPARE(run(folder, "journal demo add --effect -1").code, 2);
    QCOMPARE(run(folder, "journal demo add --days 99").code, 2);
    QCOMPARE(run(folder, "journal demo").code, 2);
    QVERIFY(list(folder).isEmpty());
}

/// Somebody with a name of the demo stays when the demo goes.
void TestSampleCli::demo_practitioners_areNotThePersonsOwn()
{
    const DataFolder folder;
    QCOMPARE(run(folder, "journal demo add").code, 0);
    const Answer logged = run(folder,
                              "journal log --start 2026-11-10T16:00 --minutes 60 --modality swedish "
                              "--practitioner",
                              {QStringLiteral("Mara Lindqvist")});
    QVERIFY2(logged.code == 0, logged.err.constData());
    QCOMPARE(run(folder, "journal demo remove").code, 0);
    QVERIFY(run(folder, "journal list").out.contains("Mara Lindqvist"));
}

/// Somebody named in a made-up session would stay when it goes.
void TestSampleCli::demo_edited_takesNobodyNewAlong()
{
    const DataFolder folder;
    QCOMPARE(run(folder, "journal demo add").code, 0);
    QString id;
    for (const auto &item : list(folder)) {
        const QJsonObject entry = item.toObject();
        if (entry[QLatin1String("kind")].toString() == QLatin1String("session"))
            id = entry[QLatin1String("id")].toString();
    }
    QVERIFY(!id.isEmpty());
    const Answer refused = run(folder, "journal edit", {id, QStringLiteral("practitioner=Ines Okafor")});
    QVERIFY2(refused.code != 0 && refused.err.contains("made-up year"), refused.err.constData());
    const Answer known = run(folder, "journal edit", {id, QStringLiteral("practitioner=mara lindqvist")});
    QVERIFY2(known.code == 0, known.err.constData());
    QCOMPARE(run(folder, "journal demo remove").code, 0);
    QCOMPARE(count(folder, "journal.db", "SELECT count(*) FROM change WHERE kind='practitioner'"), 0);
}

void TestSampleCli::samples_addRefreshRemove()
{
    const DataFolder folder;
    const QJsonObject added = run(folder, "library sample add --json").json().object();
    QVERIFY(added[QLatin1String("added")].toInt() >= 24);
    QCOMPARE(added[QLatin1String("skipped")].toInt(), 0);
    const QString file = folder.file(QStringLiteral("unpacked/samples/first-session.md"));
    QVERIFY(QFile::exists(file));
    const QJsonArray places = run(folder, "library places --json").json().array();
    QCOMPARE(places.size(), 1);

    test::writeFile(file, "spoilt");
    test::writeFile(folder.file(QStringLiteral("unpacked/samples/old.md")), "of an older program");
    const QJsonObject again = run(folder, "library sample add --json").json().object();
    QCOMPARE(again[QLatin1String("added")].toInt(), 0);
    QCOMPARE(again[QLatin1String("unchanged")].toInt(), added[QLatin1String("added")].toInt());
    QCOMPARE(run(folder, "library places --json").json().array(), places);
    QVERIFY(!QFile::exists(folder.file(QStringLiteral("unpacked/samples/old.md"))));

    const QJsonObject removed = run(folder, "library sample remove --json").json().object();
    QCOMPARE(removed[QLatin1String("removed")].toInt(), added[QLatin1String("added")].toInt());
    QVERIFY(run(folder, "library places --json").json().array().isEmpty());
    QVERIFY(run(folder, "library list --json").json().array().isEmpty());
    QVERIFY(!QDir(folder.file(QStringLiteral("unpacked"))).exists());
    QCOMPARE(count(folder, "library-v1.db", "SELECT count(*) FROM article"), 0);
    QCOMPARE(run(folder, "journal undo").code, 1); // adding and removing is nothing to undo
    QCOMPARE(run(folder, "library sample remove").code, 0);
}

} // namespace stillpoint

QTEST_GUILESS_MAIN(stillpoint::TestSampleCli)
#include "tst_samplecli.moc"
