#include "app/insights/quantiles.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace stillpoint {

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
