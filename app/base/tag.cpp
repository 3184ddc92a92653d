#include "app/base/tag.h"

#include <algorithm>

namespace stillpoint {

QString foldedText(const QString &text)
{
    // Most words by far, and the normal forms of Unicode are slow.
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(0x80); }))
        return text.toLower();
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        // Latin, Greek and Cyrillic accents only: in Thai, Hindi or Japanese a mark makes another letter.
        if (c < QChar(0x0300) || c > QChar(0x036f))
            folded += c;
    }
    return folded.normalized(QString::NormalizationForm_KC);
}

QString foldedTag(const QString &tag)
{
    QString folded = foldedText(tag);
    folded.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    folded = folded.simplified();
    if (folded.startsWith(QLatin1Char('#')))
        folded = folded.mid(1).trimmed();
    return folded;
}

} // namespace stillpoint
