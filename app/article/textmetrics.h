#pragma once

#include <QString>

namespace stillpoint {

/// Words as reading time counts them: runs of letters and digits; two Han or Kana characters and five of
/// Thai, Lao, Khmer or Myanmar (scripts without spaces) count as one word.
int wordCount(const QString &text);

/// The places of cut out `data:` addresses (`article-data:N`) as a person may see them.
QString withoutDataPlaces(const QString &text);

/// The text without lines over 64 KiB: no person wrote them, and no search should find them.
QString indexableText(const QString &text);

} // namespace stillpoint
