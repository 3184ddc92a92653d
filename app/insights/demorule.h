#pragma once

#include "app/journal/records.h"

#include <QList>

namespace stillpoint {

class Journal;

/// The one rule about demo entries: they count only while nothing in the whole journal is real. So it is
/// decided from all entries, never from those of a range, and handed on as `SeriesInput::ignoreDemo`.
bool ignoresDemo(const QList<Session> &sessions, const QList<CheckIn> &checkIns, const QList<Skip> &skips);
bool ignoresDemo(const Journal &journal);

} // namespace stillpoint
