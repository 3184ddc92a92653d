#include "app/insights/demorule.h"

#include "app/journal/journal.h"

#include <algorithm>

namespace stillpoint {

namespace {

template<class T>
bool anyReal(const QList<T> &records)
{
    return std::any_of(records.cbegin(), records.cend(), [](const T &record) { return !record.demo; });
}

} // namespace

bool ignoresDemo(const QList<Session> &sessions, const QList<CheckIn> &checkIns, const QList<Skip> &skips)
{
    return anyReal(sessions) || anyReal(checkIns) || anyReal(skips);
}

bool ignoresDemo(const Journal &journal)
{
    if (!journal.hasDemo())
        return !journal.isEmpty();
    bool anyReal = false;
    const auto look = [&anyReal](const auto &record) { anyReal = anyReal || !record.demo; };
    journal.each<Session>(look);
    journal.each<CheckIn>(look);
    journal.each<Skip>(look);
    return anyReal;
}

} // namespace stillpoint
