#include "app/insights/trend.h"
#include "tests/support/coretest.h"

#include <QTest>

using namespace stillpoint;

namespace {

const QDate start(2026, 1, 1);

QList<RatedDay> on(std::initializer_list<int> offsets, double value = 4)
{
    QList<RatedDay> days;
    for (const int offset : offsets)
        days.append({start.addDays(offset), value});
    return days;
}

} // namespace

class TestTrend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quantile_equals_independentValues();
    void fewerThanFive_giveNoLine();
    void five_giveLine_fromFirstToLastRating();
    void gapOverTenDays_breaksLine_andWindows();
    void gapOfTenDays_isBridged();
    void tooFewInside_breakLine();
    void window_isCentred_onRealDates();
    void scaleEnds_boundBand();
    void missingDays_countWhatLineNeeds();
};

void TestTrend::quantile_equals_independentValues()
{
    const QList<QByteArray> lines =
        test::fixture(QStringLiteral("grouped-quantile.csv")).trimmed().split('\n');
    QCOMPARE(lines.size(), 721);
    for (const QByteArray &line : lines.mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        QList<double> values;
        for (const QByteArray &value : cells.at(2).split(';'))
            values.append(value.toDouble());
        const double found = groupedQuantile(values, cells.at(1).toDouble(), cells.at(0).toDouble());
        QVERIFY2(std::abs(found - cells.at(3).toDouble()) < 1e-6,
                 qPrintable(QStringLiteral("%1 for %2").arg(found).arg(QString::fromUtf8(line))));
    }
}

void TestTrend::fewerThanFive_giveNoLine()
{
    QVERIFY(trend({}).isEmpty());
    QVERIFY(trend(on({0, 1, 2, 3})).isEmpty());
}

void TestTrend::five_giveLine_fromFirstToLastRating()
{
    const QList<TrendSegment> segments = trend(on({0, 2, 4, 6, 8}));
    QCOMPARE(segments.size(), 1);
    QCOMPARE(segments.first().size(), 9);
    QCOMPARE(segments.first().first().day, start);
    QCOMPARE(segments.first().last().day, start.addDays(8));
    QCOMPARE(segments.first().last(), (TrendPoint{start.addDays(8), 4, 3.75, 4.25, 5}));
}

void TestTrend::gapOverTenDays_breaksLine_andWindows()
{
    QList<RatedDay> days = on({0, 1, 2, 3, 4}, 2);
    days += on({15, 16, 17, 18, 19}, 8);
    const QList<TrendSegment> segments = trend(days);
    QCOMPARE(segments.size(), 2);
    for (const TrendPoint &point : segments.first())
        QCOMPARE(point.median, 2);
    for (const TrendPoint &point : segments.last())
        QCOMPARE(point.median, 8);
    QCOMPARE(segments.first().last().day, start.addDays(4));
    QCOMPARE(segments.last().first().day, start.addDays(15));
}

void TestTrend::gapOfTenDays_isBridged()
{
    const QList<TrendSegment> segments = trend(on({0, 1, 2, 3, 4, 14, 15, 16, 17, 18}));
    QCOMPARE(segments.size(), 1);
    QCOMPARE(segments.first().size(), 19);
}

void TestTrend::tooFewInside_breakLine()
{
    // Rated every nine days in the middle: at most three ratings in any window there.
    const QList<TrendSegment> segments = trend(on({0, 1, 2, 3, 4, 13, 22, 31, 40, 41, 42, 43, 44}));
    QCOMPARE(segments.size(), 2);
    for (const TrendSegment &segment : segments) {
        for (const TrendPoint &point : segment)
            QVERIFY(point.ratedDays >= 5);
    }
}

void TestTrend::window_isCentred_onRealDates()
{
    QList<RatedDay> days;
    for (int i = 0; i < 60; ++i)
        days.append({start.addDays(i), i < 30 ? 2.0 : 8.0});
    const TrendSegment line = trend(days).first();
    QCOMPARE(line.at(0).ratedDays, 11);
    QCOMPARE(line.at(30).ratedDays, 21);
    QCOMPARE(line.at(19).median, 2);
    QVERIFY(line.at(29).median < 5);
    QVERIFY(line.at(30).median > 5);
    QCOMPARE(line.at(40).median, 8);
}

void TestTrend::scaleEnds_boundBand()
{
    TrendOptions options;
    options.minimum = 0;
    options.maximum = 10;
    QCOMPARE(trend(on({0, 1, 2, 3, 4}, 0), options).first().first().q25, 0);
    QCOMPARE(trend(on({0, 1, 2, 3, 4}, 10), options).first().first().q75, 10);
}

void TestTrend::missingDays_countWhatLineNeeds()
{
    const QDate today = start.addDays(20);
    QCOMPARE(missingRatedDays({}, today), 5);
    QCOMPARE(missingRatedDays(on({0, 10, 19, 20}), today), 1);
    QCOMPARE(missingRatedDays(on({-1, 10, 19, 20}), today), 2);
    QCOMPARE(missingRatedDays(on({0, 1, 2, 3, 4, 5}), today), 5);
    QCOMPARE(missingRatedDays(on({12, 13, 14, 15, 16}), today), 0);
}

QTEST_GUILESS_MAIN(TestTrend)
#include "tst_trend.moc"
