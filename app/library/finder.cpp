#include "app/library/finder.h"

#include "app/base/tag.h"

#include <QCoreApplication>

#include <algorithm>

namespace stillpoint {

namespace {

using Kind = QueryTerm::Kind;
using Entry = Catalogue::Entry;

bool has(const std::vector<int> &numbers, int number)
{
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

/// One facet's chosen labels, as numbers of this catalogue.
struct Choice
{
    std::vector<int> include;
    std::vector<int> exclude;
    bool isImpossible = false; ///< asks for a label that no article has
};

Choice choiceOf(const QMap<QString, TagState> &states, const std::vector<Catalogue::Label> &labels,
                TagMatch match)
{
    Choice choice;
    qsizetype wanted = 0;
    for (auto it = states.cbegin(); it != states.cend(); ++it) {
        if (it.value() == TagState::Ignore)
            continue;
        wanted += it.value() == TagState::Include ? 1 : 0;
        const auto label = std::find_if(labels.begin(), labels.end(), [&](const Catalogue::Label &known) {
            return known.folded == it.key();
        });
        if (label == labels.end())
            continue;
        auto &list = it.value() == TagState::Include ? choice.include : choice.exclude;
        list.push_back(int(label - labels.begin()));
    }
    const auto known = qsizetype(choice.include.size());
    choice.isImpossible = match == TagMatch::All ? known < wanted : wanted > 0 && known == 0;
    return choice;
}

bool includes(const Choice &choice, const std::vector<int> &numbers, TagMatch match)
{
    if (choice.isImpossible)
        return false;
    if (choice.include.empty())
        return true;
    const auto isThere = [&](int number) { return has(numbers, number); };
    return match == TagMatch::All ? std::all_of(choice.include.begin(), choice.include.end(), isThere)
                                  : std::any_of(choice.include.begin(), choice.include.end(), isThere);
}

/// What a query leaves out before any filter.
struct LeavingOut
{
    bool unpublished = false;
    bool archived = false;
    qint64 nowMs = 0;

    LeavingOut(const ArticleQuery &query, const ParsedQuery &parsed, qint64 now)
        : unpublished(query.publishedOnly && !asksFor(parsed, {"draft", "future"}))
        , archived(query.hideArchived && !asksFor(parsed, {"archived"}))
        , nowMs(now)
    {
    }

    static bool asksFor(const ParsedQuery &parsed, std::initializer_list<const char *> states)
    {
        return std::any_of(parsed.terms.begin(), parsed.terms.end(), [&](const QueryTerm &term) {
            return term.kind == Kind::Is && !term.negated &&
                   std::any_of(states.begin(), states.end(),
                               [&](const char *state) { return term.value == QLatin1String(state); });
        });
    }

    /// The only filter that shows the article; All when it is not left out.
    ReadFilter shownBy(const Article &article, const ArticleMarks &marks) const
    {
        if (archived && marks.archived)
            return ReadFilter::Archived;
        if (unpublished && article.draft)
            return ReadFilter::Draft;
        if (unpublished && article.dateMs.value_or(0) > nowMs)
            return ReadFilter::Future;
        return ReadFilter::All;
    }

    bool passes(const Article &article, const ArticleMarks &marks, ReadFilter filter) const
    {
        const ReadFilter only = shownBy(article, marks);
        switch (filter) {
        case ReadFilter::All:
            return only == ReadFilter::All;
        case ReadFilter::Unread:
            return only == ReadFilter::All && marks.state == ArticleMarks::State::Unread;
        case ReadFilter::Reading:
            return only == ReadFilter::All && marks.state == ArticleMarks::State::Reading;
        case ReadFilter::Read:
            return only == ReadFilter::All && marks.state == ArticleMarks::State::Read;
        case ReadFilter::Starred:
            return only == ReadFilter::All && marks.starred;
        case ReadFilter::Archived:
            return marks.archived;
        case ReadFilter::Draft:
            return article.draft && only != ReadFilter::Archived;
        case ReadFilter::Future:
            return article.dateMs.value_or(0) > nowMs && !article.draft && only != ReadFilter::Archived;
        }
        return true;
    }
};

constexpr std::array readFilters{ReadFilter::All,   ReadFilter::Unread,  ReadFilter::Reading,
                                 ReadFilter::Read,  ReadFilter::Starred, ReadFilter::Archived,
                                 ReadFilter::Draft, ReadFilter::Future};

bool isState(const Entry &entry, const ArticleMarks &marks, const QString &state, qint64 nowMs)
{
    if (state == QLatin1String("draft"))
        return entry.article.draft;
    if (state == QLatin1String("future"))
        return entry.article.dateMs.value_or(0) > nowMs;
    if (state == QLatin1String("untagged"))
        return entry.tags.empty();
    if (state == QLatin1String("starred"))
        return marks.starred;
    if (state == QLatin1String("archived"))
        return marks.archived;
    if (state == QLatin1String("read"))
        return marks.state == ArticleMarks::State::Read;
    return marks.state ==
           (state == QLatin1String("reading") ? ArticleMarks::State::Reading : ArticleMarks::State::Unread);
}

/// Numbers of the labels that a tag: or category: term means.
std::vector<int> labelsOf(const QueryTerm &term, const std::vector<Catalogue::Label> &labels)
{
    const QString wanted = foldedTag(term.value);
    std::vector<int> numbers;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].folded == wanted || (term.prefix && labels[i].folded.startsWith(wanted)))
            numbers.push_back(int(i));
    }
    return numbers;
}

/// A term with everything worked out that does not depend on the article.
struct Condition
{
    QueryTerm term;
    std::vector<int> labels;
    QString folded;
    qint64 ms = 0; ///< Before and After: the named day's start; else now

    bool holds(const Entry &entry, const ArticleMarks &marks) const
    {
        switch (term.kind) {
        case Kind::Tag:
            return hasAny(entry.tags);
        case Kind::Category:
            return hasAny(entry.categories);
        case Kind::Author:
            return entry.foldedAuthor.contains(folded);
        case Kind::Before:
            return entry.article.dateMs && *entry.article.dateMs < ms;
        case Kind::After:
            return entry.article.dateMs && *entry.article.dateMs >= ms;
        case Kind::Is:
            return isState(entry, marks, term.value, ms);
        case Kind::Text:
        case Kind::Title:
            break;
        }
        return true;
    }

    bool hasAny(const std::vector<int> &numbers) const
    {
        return std::any_of(labels.begin(), labels.end(), [&](int label) { return has(numbers, label); });
    }
};

std::vector<Condition> conditionsOf(const ParsedQuery &parsed, const Catalogue &catalogue, qint64 nowMs)
{
    std::vector<Condition> conditions;
    for (const QueryTerm &term : parsed.terms) {
        if (term.kind == Kind::Text || term.kind == Kind::Title)
            continue;
        Condition condition{term, {}, foldedText(term.value), nowMs};
        if (term.kind == Kind::Tag)
            condition.labels = labelsOf(term, catalogue.tags());
        else if (term.kind == Kind::Category)
            condition.labels = labelsOf(term, catalogue.categories());
        else if (term.day.isValid())
            condition.ms =
                term.day.startOfDay().toMSecsSinceEpoch(); // dates without a zone were read as local
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

qint64 sortMs(const Article &article)
{
    return article.dateMs.value_or(article.fileMs);
}

void sortEntries(std::vector<const Entry *> &entries, ArticleSort sort, const QHash<QUuid, double> &scores)
{
    const auto byDate = [](const Entry *a, const Entry *b) {
        const qint64 left = sortMs(a->article);
        const qint64 right = sortMs(b->article);
        return left != right ? left > right : a->article.file < b->article.file;
    };
    if (sort == ArticleSort::Relevance && scores.isEmpty())
        sort = ArticleSort::Date;
    std::sort(entries.begin(), entries.end(), [&](const Entry *a, const Entry *b) {
        if (sort == ArticleSort::Relevance) {
            const double left = scores.value(a->article.id);
            const double right = scores.value(b->article.id);
            if (left != right)
                return left > right;
        } else if (sort == ArticleSort::Title && a->foldedTitle != b->foldedTitle) {
            return a->foldedTitle < b->foldedTitle;
        } else if (sort == ArticleSort::Length && a->article.words != b->article.words) {
            return a->article.words < b->article.words;
        }
        return byDate(a, b);
    });
}

/// Counts one facet while articles go by.
struct Counter
{
    const std::vector<Catalogue::Label> &labels;
    const Choice &choice;
    std::vector<int> counts = std::vector<int>(labels.size(), 0);

    void add(const std::vector<int> &numbers)
    {
        for (const int number : numbers)
            ++counts[std::size_t(number)];
    }

    QList<FacetCount> facets() const
    {
        QList<FacetCount> all;
        all.reserve(qsizetype(labels.size()));
        for (std::size_t i = 0; i < labels.size(); ++i) {
            TagState state = TagState::Ignore;
            if (has(choice.include, int(i)))
                state = TagState::Include;
            else if (has(choice.exclude, int(i)))
                state = TagState::Exclude;
            all.append({labels[i].folded, labels[i].name, counts[i], state});
        }
        std::sort(all.begin(), all.end(), [](const FacetCount &a, const FacetCount &b) {
            const bool isChosenA = a.state != TagState::Ignore;
            const bool isChosenB = b.state != TagState::Ignore;
            if (isChosenA != isChosenB)
                return isChosenA;
            return a.count != b.count ? a.count > b.count : a.folded < b.folded;
        });
        return all;
    }
};

/// The excluded labels of an article that hide it.
std::vector<int> hiddenBy(const Choice &choice, const std::vector<int> &numbers)
{
    std::vector<int> hiding;
    std::copy_if(choice.exclude.begin(), choice.exclude.end(), std::back_inserter(hiding),
                 [&](int number) { return has(numbers, number); });
    return hiding;
}

void sortInto(ArticleHits &hits, std::vector<const Entry *> &found, ArticleSort sort, const WordHits &words)
{
    const QHash<QUuid, double> scores = words.found.value_or(QHash<QUuid, double>());
    sortEntries(found, sort, scores);
    for (const Entry *entry : found) {
        hits.ids.append(entry->article.id);
        if (const auto score = scores.constFind(entry->article.id); score != scores.constEnd())
            hits.scores.insert(entry->article.id, *score);
    }
}

} // namespace

ArticleHits filterArticles(const Catalogue &catalogue, const MarksById &marks, const ArticleQuery &query,
                           const ParsedQuery &parsed, const WordHits &words, qint64 nowMs)
{
    const Choice tagChoice = choiceOf(query.tags, catalogue.tags(), query.match);
    const Choice categoryChoice = choiceOf(query.categories, catalogue.categories(), query.match);
    const std::vector<Condition> conditions = conditionsOf(parsed, catalogue, nowMs);
    const LeavingOut leaving(query, parsed, nowMs);
    Counter tags{catalogue.tags(), tagChoice};
    Counter categories{catalogue.categories(), categoryChoice};
    ArticleHits hits;
    hits.unusable = parsed.unusable;
    for (const ReadFilter filter : readFilters)
        hits.readCounts.insert(filter, 0);
    std::vector<const Entry *> found;
    for (const Entry &entry : catalogue.entries()) {
        const Article &article = entry.article;
        const ArticleMarks mark = marks.value(article.id);
        const ReadFilter only = leaving.shownBy(article, mark);
        if (only == ReadFilter::All || only == query.read)
            ++hits.total;
        if (only != ReadFilter::All)
            ++hits.leftOut[only];
        if ((words.found && !words.found->contains(article.id)) || words.forbidden.contains(article.id) ||
            !includes(tagChoice, entry.tags, query.match) ||
            !includes(categoryChoice, entry.categories, query.match) ||
            !std::all_of(conditions.begin(), conditions.end(), [&](const Condition &condition) {
                return condition.holds(entry, mark) != condition.term.negated;
            }))
            continue;
        // An excluded label counts what it alone hides: what taking it off would bring back.
        const std::vector<int> byTag = hiddenBy(tagChoice, entry.tags);
        const std::vector<int> byCategory = hiddenBy(categoryChoice, entry.categories);
        const bool passes = leaving.passes(article, mark, query.read);
        if (!byTag.empty() || !byCategory.empty()) {
            if (passes && byTag.size() + byCategory.size() == 1) {
                tags.add(byTag);
                categories.add(byCategory);
            }
            continue;
        }
        for (const ReadFilter filter : readFilters)
            hits.readCounts[filter] += leaving.passes(article, mark, filter) ? 1 : 0;
        if (!passes)
            continue;
        tags.add(entry.tags);
        categories.add(entry.categories);
        found.push_back(&entry);
    }
    sortInto(hits, found, query.sort, words);
    hits.tags = tags.facets();
    hits.categories = categories.facets();
    return hits;
}

} // namespace stillpoint
