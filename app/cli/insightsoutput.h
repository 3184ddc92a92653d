#pragma once

#include "app/insights/summary.h"

#include <QJsonObject>

#include <functional>

/// A summary for scripts and for people who read a terminal. Estimates are improvements: positive is better.
namespace stillpoint {

/// What a group's code is called.
using GroupNames = std::function<QString(GroupKind, const QString &code)>;

/// cli.md's fields; what is absent is null.
QJsonObject jsonFor(const InsightsSummary &summary, const GroupNames &names);
QStringList linesFor(const InsightsSummary &summary, const InsightsSettings &settings,
                     const GroupNames &names);

} // namespace stillpoint
