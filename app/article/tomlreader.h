#pragma once

#include "app/article/metavalue.h"

namespace stillpoint {

/// Reads TOML front matter (Hugo, Zola). Not ok, without an issue, when it is refused. Numbers, dates and
/// booleans become text again.
MetaReading readToml(QStringView text, int firstLine);

/// For TOML that a parser refuses: the `key = value` lines before the first table.
MetaReading readTomlByLines(QStringView text);

} // namespace stillpoint
