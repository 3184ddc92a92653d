#pragma once

#include "app/journal/records.h"

#include <QHash>

namespace stillpoint {

class Journal;

/// The mark that stands for every modality after the sixth.
inline constexpr int otherModalityMark = 6;

/// Modality code → mark 0 to 5 in the order of first use, `otherModalityMark` from the seventh on. Only the
/// first modality of done sessions counts. Pass all sessions, not those of a range, so that a modality keeps
/// its mark. Demo sessions are left out where ignoresDemo() says so.
QHash<QString, int> modalityMarks(const QList<Session> &sessions, bool ignoreDemo);
QHash<QString, int> modalityMarks(const Journal &journal);

} // namespace stillpoint
