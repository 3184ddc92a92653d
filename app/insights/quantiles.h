#pragma once

#include <vector>

namespace stillpoint {

/// The middle value, or the mean of the two in the middle; of at least one.
double medianOf(std::vector<double> values);

/// Quantiles; 0 < p < 1, freedom ≥ 1. Pure; any thread.
double studentQuantile(double p, double freedom);
double chiSquaredQuantile(double p, double freedom);

/// The factor of a two-sided t interval: 0.90 gives the 0.95 quantile.
double intervalFactor(double confidence, double freedom);

} // namespace stillpoint
