#pragma once

#include <QString>

namespace stillpoint {

/// The form in which tags are compared: NFKC, case folded, `-` and `_` as spaces, spaces collapsed, one leading
/// `#` dropped (never a trailing one: "C#" is not "C"). Accents stay: they make other words.
QString foldedTag(const QString &tag);

/// NFKC, case and accents folded; for matching free text such as a filter box.
QString foldedText(const QString &text);

} // namespace stillpoint
