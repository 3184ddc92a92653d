#pragma once

#include "app/library/articlequery.h"
#include "app/library/catalogue.h"
#include "app/library/queryparser.h"

#include <optional>

namespace stillpoint {

/// What the index said about a query's words: scores of the articles that have them all, and the ids of those
/// that have a forbidden one.
struct WordHits
{
    std::optional<QHash<QUuid, double>> found; ///< empty optional: the query has no words to look for
    QSet<QUuid> forbidden;
};

/// Applies everything but the words, sorts and counts. Pure; any thread.
ArticleHits filterArticles(const Catalogue &catalogue, const MarksById &marks, const ArticleQuery &query,
                           const ParsedQuery &parsed, const WordHits &words, qint64 nowMs);

} // namespace stillpoint
