#include "app/library/queryparser.h"

#include "app/library/searchtext.h"

#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace stillpoint {

namespace {

using Kind = QueryTerm::Kind;

constexpr std::array<std::pair<const char *, Kind>, 7> fieldNames{{{"tag", Kind::Tag},
                                                                   {"category", Kind::Category},
                                                                   {"author", Kind::Author},
                                                                   {"title", Kind::Title},
                                                                   {"before", Kind::Before},
                                                                   {"after", Kind::After},
                                                                   {"is", Kind::Is}}};
constexpr std::array states{"unread",   "reading", "read",   "starred",
                            "archived", "draft",   "future", "untagged"};

/// The field that `text` names up to a colon, and the length of "name:".
std::pair<Kind, qsizetype> fieldAt(QStringView text)
{
    for (const auto &[name, kind] : fieldNames) {
        const QLatin1String latin(name);
        if (text.startsWith(latin, Qt::CaseInsensitive) && text.size() > latin.size() &&
            text.at(latin.size()) == QLatin1Char(':'))
            return {kind, latin.size() + 1};
    }
    return {Kind::Text, 0};
}

std::optional<int> number(QStringView digits, qsizetype maxLength)
{
    if (digits.isEmpty() || digits.size() > maxLength)
        return std::nullopt;
    for (const QChar c : digits) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return std::nullopt;
    }
    return digits.toInt();
}

/// year[-month[-day]]; invalid when it is no such thing.
QDate firstDayOf(const QString &text)
{
    const auto parts = QStringView(text).split(QLatin1Char('-'));
    if (parts.size() > 3 || parts.first().size() != 4)
        return {};
    const auto year = number(parts.at(0), 4);
    const auto month = parts.size() > 1 ? number(parts.at(1), 2) : 1;
    const auto day = parts.size() > 2 ? number(parts.at(2), 2) : 1;
    if (!year || !month || !day)
        return {};
    return QDate(*year, *month, *day);
}

/// Completes a term from its value; false when it means nothing.
bool makeUsable(QueryTerm &term)
{
    switch (term.kind) {
    case Kind::Before:
    case Kind::After:
        term.day = firstDayOf(term.value);
        return term.day.isValid();
    case Kind::Is:
        term.value = term.value.toLower();
        return std::find_if(states.begin(), states.end(), [&](const char *state) {
                   return term.value == QLatin1String(state);
               }) != states.end();
    case Kind::Tag:
    case Kind::Category:
    case Kind::Author:
        return !term.value.trimmed().isEmpty();
    case Kind::Text:
    case Kind::Title:
        break;
    }
    return hasSearchableText(term.value);
}

/// Reads one term that starts at `position` (not a space) and moves past it.
void readTerm(const QString &text, qsizetype &position, ParsedQuery &query)
{
    const qsizetype start = position;
    QueryTerm term;
    if (text.at(position) == QLatin1Char('-') && position + 1 < text.size() &&
        !text.at(position + 1).isSpace()) {
        term.negated = true;
        ++position;
    }
    const auto [kind, length] = fieldAt(QStringView(text).mid(position));
    term.kind = kind;
    position += length;
    if (position < text.size() && text.at(position) == QLatin1Char('"')) {
        const qsizetype end = text.indexOf(QLatin1Char('"'), position + 1);
        const qsizetype stop = end < 0 ? text.size() : end;
        term.phrase = true;
        term.value = text.mid(position + 1, stop - position - 1);
        position = end < 0 ? stop : stop + 1;
    } else {
        const qsizetype from = position;
        while (position < text.size() && !text.at(position).isSpace())
            ++position;
        term.value = text.mid(from, position - from);
        if (term.value.size() > 1 && term.value.endsWith(QLatin1Char('*'))) {
            term.prefix = true;
            term.value.chop(1);
        }
    }
    if (makeUsable(term))
        query.terms.append(term);
    else
        query.unusable.append(text.mid(start, position - start));
}

} // namespace

ParsedQuery parseQuery(const QString &text)
{
    ParsedQuery query;
    qsizetype position = 0;
    while (position < text.size()) {
        if (text.at(position).isSpace())
            ++position;
        else
            readTerm(text, position, query);
    }
    return query;
}

} // namespace stillpoint
