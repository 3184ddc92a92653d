#include "ui/library/filterparts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace stillpoint::ui {

namespace {

QString nameOf(const QList<FacetCount> &facets, const QString &folded)
{
    const auto found = std::find_if(facets.cbegin(), facets.cend(),
                                    [&folded](const FacetCount &facet) { return facet.folded == folded; });
    return found == facets.cend() ? folded : found->name;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Library", text);
}

QString leftOutTitle(ReadFilter filter, int count)
{
    const QString all = articlesText(count);
    switch (filter) {
    case ReadFilter::Draft:
        return count == 1 ? tr("The only article here is a draft") : tr("All %1 here are drafts").arg(all);
    case ReadFilter::Future:
        return count == 1 ? tr("The only article here is dated in the future")
                          : tr("All %1 here are dated in the future").arg(all);
    default:
        return count == 1 ? tr("The only article here is archived") : tr("All %1 here are archived").arg(all);
    }
}

QString leftOutSentence(ReadFilter filter)
{
    switch (filter) {
    case ReadFilter::Draft:
        return tr("Drafts are left out of the list.");
    case ReadFilter::Future:
        return tr("They are left out of the list until their day comes.");
    default:
        return tr("What you archived is left out of the list.");
    }
}

QString leftOutAction(ReadFilter filter)
{
    switch (filter) {
    case ReadFilter::Draft:
        return tr("Show drafts");
    case ReadFilter::Future:
        return tr("Show future posts");
    default:
        return tr("Show archived");
    }
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

QString quotedText(const FilterPart &part)
{
    const QString text = partText(part);
    return text.startsWith(QChar(0x201c)) ? text : QStringLiteral("“%1”").arg(text);
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
    case ReadFilter::Draft:
        return QCoreApplication::translate("Library", "Drafts");
    case ReadFilter::Future:
        return QCoreApplication::translate("Library", "Future posts");
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

LeftOutTexts leftOutTexts(const QMap<ReadFilter, int> &leftOut)
{
    LeftOutTexts texts;
    QStringList kinds;
    int total = 0;
    for (auto kind = leftOut.cbegin(); kind != leftOut.cend(); ++kind) {
        kinds.append(tr("%1 %2").arg(readFilterName(kind.key()), QLocale().toString(kind.value())));
        total += kind.value();
        if (kind.value() > leftOut.value(texts.filter))
            texts.filter = kind.key();
    }
    texts.title = kinds.size() == 1 ? leftOutTitle(texts.filter, total)
                                    : tr("The list leaves out all %1 here").arg(articlesText(total));
    texts.sentence = kinds.size() == 1 ? leftOutSentence(texts.filter) : kinds.join(QStringLiteral(", "));
    texts.action = leftOutAction(texts.filter);
    return texts;
}

} // namespace stillpoint::ui
