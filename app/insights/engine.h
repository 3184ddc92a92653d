#pragma once

#include <QtGlobal>

#include <Eigen/Core>
#include <tl/expected.hpp>

#include <optional>
#include <vector>

/// The regression under every verdict (statistics.md, "The engine"): y = Xb + u + e with u an AR(1) process
/// in days and e white noise. Missing days only stretch the gap between two rows. Pure; any thread.
namespace stillpoint {

using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

inline constexpr int mostColumns = 24;

/// One row per rated day of one scale version.
struct EngineRows
{
    std::vector<qint64> days; ///< strictly ascending; any origin
    std::vector<double> values;
    RowMatrix columns;         ///< a row per day, at most `mostColumns` columns, the first is 1
    std::vector<int> clusters; ///< never descending
};

enum class Refusal {
    TooFewRows,   ///< fewer than three rows more than columns
    NotSeparable, ///< the columns can't be told apart
    NeverChanges, ///< nothing is left to explain
};

/// Day-to-day correlation of u, and the variance of e in units of that of u.
struct GridPoint
{
    double rho = 0;
    double nu = 0;
};

/// Generalised least squares at one point of the grid.
struct PointFit
{
    GridPoint at;
    Eigen::VectorXd b;
    Eigen::MatrixXd unscaled; ///< C = (X̃ᵀX̃)⁻¹
    double rss = 0;
    double variance = 0; ///< s² = RSS/(n−p)
    double logLikelihood = 0;
};

/// The average over the grid, weighted by the restricted likelihood.
struct EngineFit
{
    Eigen::VectorXd b;
    Eigen::MatrixXd covariance;
    Eigen::VectorXd
        robustVariance; ///< of each coefficient, by cluster, at the best point; 0 with one cluster
    double rho = 0;     ///< averaged
    PointFit best;
    /// The larger of the averaged and the robust standard deviation of a coefficient.
    double cautiousSd(Eigen::Index column) const;
};

tl::expected<EngineFit, Refusal> fitEngine(const EngineRows &rows);

/// Empty where the columns can't be told apart or a value is not finite. Needs more rows than columns.
std::optional<PointFit> fitAt(const EngineRows &rows, const GridPoint &at);

} // namespace stillpoint
