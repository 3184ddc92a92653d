#include "app/insights/pooling.h"

#include <Eigen/Cholesky>

#include <cmath>
#include <limits>
#include <vector>

namespace stillpoint {

namespace {

struct AtSigma
{
    Eigen::VectorXd mean;
    Eigen::MatrixXd covariance;
    double logWeight = 0;
};

AtSigma poolAt(double sigma, const Eigen::VectorXd &b, const Eigen::MatrixXd &V)
{
    const Eigen::Index groups = b.size();
    const Eigen::MatrixXd one = Eigen::MatrixXd::Identity(groups, groups);
    const Eigen::VectorXd ones = Eigen::VectorXd::Ones(groups);
    const double variance = sigma * sigma;
    const Eigen::LLT<Eigen::MatrixXd> factor(V + variance * one);
    const Eigen::MatrixXd inverse = factor.solve(one);
    const Eigen::VectorXd weights = inverse * ones;
    const double a = weights.sum();
    const double m = weights.dot(b) / a;
    const Eigen::VectorXd off = b - m * ones;
    const Eigen::MatrixXd K = variance * inverse;
    const Eigen::VectorXd q = ones - K * ones;
    AtSigma result;
    result.mean = m * ones + K * off;
    result.covariance = variance * (one - K) + q * q.transpose() / a;
    const Eigen::MatrixXd lower = factor.matrixL();
    result.logWeight =
        -lower.diagonal().array().log().sum() - 0.5 * std::log(a) - 0.5 * off.dot(inverse * off);
    return result;
}

} // namespace

Pooled pooled(const Eigen::VectorXd &b, const Eigen::MatrixXd &V)
{
    constexpr int steps = 20;
    std::vector<AtSigma> all;
    double best = -std::numeric_limits<double>::infinity();
    for (int step = 0; step <= steps; ++step) {
        all.push_back(poolAt(step / 10.0, b, V));
        best = std::max(best, all.back().logWeight);
    }
    double total = 0;
    for (AtSigma &one : all)
        total += one.logWeight = std::exp(one.logWeight - best);
    Pooled result{Eigen::VectorXd::Zero(b.size()), Eigen::MatrixXd::Zero(b.size(), b.size())};
    for (const AtSigma &one : all)
        result.mean += one.logWeight / total * one.mean;
    for (const AtSigma &one : all) {
        const Eigen::VectorXd off = one.mean - result.mean;
        result.covariance += one.logWeight / total * (one.covariance + off * off.transpose());
    }
    return result;
}

} // namespace stillpoint
