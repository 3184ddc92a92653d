#pragma once

#include "app/library/article.h"

#include <QMap>

namespace stillpoint {

enum class TagState { Ignore, Include, Exclude };
enum class TagMatch { Any, All };
enum class ArticleSort { Relevance, Date, Title, Length };
/// Draft, Future and Archived show what the others leave out, as a query has it.
enum class ReadFilter { All, Unread, Reading, Read, Starred, Archived, Draft, Future };

/// What the person asks the library for: one value, changed by facets and typing.
struct ArticleQuery
{
    QString text;                       ///< the search-box language, formats.md §5
    QMap<QString, TagState> tags;       ///< folded tag → Include or Exclude
    QMap<QString, TagState> categories; ///< folded category → Include or Exclude
    TagMatch match = TagMatch::All;
    ReadFilter read = ReadFilter::All;
    ArticleSort sort = ArticleSort::Date;
    bool publishedOnly = true; ///< leaves out drafts and future dates, unless they are asked for
    bool hideArchived = true;  ///< leaves out what the person archived, unless it is asked for
    bool operator==(const ArticleQuery &) const = default;
};

struct FacetCount
{
    QString folded;
    QString name;  ///< commonest spelling
    int count = 0; ///< articles under the current filter
    TagState state = TagState::Ignore;
    bool operator==(const FacetCount &) const = default;
};

/// The answer to a query: ids in order, and the counts beside it.
struct ArticleHits
{
    QList<QUuid> ids;              ///< in the query's order; relevance puts the best first
    QHash<QUuid, double> scores;   ///< of a text search, greater is better; else empty
    int total = 0;                 ///< articles before any filter, without what the query leaves out
    QMap<ReadFilter, int> leftOut; ///< those, by the one filter that shows them; no noughts
    QList<FacetCount> tags;        ///< chosen first, then by count, then by name; zero counts stay
    QList<FacetCount> categories;
    QMap<ReadFilter, int> readCounts;
    QStringList unusable; ///< query terms that mean nothing, for a hint
    QString problem; ///< a sentence when the index could not be searched; then nothing is found. A damaged
                     ///< one is made anew by the next import
    bool operator==(const ArticleHits &) const = default;
};

/// A piece of text with the found words marked.
struct Snippet
{
    QString text;
    QList<QPair<int, int>> marks; ///< start and length in UTF-16 units
    bool operator==(const Snippet &) const = default;
};

} // namespace stillpoint
