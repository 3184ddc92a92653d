#include "tests/support/clitest.h"
#include "tests/support/journaltest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

/// 200 days up to the day on which `run` takes place: a session each 10th, 2 points less stress on the three
/// days after it.
void writeJournal(const DataFolder &folder)
{
    const FixedClock clock(
        momentFromLocal(QDate(2026, 11, 10), QTime(18, 44), QByteArrayLiteral("Europe/Berlin")));
    const Journal::Options options{folder.file(QStringLiteral("journal.db")),
                                   folder.file(QStringLiteral("device")),
                                   folder.file(QStringLiteral("backups")), 0, false};
    const auto journal = Journal::open(options, clock).value();
    Practitioner ines;
    ines.id = newId(clock.now().utcMs);
    ines.name = QStringLiteral("Ines Okafor 100%1");
    QList<Record> records{ines};
    for (int i = 0; i < 200; ++i) {
        const QDate day = QDate(2026, 11, 10).addDays(i - 199);
        const double stress = 6 - (i >= 10 && i % 10 <= 2 ? 2 : 0) + (i * 13) % 3 - 1;
        if (i % 10 == 9) {
            Session session;
            session.id = newId(clock.now().utcMs);
            session.start = When::at(momentFromLocal(day, QTime(17, 30), QByteArrayLiteral("Europe/Berlin")));
            session.minutes = 60;
            session.modalities = {i < 100 ? QStringLiteral("thai") : QStringLiteral("shiatsu")};
            session.practitioner = ines.id;
            session.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = stress;
            session.ratings[{Phase::After, QStringLiteral("stress"), {}}].value = stress - 2;
            records.append(session);
            continue;
        }
        for (const int hour : {9, 11}) {
            CheckIn checkIn;
            checkIn.id = newId(clock.now().utcMs);
            checkIn.time = When::at(momentFromLocal(day, QTime(hour, 0), QByteArrayLiteral("Europe/Berlin")));
            checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value =
                stress + (hour == 9 ? 0 : i % 2);
            records.append(checkIn);
        }
    }
    QVERIFY(journal->put(records).has_value());
}

QStringList keysOf(const QJsonValue &object)
{
    return object.toObject().keys();
}

QStringList sorted(QStringList words)
{
    words.sort();
    return words;
}

} // namespace

class TestInsightsCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyJournal_hasNulls_andAsksForWhatIsMissing();
    void json_hasTheFieldsOfTheContract();
    void effect_isAnImprovement();
    void range_narrowsEverything();
    void words_sayVerdictNumbersAndWhatTheyRestOn();
    void wrongInput_isNamed();
};

void TestInsightsCli::emptyJournal_hasNulls_andAsksForWhatIsMissing()
{
    const DataFolder folder;
    const Answer answer = run(folder, "insights summary --json");
    QVERIFY2(answer.code == 0, answer.err.constData());
    const QJsonObject summary = answer.json().object();
    QCOMPARE(summary[QLatin1String("scale")].toString(), QStringLiteral("stress"));
    QCOMPARE(summary[QLatin1String("ratings")].toInt(-1), 0);
    QVERIFY(summary[QLatin1String("coverage")].isNull());
    QVERIFY(summary[QLatin1String("range")][QLatin1String("from")].isNull());
    QVERIFY(summary[QLatin1String("paired")][QLatin1String("mean")].isNull());
    const QJsonObject guard = summary[QLatin1String("guard")].toObject();
    for (const char *name : {"estimate", "low", "high", "naive", "rho", "tipping_point"})
        QVERIFY2(guard[QLatin1String(name)].isNull(), name);
    QCOMPARE(guard[QLatin1String("verdict")].toString(), QStringLiteral("unknown"));
    QCOMPARE(guard[QLatin1String("missing")].toObject(),
             (QJsonObject{{QStringLiteral("sessions"), 6}, {QStringLiteral("untreated_days"), 20}}));
    QCOMPARE(run(folder, "insights summary").out,
             QByteArray("Stress (0 to 10, higher is worse)\nNothing is rated yet in these days.\n"));
}

void TestInsightsCli::json_hasTheFieldsOfTheContract()
{
    const DataFolder folder;
    writeJournal(folder);
    const Answer answer = run(folder, "--json insights summary --scale stress");
    QVERIFY2(answer.code == 0, answer.err.constData());
    const QJsonObject summary = answer.json().object();
    const auto words = [](const char *text) {
        return sorted(QString::fromLatin1(text).split(QLatin1Char(' ')));
    };
    QCOMPARE(summary.keys(),
             words("scale range ratings days_rated coverage sessions trend paired guard relief "
                   "groups noise"));
    QCOMPARE(keysOf(summary[QLatin1String("trend")][0]), words("date median q25 q75"));
    QCOMPARE(keysOf(summary[QLatin1String("paired")]), words("n mean low high"));
    QCOMPARE(keysOf(summary[QLatin1String("guard")]),
             words("n estimate low high naive rho verdict missing tipping_point flags"));
    QCOMPARE(keysOf(summary[QLatin1String("groups")]), words("modality practitioner"));
    QCOMPARE(summary[QLatin1String("sessions")].toInt(), 20);
    QCOMPARE(summary[QLatin1String("days_rated")].toInt(), 200);
    QCOMPARE(summary[QLatin1String("ratings")].toInt(), 380);
    QCOMPARE(summary[QLatin1String("coverage")].toDouble(), 1.0);
    QCOMPARE(summary[QLatin1String("range")][QLatin1String("to")].toString(), QStringLiteral("2026-11-10"));
    QVERIFY(summary[QLatin1String("noise")][QLatin1String("sem")].toDouble() > 0);
    const QJsonValue practitioner = summary[QLatin1String("groups")][QLatin1String("practitioner")][0];
    QCOMPARE(practitioner[QLatin1String("name")].toString(), QStringLiteral("Ines Okafor 100%1"));
    QCOMPARE(practitioner[QLatin1String("sessions")].toInt(), 20);
}

void TestInsightsCli::effect_isAnImprovement()
{
    const DataFolder folder;
    writeJournal(folder);
    const QJsonObject summary = run(folder, "insights summary --json").json().object();
    const QJsonObject guard = summary[QLatin1String("guard")].toObject();
    QCOMPARE(guard[QLatin1String("verdict")].toString(), QStringLiteral("helping"));
    QCOMPARE(guard[QLatin1String("n")].toInt(), 19); // the last one has no day after it yet
    QVERIFY(std::abs(guard[QLatin1String("estimate")].toDouble() - 2) < 0.5);
    QVERIFY(guard[QLatin1String("low")].toDouble() > 0);
    QCOMPARE(summary[QLatin1String("paired")][QLatin1String("mean")].toDouble(), 2.0);
    for (const QJsonValue group : summary[QLatin1String("groups")][QLatin1String("modality")].toArray())
        QVERIFY(group[QLatin1String("estimate")].toDouble() > 0.5);
}

void TestInsightsCli::range_narrowsEverything()
{
    const DataFolder folder;
    writeJournal(folder);
    const QJsonObject summary =
        run(folder, "insights summary --from 2026-10-01 --to 2026-10-31 --json").json().object();
    QCOMPARE(summary[QLatin1String("range")].toObject(),
             (QJsonObject{{QStringLiteral("from"), QStringLiteral("2026-10-01")},
                          {QStringLiteral("to"), QStringLiteral("2026-10-31")}}));
    QCOMPARE(summary[QLatin1String("days_rated")].toInt(), 31);
    QCOMPARE(summary[QLatin1String("sessions")].toInt(), 4);
    QVERIFY(summary[QLatin1String("paired")][QLatin1String("mean")].isNull());
    QCOMPARE(summary[QLatin1String("guard")][QLatin1String("verdict")].toString(), QStringLiteral("unknown"));
}

void TestInsightsCli::words_sayVerdictNumbersAndWhatTheyRestOn()
{
    const DataFolder folder;
    writeJournal(folder);
    const Answer answer = run(folder, "insights summary");
    QVERIFY2(answer.code == 0, answer.err.constData());
    for (const char *words :
         {"Stress (0 to 10, higher is worse), 2026-04-25 to 2026-11-10\n",
          "Rated days: 200 of 200 (100%). Ratings: 380. Sessions: 20.\n", "\nProbably helping.\n",
          "points better (from ", "20 of 20 sessions ended better", "This cannot show why.",
          "\n  Ines Okafor 100%1: ", "; sessions: 19\n", "Comparisons: 2; false alarms to expect"})
        QVERIFY2(answer.out.contains(words), answer.out.constData());
    QVERIFY(!answer.out.contains(" -"));
}

void TestInsightsCli::wrongInput_isNamed()
{
    const DataFolder folder;
    const Answer scale = run(folder, "insights summary --scale stres");
    QCOMPARE(scale.code, 1);
    QVERIFY(scale.err.contains("There is no scale \"stres\"") && scale.err.contains("mobility"));
    QCOMPARE(run(folder, "insights summary --from yesterday").code, 1);
    QCOMPARE(run(folder, "insights summary --from 2026-10-02 --to 2026-10-01").code, 1);
    QCOMPARE(run(folder, "insights").code, 2);
}

QTEST_GUILESS_MAIN(TestInsightsCli)
#include "tst_insightscli.moc"
