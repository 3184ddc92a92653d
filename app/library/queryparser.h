#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace stillpoint {

/// One condition of the search-box language (formats.md §5). All terms of a query must hold.
struct QueryTerm
{
    enum class Kind { Text, Title, Tag, Category, Author, Before, After, Is };
    Kind kind = Kind::Text;
    QString value; ///< words as typed, without quotes and a word's trailing star
    QDate day;     ///< Before and After: first day of the year, month or day that was named
    bool negated = false;
    bool phrase = false;
    bool prefix = false;
    bool operator==(const QueryTerm &) const = default;
};

struct ParsedQuery
{
    QList<QueryTerm> terms;
    QStringList unusable; ///< as typed: nothing to look for, no date, or no such state
    bool operator==(const ParsedQuery &) const = default;
};

/// The only place where the language is read. Any text gives a query; nothing in it reaches SQL unquoted.
ParsedQuery parseQuery(const QString &text);

} // namespace stillpoint
