#include "app/library/searchtext.h"

#include "app/base/tag.h"

#include <QStringList>

#include <algorithm>

namespace stillpoint {

namespace {

constexpr QChar zeroWidthSpace(0x200b);

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

QString spacedForIndex(const QString &text)
{
    QString spaced;
    spaced.reserve(text.size());
    qsizetype length = 1;
    for (qsizetype i = 0; i < text.size(); i += length) {
        const char32_t c = codePointAt(text, i, length);
        if (!standsAlone(c)) {
            spaced += QStringView(text).mid(i, length);
            continue;
        }
        spaced += zeroWidthSpace;
        spaced += QStringView(text).mid(i, length);
        spaced += zeroWidthSpace;
    }
    return spaced;
}

QString withoutIndexSpaces(QString text)
{
    return text.remove(zeroWidthSpace);
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

QString ftsExpression(const QList<QueryTerm> &terms, QLatin1String joint)
{
    QStringList parts;
    for (const QueryTerm &term : terms) {
        if (!isWords(term))
            continue;
        QString words = term.value;
        // SQLite's strings end at a NUL; the tokenizer would not see what follows it.
        words.replace(QChar(u'\0'), QLatin1Char(' ')).replace(QLatin1Char('"'), QLatin1String("\"\""));
        QString part = QLatin1Char('"') + spacedForIndex(words) + QLatin1Char('"');
        if (term.prefix)
            part += QLatin1String(" *");
        if (term.kind == QueryTerm::Kind::Title)
            part.prepend(QLatin1String("title : "));
        parts.append(QLatin1Char('(') + part + QLatin1Char(')'));
    }
    return parts.join(QLatin1Char(' ') + joint + QLatin1Char(' '));
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
