#pragma once

#include "app/insights/guard.h"
#include "app/insights/modeldata.h"

namespace stillpoint {

/// How far the coefficient `column` moves for each point by which the unrated days of `treated` differ from
/// what the model expects of them (statistics.md §8): c, 0 when no such day is unrated. `columns` are those
/// of every day, `at` the point of the grid that fits best.
double missingDaysShare(const ModelData &data, const RowMatrix &columns, Eigen::Index column,
                        const DayColumn &treated, const GridPoint &at);

/// The flags that speak of unrated days.
QList<GuardFlag> missingDaysFlags(const ModelData &data, const DayColumn &treated, Direction direction);

} // namespace stillpoint
