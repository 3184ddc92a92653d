#pragma once

#include <QString>

namespace stillpoint {

/// The body with the boxes of other Markdowns written as quotes with a bold title: `!!! note`, `??? tip`,
/// `:::warning`, `> [!NOTE]`, `=== "Tab"`. Marks of an unresolved merge and lines that only include another
/// file or explain an abbreviation vanish. Code stays as it is.
struct ReadableContainers
{
    QString body;
    int conflictLine = 0; ///< 1-based line of the first unresolved merge; 0 when there is none
};
ReadableContainers readableContainers(const QString &body);

} // namespace stillpoint
