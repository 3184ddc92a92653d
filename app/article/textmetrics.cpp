#include "app/article/textmetrics.h"

#include "app/article/bodytext.h"

#include <QRegularExpression>
#include <QStringList>

namespace stillpoint {

namespace {

enum class Kind { Space, Word, Ideograph, Unspaced };

Kind kindOf(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return Kind::Ideograph;
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return Kind::Unspaced;
    default:
        break;
    }
    // An apostrophe or hyphen does not end a word.
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'\'' || c == U'\u2019' || c == U'-'
               ? Kind::Word
               : Kind::Space;
}

} // namespace

int wordCount(const QString &text)
{
    qsizetype words = 0;
    qsizetype ideographs = 0;
    qsizetype unspaced = 0;
    bool inWord = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (c < 0x80) { // most of them, and the tables of Unicode are slow
            const bool isLetter =
                (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter || (inWord && (c == U'\'' || c == U'-'));
            continue;
        }
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        const Kind kind = kindOf(c);
        if (kind == Kind::Word && !inWord && QChar::isLetterOrNumber(c)) {
            ++words;
            inWord = true;
        } else if (kind != Kind::Word) {
            inWord = false;
        }
        ideographs += kind == Kind::Ideograph ? 1 : 0;
        unspaced += kind == Kind::Unspaced ? 1 : 0;
    }
    return static_cast<int>(words + (ideographs + 1) / 2 + (unspaced + 4) / 5);
}

QString textPlace(qsizetype number)
{
    return textPlaceMark + QString::number(number) + textPlaceMark;
}

QString withTexts(const QString &withPlaces, const QStringList &texts)
{
    if (!withPlaces.contains(textPlaceMark))
        return withPlaces;
    const auto pieces = QStringView(withPlaces).split(textPlaceMark);
    QString result;
    for (qsizetype i = 0; i < pieces.size(); ++i)
        result += i % 2 == 0 ? pieces.at(i) : QStringView(texts.at(pieces.at(i).toLongLong()));
    return result;
}

QString withoutDataPlaces(const QString &text)
{
    if (!holdsMark(text, QLatin1String("article-data:")))
        return text;
    static const QRegularExpression place(QStringLiteral("article-data:\\d+"));
    return QString(text).replace(place, QStringLiteral("data:\u2026"));
}

QString indexableText(const QString &text)
{
    constexpr qsizetype maxLine = qsizetype{64} * 1024;
    if (text.size() <= maxLine)
        return text.trimmed();
    QStringList lines;
    bool cut = false;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.size() <= maxLine)
            lines.append(line);
        else
            cut = true;
    }
    return (cut ? lines.join(QLatin1Char('\n')) : text).trimmed();
}

} // namespace stillpoint
