#pragma once

#include <QString>

namespace stillpoint {

/// Makes a `<dl>` of definition lists as PHP Markdown Extra and kramdown have them: a line of text, and
/// directly below it one that begins with a colon and a space. Outside code; anything less clear stays.
QString withDefinitionLists(const QString &body);

} // namespace stillpoint
