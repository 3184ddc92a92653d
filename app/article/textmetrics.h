#pragma once

#include <QString>
#include <QStringList>

namespace stillpoint {

/// Words as reading time counts them: runs of letters and digits; two Han or Kana characters and five of
/// Thai, Lao, Khmer or Myanmar (scripts without spaces) count as one word.
int wordCount(const QString &text);

/// What stands for a piece of text while HTML is parsed; an article must not hold its first character.
QString textPlace(qsizetype number);
inline constexpr QChar textPlaceMark(0xe000);
QString withTexts(const QString &withPlaces, const QStringList &texts);

/// The places of cut out `data:` addresses (`article-data:N`) as a person may see them.
QString withoutDataPlaces(const QString &text);

/// The text without lines over 64 KiB: no person wrote them, and no search should find them.
QString indexableText(const QString &text);

} // namespace stillpoint
