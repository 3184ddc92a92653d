#include "app/insights/quantiles.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>

namespace stillpoint {

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    const double upper = *middle;
    return values.size() % 2 == 1 ? upper : (upper + *std::max_element(values.begin(), middle)) / 2;
}

double studentQuantile(double p, double freedom)
{
    return boost::math::quantile(boost::math::students_t(freedom), p);
}

double chiSquaredQuantile(double p, double freedom)
{
    return boost::math::quantile(boost::math::chi_squared(freedom), p);
}

double intervalFactor(double confidence, double freedom)
{
    return studentQuantile((1 + confidence) / 2, freedom);
}

} // namespace stillpoint
