#pragma once

#include "app/insights/groups.h"
#include "app/insights/guard.h"
#include "app/insights/modeldata.h"

/// The same results from data that is prepared once for several of them.
namespace stillpoint {

Guard guard(const InsightsInput &input, const ModelData &data);
GroupComparison compareGroups(const InsightsInput &input, const ModelData &data, const PairedChange &paired,
                              GroupKind kind);

} // namespace stillpoint
