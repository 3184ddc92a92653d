#include "app/journal/change.h"

#include "app/base/identifiers.h"

#include <tuple>

namespace stillpoint {

bool Change::isBefore(const Change &other) const
{
    if (hlc != other.hlc)
        return hlc < other.hlc;
    return std::tuple(device.toRfc4122(), n) < std::tuple(other.device.toRfc4122(), other.n);
}

QUuid Change::undoes() const
{
    return idFromText(payload[QLatin1String("@undoes")].toString());
}

} // namespace stillpoint
