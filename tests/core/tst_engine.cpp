#include "app/insights/engine.h"
#include "app/insights/missingdays.h"
#include "app/insights/pooling.h"
#include "app/insights/quantiles.h"
#include "tests/support/simulatedjournal.h"

#include <QFile>
#include <QTest>

#include <Eigen/Dense>

#include <cmath>

using namespace stillpoint;
using namespace stillpoint::test;

namespace {

QList<QStringList> tableIn(const char *name)
{
    QFile file(QStringLiteral(STILLPOINT_TEST_DATA "/") + QLatin1String(name));
    QList<QStringList> lines;
    if (file.open(QIODevice::ReadOnly)) {
        file.readLine();
        while (!file.atEnd())
            lines.append(QString::fromLatin1(file.readLine()).trimmed().split(QLatin1Char(',')));
    }
    return lines;
}

EngineRows rowsOfCase(int number)
{
    EngineRows rows;
    QList<QStringList> columns;
    for (const QStringList &line : tableIn("engine-rows.csv")) {
        if (line.at(0).toInt() != number)
            continue;
        rows.days.push_back(line.at(1).toLongLong());
        rows.values.push_back(line.at(2).toDouble());
        rows.clusters.push_back(line.at(3).toInt());
        columns.append(line.at(4).split(QLatin1Char(';')));
    }
    rows.columns.resize(columns.size(), columns.isEmpty() ? 0 : columns.first().size());
    for (qsizetype i = 0; i < columns.size(); ++i) {
        for (qsizetype k = 0; k < columns.at(i).size(); ++k)
            rows.columns(i, k) = columns.at(i).at(k).toDouble();
    }
    return rows;
}

EngineRows line(int days, const std::function<double(int)> &value)
{
    EngineRows rows;
    rows.columns.resize(days, 2);
    for (int day = 0; day < days; ++day) {
        rows.days.push_back(day);
        rows.values.push_back(value(day));
        rows.clusters.push_back(day / 7);
        rows.columns.row(day) << 1, day % 3 == 0 ? 1 : 0;
    }
    return rows;
}

/// Σ of the engine's model, whole.
Eigen::MatrixXd covarianceOf(const std::vector<qint64> &days, const GridPoint &at)
{
    const auto n = static_cast<Eigen::Index>(days.size());
    Eigen::MatrixXd matrix(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        for (Eigen::Index j = 0; j < n; ++j) {
            const auto gap = std::abs(days[static_cast<std::size_t>(i)] - days[static_cast<std::size_t>(j)]);
            matrix(i, j) = std::pow(at.rho, static_cast<double>(gap)) + (i == j ? at.nu : 0);
        }
    }
    return matrix;
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fit_equals_denseAlgebra();
    void quantiles_equal_scipy();
    void fewRows_areRefused();
    void alikeColumns_areRefused();
    void constantRatings_areRefused();
    void origin_ofDaysAndValues_changesNothing();
    void pooling_drawsTogether_whatAgrees();
    void missingDaysShare_equals_refillAndRefit();
};

void TestEngine::fit_equals_denseAlgebra()
{
    const QList<QStringList> expected = tableIn("engine-expected.csv");
    int compared = 0;
    for (int number = 0; number < 3; ++number) {
        const EngineRows rows = rowsOfCase(number);
        const auto fit = fitEngine(rows);
        const auto first = fitAt(rows, {0, 0.03});
        QVERIFY(fit && first);
        for (const QStringList &want : expected) {
            const QString name = want.at(0);
            if (want.at(1).toInt() != number || name == QLatin1String("t") ||
                name == QLatin1String("chi-squared"))
                continue;
            const GridPoint at{want.at(2).toDouble(), want.at(3).toDouble()};
            const Eigen::Index k = want.at(4).toInt();
            const auto point = fitAt(rows, at);
            QVERIFY(point);
            const QHash<QString, double> found{
                {QStringLiteral("b"), point->b[k]},
                {QStringLiteral("sd"), std::sqrt(point->variance * point->unscaled(k, k))},
                {QStringLiteral("reml"), point->logLikelihood - first->logLikelihood},
                {QStringLiteral("averaged-b"), fit->b[k]},
                {QStringLiteral("averaged-sd"), std::sqrt(fit->covariance(k, k))},
                {QStringLiteral("robust-sd"), std::sqrt(fit->robustVariance[k])},
                {QStringLiteral("averaged-rho"), fit->rho}};
            QVERIFY2(std::abs(found.value(name, NAN) - want.at(5).toDouble()) < 1e-8,
                     qPrintable(want.join(QLatin1Char(' '))));
            ++compared;
        }
    }
    QVERIFY(compared > 130);
}

void TestEngine::quantiles_equal_scipy()
{
    int compared = 0;
    for (const QStringList &want : tableIn("engine-expected.csv")) {
        const double p = want.at(2).toDouble();
        const double freedom = want.at(4).toDouble();
        const double expected = want.at(5).toDouble();
        if (want.at(0) == QLatin1String("t"))
            QVERIFY(std::abs(studentQuantile(p, freedom) / expected - 1) < 1e-9);
        else if (want.at(0) == QLatin1String("chi-squared"))
            QVERIFY(std::abs(chiSquaredQuantile(p, freedom) / expected - 1) < 1e-9);
        else
            continue;
        ++compared;
    }
    QCOMPARE(compared, 36);
    QCOMPARE(intervalFactor(0.9, 5), studentQuantile(0.95, 5));
}

void TestEngine::fewRows_areRefused()
{
    const auto wavy = [](int day) { return day % 5; };
    QVERIFY(fitEngine(line(5, wavy)).has_value());
    const auto refused = fitEngine(line(4, wavy));
    QVERIFY(!refused && refused.error() == Refusal::TooFewRows);
}

void TestEngine::alikeColumns_areRefused()
{
    EngineRows rows = line(40, [](int day) { return day % 5; });
    rows.columns.col(1).setOnes();
    const auto refused = fitEngine(rows);
    QVERIFY(!refused && refused.error() == Refusal::NotSeparable);
}

void TestEngine::constantRatings_areRefused()
{
    const auto refused = fitEngine(line(40, [](int) { return 7.3; }));
    QVERIFY(!refused && refused.error() == Refusal::NeverChanges);
}

void TestEngine::origin_ofDaysAndValues_changesNothing()
{
    EngineRows rows = rowsOfCase(0);
    const auto before = fitEngine(rows);
    for (qint64 &day : rows.days)
        day += 2'460'000;
    for (double &value : rows.values)
        value += 1000;
    const auto after = fitEngine(rows);
    QVERIFY(before && after);
    QVERIFY(std::abs(after->b[0] - before->b[0] - 1000) < 1e-8);
    QVERIFY(std::abs(after->b[1] - before->b[1]) < 1e-8);
    QVERIFY((after->covariance - before->covariance).norm() < 1e-8);
}

void TestEngine::pooling_drawsTogether_whatAgrees()
{
    const Eigen::VectorXd b = Eigen::Vector3d(1, 1.4, 0.6);
    const Pooled vague = pooled(b, Eigen::Matrix3d::Identity());
    QVERIFY(std::abs(vague.mean.mean() - 1) < 1e-9);
    QVERIFY(vague.mean[1] - vague.mean[2] < 0.4);
    const Pooled sure = pooled(b, 1e-4 * Eigen::Matrix3d::Identity());
    QVERIFY((sure.mean - b).norm() < 0.02);
    const Pooled alone = pooled(Eigen::VectorXd::Constant(1, 2), Eigen::MatrixXd::Constant(1, 1, 0.25));
    QVERIFY(std::abs(alone.mean[0] - 2) < 1e-12 && std::abs(alone.covariance(0, 0) - 0.25) < 1e-12);
}

/// The unrated days after sessions are filled with what the model expects of them, δ points worse; the refit
/// has to move by cδ.
void TestEngine::missingDaysShare_equals_refillAndRefit()
{
    Person person;
    person.days = 150;
    person.rated = 0.5;
    const InsightsInput input = PersonsJournal(person, 5).write();
    const ModelData data = modelData(input);
    const DayColumn treated = followUps(data, 3);
    const RowMatrix columns = modelColumns(data, {treated});
    const EngineRows rows = modelRows(data, columns);
    const auto best = fitEngine(rows)->best;
    const double share = missingDaysShare(data, columns, 1, treated, best.at);
    QVERIFY(share > 0.05 && share < 0.95);

    std::vector<qint64> days;
    for (std::size_t day = 0; day < data.days(); ++day)
        days.push_back(static_cast<qint64>(day));
    const Eigen::MatrixXd all = covarianceOf(days, best.at);
    const auto n = static_cast<Eigen::Index>(rows.days.size());
    Eigen::MatrixXd toRated(all.rows(), n);
    Eigen::MatrixXd amongRated(n, n);
    Eigen::VectorXd residual(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        toRated.col(i) = all.col(rows.days[static_cast<std::size_t>(i)]);
        residual[i] = rows.values[static_cast<std::size_t>(i)] - rows.columns.row(i).dot(best.b);
    }
    for (Eigen::Index i = 0; i < n; ++i)
        amongRated.row(i) = toRated.row(rows.days[static_cast<std::size_t>(i)]);
    const Eigen::VectorXd forecast = columns * best.b + toRated * amongRated.llt().solve(residual);

    EngineRows full;
    full.days = days;
    full.columns = columns;
    full.clusters.assign(days.size(), 0);
    for (const double worse : {0.0, 1.6}) {
        full.values.clear();
        for (std::size_t day = 0; day < data.days(); ++day) {
            const bool missing = treated[day] && !data.isRated(day);
            full.values.push_back(data.isRated(day)
                                      ? data.value[day]
                                      : forecast[static_cast<Eigen::Index>(day)] + (missing ? worse : 0));
        }
        QVERIFY(std::abs(fitAt(full, best.at)->b[1] - best.b[1] - share * worse) < 1e-10);
    }
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
