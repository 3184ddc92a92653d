#pragma once

namespace stillpoint {

/// An estimate with its interval at the chosen confidence; the unit is that of whoever returns it.
struct Interval
{
    double estimate = 0;
    double low = 0;
    double high = 0;
    bool operator==(const Interval &) const = default;
};

} // namespace stillpoint
