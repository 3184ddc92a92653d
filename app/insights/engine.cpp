#include "app/insights/engine.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace stillpoint {

namespace {

constexpr double smallestPivot = 1e-9; ///< of the diagonal
constexpr double smallestRss = 1e-9;
constexpr std::size_t widest = mostColumns + 1; ///< the columns and the value beside them
constexpr std::size_t rememberedGaps = 32;

using Row = std::array<double, widest>;

/// ρ to the power of a gap; nearly all gaps are a few days.
class Powers
{
public:
    explicit Powers(double rho)
        : m_rho(rho)
    {
        double power = 1;
        for (double &known : m_known) {
            known = power;
            power *= rho;
        }
    }
    double of(qint64 gap) const
    {
        const auto index = static_cast<std::size_t>(gap);
        return index < rememberedGaps ? m_known[index] : std::pow(m_rho, static_cast<double>(gap));
    }

private:
    double m_rho;
    std::array<double, rememberedGaps> m_known{};
};

/// The Kalman pass: makes rows of correlated days into rows that are independent with equal variance. Plain
/// arrays, because this runs forty times over every row.
class Whitener
{
public:
    Whitener(const EngineRows &rows, double centre, const GridPoint &at)
        : m_rows(rows)
        , m_centre(centre)
        , m_nu(at.nu)
        , m_powers(at.rho)
        , m_columns(static_cast<std::size_t>(rows.columns.cols()))
    {
    }

    std::size_t width() const { return m_columns + 1; }
    /// The next row, columns first, then the value. Call once per row.
    const Row &next()
    {
        const std::size_t i = m_next++;
        const double g = i == 0 ? 0 : m_powers.of(m_rows.days[i] - m_rows.days[i - 1]);
        const double predicted = g * g * m_variance + 1 - g * g;
        const double s = predicted + m_nu;
        const double gain = predicted / s;
        const double scale = 1 / std::sqrt(s);
        const double *columns = m_rows.columns.data() + i * m_columns;
        for (std::size_t k = 0; k <= m_columns; ++k) {
            const double z = k < m_columns ? columns[k] : m_rows.values[i] - m_centre;
            const double mean = g * m_mean[k];
            m_row[k] = (z - mean) * scale;
            m_mean[k] = mean + gain * (z - mean);
        }
        m_variance = predicted * (1 - gain);
        m_logs.add(s);
        return m_row;
    }
    double sumOfLogs() const { return m_logs.total(); }

private:
    /// A sum of logarithms that takes few of them.
    class LogSum
    {
    public:
        void add(double factor)
        {
            m_product *= factor;
            if (m_product < 1e-100 || m_product > 1e100) {
                m_sum += std::log(m_product);
                m_product = 1;
            }
        }
        double total() const { return m_sum + std::log(m_product); }

    private:
        double m_sum = 0;
        double m_product = 1;
    };

    const EngineRows &m_rows;
    double m_centre;
    double m_nu;
    Powers m_powers;
    std::size_t m_columns;
    std::size_t m_next = 0;
    double m_variance = 1;
    Row m_mean{};
    Row m_row{};
    LogSum m_logs;
};

/// The lower half of a small symmetric matrix, and its Cholesky factor in place.
class Gram
{
public:
    explicit Gram(std::size_t size)
        : m_size(size)
    {
    }
    double at(std::size_t i, std::size_t j) const { return m_values[i][j]; }
    void add(const Row &row)
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            const double factor = row[i];
            double *into = m_values[i].data();
            for (std::size_t j = 0; j <= i; ++j)
                into[j] += factor * row[j];
        }
    }
    /// The pivot of the last row is left squared: the sum of squares that the rows before do not explain.
    /// False when one of them is explained by those before it.
    bool factorise()
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            const double diagonal = m_values[i][i];
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = m_values[i][j];
                for (std::size_t k = 0; k < j; ++k)
                    sum -= m_values[i][k] * m_values[j][k];
                m_values[i][j] = i == j ? sum : sum / m_values[j][j];
            }
            if (i + 1 == m_size) {
                m_values[i][i] = std::max(0.0, m_values[i][i]);
                return std::isfinite(m_values[i][i]);
            }
            if (!(m_values[i][i] > smallestPivot * diagonal))
                return false;
            m_values[i][i] = std::sqrt(m_values[i][i]);
        }
        return true;
    }

private:
    std::size_t m_size;
    std::array<Row, widest> m_values{};
};

std::vector<double> solvedBackwards(const Gram &factor, std::size_t columns, std::vector<double> right)
{
    for (std::size_t i = columns; i-- > 0;) {
        for (std::size_t k = i + 1; k < columns; ++k)
            right[i] -= factor.at(k, i) * right[k];
        right[i] /= factor.at(i, i);
    }
    return right;
}

/// (LLᵀ)⁻¹ column by column.
Eigen::MatrixXd inverseOf(const Gram &factor, std::size_t columns)
{
    Eigen::MatrixXd inverse(columns, columns);
    for (std::size_t column = 0; column < columns; ++column) {
        std::vector<double> unit(columns, 0.0);
        unit[column] = 1;
        for (std::size_t i = 0; i < columns; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                unit[i] -= factor.at(i, k) * unit[k];
            unit[i] /= factor.at(i, i);
        }
        const std::vector<double> solved = solvedBackwards(factor, columns, std::move(unit));
        std::copy(solved.begin(), solved.end(), inverse.col(static_cast<Eigen::Index>(column)).data());
    }
    return inverse;
}

/// Taken off the values before anything else, so that sums of squares keep their digits; the first column
/// gives it back.
double centreOf(const EngineRows &rows)
{
    double sum = 0;
    for (const double value : rows.values)
        sum += value;
    return sum / static_cast<double>(rows.values.size());
}

/// The best point's whitened scores, summed by cluster.
Eigen::VectorXd robustVarianceAt(const EngineRows &rows, const PointFit &fit)
{
    const double centre = centreOf(rows);
    Eigen::VectorXd b = fit.b;
    b[0] -= centre;
    Whitener whitener(rows, centre, fit.at);
    const Eigen::Index columns = rows.columns.cols();
    Eigen::MatrixXd meat = Eigen::MatrixXd::Zero(columns, columns);
    Eigen::VectorXd score = Eigen::VectorXd::Zero(columns);
    int clusters = 0;
    for (std::size_t i = 0; i < rows.days.size(); ++i) {
        const Row &row = whitener.next();
        const Eigen::Map<const Eigen::VectorXd> x(row.data(), columns);
        score += x * (row[static_cast<std::size_t>(columns)] - x.dot(b));
        if (i + 1 == rows.days.size() || rows.clusters[i + 1] != rows.clusters[i]) {
            meat += score * score.transpose();
            score.setZero();
            ++clusters;
        }
    }
    if (clusters < 2)
        return Eigen::VectorXd::Zero(columns);
    return (fit.unscaled * meat * fit.unscaled).diagonal() * clusters / (clusters - 1);
}

std::vector<PointFit> fitGrid(const EngineRows &rows)
{
    constexpr int steps = 20;
    std::vector<PointFit> fits;
    for (int step = 0; step < steps; ++step) {
        for (const double nu : {0.03, 0.3}) {
            if (auto fit = fitAt(rows, {step / static_cast<double>(steps), nu}))
                fits.push_back(std::move(*fit));
        }
    }
    return fits;
}

EngineFit averaged(const std::vector<PointFit> &fits, const PointFit &best)
{
    EngineFit result;
    result.best = best;
    double total = 0;
    std::vector<double> weights;
    for (const PointFit &fit : fits)
        total += weights.emplace_back(std::exp(fit.logLikelihood - best.logLikelihood));
    result.b = Eigen::VectorXd::Zero(best.b.size());
    for (std::size_t i = 0; i < fits.size(); ++i) {
        weights[i] /= total;
        result.b += weights[i] * fits[i].b;
        result.rho += weights[i] * fits[i].at.rho;
    }
    result.covariance = Eigen::MatrixXd::Zero(best.b.size(), best.b.size());
    for (std::size_t i = 0; i < fits.size(); ++i) {
        const Eigen::VectorXd off = fits[i].b - result.b;
        result.covariance += weights[i] * (fits[i].variance * fits[i].unscaled + off * off.transpose());
    }
    return result;
}

} // namespace

double EngineFit::cautiousSd(Eigen::Index column) const
{
    return std::sqrt(std::max(covariance(column, column), robustVariance[column]));
}

std::optional<PointFit> fitAt(const EngineRows &rows, const GridPoint &at)
{
    const double centre = centreOf(rows);
    Whitener whitener(rows, centre, at);
    const std::size_t columns = whitener.width() - 1;
    Gram gram(whitener.width());
    for (std::size_t i = 0; i < rows.days.size(); ++i)
        gram.add(whitener.next());
    if (!gram.factorise())
        return std::nullopt;
    PointFit fit;
    fit.at = at;
    fit.rss = gram.at(columns, columns);
    std::vector<double> right(columns);
    double logDeterminant = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        right[i] = gram.at(columns, i);
        logDeterminant += 2 * std::log(gram.at(i, i));
    }
    const std::vector<double> solved = solvedBackwards(gram, columns, std::move(right));
    fit.b = Eigen::Map<const Eigen::VectorXd>(solved.data(), static_cast<Eigen::Index>(columns));
    fit.b[0] += centre;
    fit.unscaled = inverseOf(gram, columns);
    const auto freedom = static_cast<double>(rows.days.size() - columns);
    fit.variance = fit.rss / freedom;
    fit.logLikelihood =
        -0.5 * (freedom * std::log(std::max(fit.variance, std::numeric_limits<double>::min())) +
                whitener.sumOfLogs() + logDeterminant);
    return fit;
}

tl::expected<EngineFit, Refusal> fitEngine(const EngineRows &rows)
{
    if (rows.days.size() < static_cast<std::size_t>(rows.columns.cols()) + 3)
        return tl::unexpected(Refusal::TooFewRows);
    const std::vector<PointFit> fits = fitGrid(rows);
    if (fits.empty())
        return tl::unexpected(Refusal::NotSeparable);
    const auto best = std::max_element(fits.begin(), fits.end(), [](const PointFit &a, const PointFit &b) {
        return a.logLikelihood < b.logLikelihood;
    });
    if (best->rss <= smallestRss)
        return tl::unexpected(Refusal::NeverChanges);
    EngineFit result = averaged(fits, *best);
    result.robustVariance = robustVarianceAt(rows, *best);
    return result;
}

} // namespace stillpoint
