#pragma once

#include <Eigen/Core>

namespace stillpoint {

/// Estimates drawn towards each other as far as they agree (statistics.md §6).
struct Pooled
{
    Eigen::VectorXd mean;
    Eigen::MatrixXd covariance;
};

/// `b` and its covariance `V` in points of a scale from 0 to 10; averaged over how much the true effects may
/// differ, σ from 0 to 2. V positive definite. Pure.
Pooled pooled(const Eigen::VectorXd &b, const Eigen::MatrixXd &V);

} // namespace stillpoint
