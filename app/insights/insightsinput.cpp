#include "app/insights/insightsinput.h"

namespace stillpoint {

double improvement(const Scale &scale, double earlier, double later)
{
    return scale.direction == Direction::HigherWorse ? earlier - later : later - earlier;
}

double pointOn(const Scale &scale)
{
    constexpr double range = 10;
    return (scale.maximum - scale.minimum) / range;
}

} // namespace stillpoint
