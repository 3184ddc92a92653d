#pragma once

#include "app/article/metavalue.h"

namespace stillpoint {

/// Length of the balanced object the text starts with; 0 when there is none.
qsizetype jsonObjectLength(QStringView text);

/// Reads a JSON object as front matter (old Hugo). Not ok when it is refused or empty.
MetaReading readJson(QStringView text);

} // namespace stillpoint
