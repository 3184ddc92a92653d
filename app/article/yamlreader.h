#pragma once

#include "app/article/metavalue.h"

namespace stillpoint {

/// Reads one YAML map with a real parser. Refused (not ok, no issue) when the parser refuses it, when it is
/// no map, nests deeper than 16 or has more than 10,000 nodes. Aliases to scalars are resolved, others become
/// text; of equal keys the last wins, with a warning. `firstLine` is the file's line of the first character.
MetaReading readYaml(QStringView text, int firstLine);

/// For front matter that YAML refuses, such as `title: A: B`: every top-level key with what follows it, read
/// as YAML where that works and as the rest of the line where not. Not ok when no line has a key.
MetaReading readYamlByLines(QStringView text, int firstLine);

} // namespace stillpoint
