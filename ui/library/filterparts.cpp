#include "ui/library/filterparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace stillpoint::ui {

namespace {

QString nameOf(const QList<FacetCount> &facets, const QString &folded)
{
    const auto found = std::find_if(facets.cbegin(), facets.cend(),
                                    [&folded](const FacetCount &facet) { return facet.folded == folded; });
    return found == facets.cend() ? folded : found->name;
}

} // namespace

QString articlesText(int count)
{
    return count == 1 ? QCoreApplication::translate("Library", "1 article")
                      : QCoreApplication::translate("Library", "%Ln articles", nullptr, count);
}

QString partText(const FilterPart &part)
{
    return part.state == TagState::Exclude ? QCoreApplication::translate("Library", "not %1").arg(part.label)
                                           : part.label;
}

QString filterText(const QList<FilterPart> &parts)
{
    QStringList texts;
    for (const FilterPart &part : parts)
        texts.append(partText(part));
    return texts.join(QStringLiteral(", "));
}

QString readFilterName(ReadFilter filter)
{
    switch (filter) {
    case ReadFilter::Unread:
        return QCoreApplication::translate("Library", "Unread");
    case ReadFilter::Reading:
        return QCoreApplication::translate("Library", "Reading");
    case ReadFilter::Read:
        return QCoreApplication::translate("Library", "Read");
    case ReadFilter::Starred:
        return QCoreApplication::translate("Library", "Starred");
    case ReadFilter::Archived:
        return QCoreApplication::translate("Library", "Archived");
    case ReadFilter::All:
        break;
    }
    return QCoreApplication::translate("Library", "All");
}

QList<FilterPart> filterParts(const ArticleQuery &query, const ArticleHits &hits)
{
    QList<FilterPart> parts;
    for (auto it = query.tags.cbegin(); it != query.tags.cend(); ++it) {
        ArticleQuery without = query;
        without.tags.remove(it.key());
        parts.append({nameOf(hits.tags, it.key()), it.value(), without});
    }
    for (auto it = query.categories.cbegin(); it != query.categories.cend(); ++it) {
        ArticleQuery without = query;
        without.categories.remove(it.key());
        parts.append({nameOf(hits.categories, it.key()), it.value(), without});
    }
    if (query.read != ReadFilter::All) {
        ArticleQuery without = query;
        without.read = ReadFilter::All;
        parts.append({readFilterName(query.read), TagState::Ignore, without});
    }
    if (!query.text.trimmed().isEmpty()) {
        ArticleQuery without = query;
        without.text.clear();
        parts.append({QStringLiteral("“%1”").arg(query.text.trimmed()), TagState::Ignore, without});
    }
    return parts;
}

} // namespace stillpoint::ui
