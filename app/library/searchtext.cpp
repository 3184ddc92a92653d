#include "app/library/searchtext.h"

#include "app/base/tag.h"

#include <QStringList>

#include <algorithm>

namespace stillpoint {

namespace {

const QByteArray zeroWidthSpace = QByteArrayLiteral("\xe2\x80\x8b");

bool standsAlone(char32_t c)
{
    if (c < 0x0e00) // nothing below Thai
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool isWordCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

char32_t codePointAt(const QString &text, qsizetype position, qsizetype &length)
{
    const QChar c = text.at(position);
    if (c.isHighSurrogate() && position + 1 < text.size() && text.at(position + 1).isLowSurrogate()) {
        length = 2;
        return QChar::surrogateToUcs4(c, text.at(position + 1));
    }
    length = 1;
    return c.unicode();
}

/// A word of the text as the index sees it.
struct Token
{
    QString folded;
    int start = 0;
    int length = 0;
};

/// Accents belong to the word they stand in; every other mark ends it, as in unicode61.
bool continuesWord(char32_t c)
{
    return isWordCharacter(c) || (c >= 0x0300 && c <= 0x036f);
}

QList<Token> tokens(const QString &text)
{
    QList<Token> found;
    qsizetype start = -1;
    const auto finish = [&](qsizetype end) {
        if (start >= 0)
            found.append({foldedText(text.mid(start, end - start)), int(start), int(end - start)});
        start = -1;
    };
    qsizetype length = 1;
    for (qsizetype i = 0; i < text.size(); i += length) {
        const char32_t c = codePointAt(text, i, length);
        if (standsAlone(c)) {
            finish(i);
            if (isWordCharacter(c))
                found.append({foldedText(text.mid(i, length)), int(i), int(length)});
        } else if (start < 0 ? isWordCharacter(c) : continuesWord(c)) {
            if (start < 0)
                start = i;
        } else {
            finish(i);
        }
    }
    finish(text.size());
    return found;
}

bool isWords(const QueryTerm &term)
{
    return term.kind == QueryTerm::Kind::Text || term.kind == QueryTerm::Kind::Title;
}

bool standsAt(const QList<Token> &text, qsizetype position, const QList<Token> &wanted, bool prefix)
{
    if (wanted.isEmpty() || position + wanted.size() > text.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString &have = text.at(position + i).folded;
        const QString &want = wanted.at(i).folded;
        const bool isOpen = prefix && i + 1 == wanted.size();
        if (isOpen ? !have.startsWith(want) : have != want)
            return false;
    }
    return true;
}

} // namespace

QByteArray spacedForIndex(const QByteArray &utf8)
{
    // Thai is the lowest of these scripts; from there on three or four bytes make a character.
    constexpr uchar firstOfThree = 0xe0;
    constexpr uchar firstOfFour = 0xf0;
    const auto byteAt = [&utf8](qsizetype i) { return static_cast<uchar>(utf8.at(i)); };
    const auto tail = [&](qsizetype i) { return char32_t{byteAt(i)} & 0x3fU; };
    QByteArray spaced;
    qsizetype done = 0;
    qsizetype length = 1;
    for (qsizetype i = 0; i < utf8.size(); i += length) {
        length = byteAt(i) < firstOfThree ? 1 : byteAt(i) < firstOfFour ? 3 : 4;
        if (length == 1 || i + length > utf8.size())
            continue;
        const char32_t c = length == 3 ? (char32_t{byteAt(i)} & 0x0fU) << 12 | tail(i + 1) << 6 | tail(i + 2)
                                       : (char32_t{byteAt(i)} & 0x07U) << 18 | tail(i + 1) << 12 |
                                             tail(i + 2) << 6 | tail(i + 3);
        if (!standsAlone(c))
            continue;
        spaced.append(utf8.constData() + done, i - done);
        spaced.append(zeroWidthSpace).append(utf8.constData() + i, length).append(zeroWidthSpace);
        done = i + length;
    }
    return done == 0 ? utf8 : spaced.append(utf8.constData() + done, utf8.size() - done);
}

QString withoutIndexSpaces(QString text)
{
    return text.remove(QChar(0x200b));
}

bool hasSearchableText(const QString &text)
{
    qsizetype length = 1;
    for (qsizetype i = 0; i < text.size(); i += length) {
        if (isWordCharacter(codePointAt(text, i, length)))
            return true;
    }
    return false;
}

QByteArray ftsExpression(const QList<QueryTerm> &terms, const QByteArray &joint)
{
    QByteArrayList parts;
    for (const QueryTerm &term : terms) {
        if (!isWords(term))
            continue;
        QByteArray words = term.value.toUtf8();
        // SQLite's strings end at a NUL; the tokenizer would not see what follows it.
        words.replace('\0', ' ').replace('"', "\"\"");
        QByteArray part = '"' + spacedForIndex(words) + '"';
        if (term.prefix)
            part += " *";
        if (term.kind == QueryTerm::Kind::Title)
            part.prepend("title : ");
        parts.append('(' + part + ')');
    }
    return parts.join(' ' + joint + ' ');
}

QList<QPair<int, int>> wordMatches(const QList<QueryTerm> &terms, const QString &text)
{
    QList<QPair<int, int>> ranges;
    const QList<Token> words = tokens(text);
    for (const QueryTerm &term : terms) {
        if (!isWords(term) || term.negated)
            continue;
        const QList<Token> wanted = tokens(term.value);
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (!standsAt(words, i, wanted, term.prefix))
                continue;
            const Token &last = words.at(i + wanted.size() - 1);
            ranges.append({words.at(i).start, last.start + last.length - words.at(i).start});
        }
    }
    std::sort(ranges.begin(), ranges.end());
    QList<QPair<int, int>> merged;
    for (const auto &[start, length] : std::as_const(ranges)) {
        if (!merged.isEmpty() && start <= merged.last().first + merged.last().second)
            merged.last().second = std::max(merged.last().second, start + length - merged.last().first);
        else
            merged.append({start, length});
    }
    return merged;
}

} // namespace stillpoint
