#pragma once

#include "app/journal/journal.h"

/// The journal in lines for people who read a terminal.
namespace stillpoint {

/// "2026-11-10 17:30  session   ID  Deep tissue, 60 min; before: Stress 7"
QString lineFor(const Entry &entry, const Journal &journal);
/// Each field on a line.
QString textFor(const QJsonObject &exported);
/// "2026-11-10T16:44:00.000Z  edit  {…}"
QString lineForChange(const QJsonObject &change);
/// What an import did or would do: a line a record, then the sum.
QStringList linesFor(const ImportOutcome &outcome, bool dryRun, const Journal &journal);
QJsonObject jsonFor(const ImportOutcome &outcome, bool dryRun);

} // namespace stillpoint
