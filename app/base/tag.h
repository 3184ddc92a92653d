#pragma once

#include <QString>

namespace stillpoint {

/// The form in which tags are compared: NFKC, case and accents folded, `-` and `_` as spaces, spaces collapsed,
/// one leading `#` dropped (never a trailing one: "C#" is not "C").
QString foldedTag(const QString &tag);

/// NFKC, case and accents folded; for matching free text such as a filter box.
QString foldedText(const QString &text);

} // namespace stillpoint
