#include "tests/support/clitest.h"

#include <QJsonObject>
#include <QTest>

namespace stillpoint {

using test::Answer;
using test::DataFolder;
using test::run;

/// The whole program on journals whose truth is known: it finds relief that is there, and none where sessions
/// were only booked on bad days.
class TestDemoVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trueRelief_isFound();
    void badDaysThatFade_areNoRelief();

private:
    struct Tally
    {
        int helping = 0;
        int naiveRelief = 0;
        QStringList seen; ///< a line each, for the log of a failure
    };
    static Tally tally(const char *effect);
};

constexpr int journals = 20;

TestDemoVerdict::Tally TestDemoVerdict::tally(const char *effect)
{
    Tally counted;
    for (int seed = 1; seed <= journals; ++seed) {
        const DataFolder folder;
        run(folder, "journal demo add --days 3 --seed",
            {QString::number(seed), QStringLiteral("--effect"), QLatin1String(effect)});
        const Answer answer = run(folder, "insights summary --json");
        const QJsonObject guard = answer.json().object()[QLatin1String("guard")].toObject();
        counted.helping += guard[QLatin1String("verdict")] == QLatin1String("helping") ? 1 : 0;
        counted.naiveRelief += guard[QLatin1String("naive")].toDouble() > 0 ? 1 : 0;
        counted.seen.append(QStringLiteral("seed %1: %2, %3 (%4 to %5), naive %6")
                                .arg(seed)
                                .arg(guard[QLatin1String("verdict")].toString())
                                .arg(guard[QLatin1String("estimate")].toDouble())
                                .arg(guard[QLatin1String("low")].toDouble())
                                .arg(guard[QLatin1String("high")].toDouble())
                                .arg(guard[QLatin1String("naive")].toDouble()));
    }
    qInfo().noquote() << "helping" << counted.helping << "naive relief" << counted.naiveRelief << "of"
                      << journals;
    return counted;
}

void TestDemoVerdict::trueRelief_isFound()
{
    const Tally counted = tally("2");
    QVERIFY2(counted.helping >= 16, qPrintable(counted.seen.join(QLatin1Char('\n'))));
}

void TestDemoVerdict::badDaysThatFade_areNoRelief()
{
    const Tally counted = tally("0");
    const QByteArray seen = counted.seen.join(QLatin1Char('\n')).toUtf8();
    QVERIFY2(counted.helping <= 2, seen.constData());
    QVERIFY2(counted.naiveRelief == journals, seen.constData());
}

} // namespace stillpoint

QTEST_GUILESS_MAIN(stillpoint::TestDemoVerdict)
#include "tst_demoverdict.moc"
