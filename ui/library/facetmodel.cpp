#include "ui/library/facetmodel.h"

#include "app/base/tag.h"
#include "ui/library/filterparts.h"
#include "ui/widgets/labels.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace stillpoint::ui {

QString spokenFacet(const FacetCount &facet)
{
    const QString articles = articlesText(facet.count);
    switch (facet.state) {
    case TagState::Include:
        return FacetModel::tr("%1, included, %2").arg(facet.name, articles);
    case TagState::Exclude:
        return FacetModel::tr("%1, excluded, %2").arg(facet.name, articles);
    case TagState::Ignore:
        break;
    }
    return FacetModel::tr("%1, %2").arg(facet.name, articles);
}

void FacetModel::setFacets(QList<FacetCount> facets, bool keepsOrder)
{
    if (keepsOrder) {
        QHash<QString, qsizetype> places;
        for (const FacetCount &facet : std::as_const(m_all))
            places.insert(facet.folded, places.size());
        const auto placeOf = [&places](const FacetCount &facet) {
            return places.value(facet.folded, places.size());
        };
        std::stable_sort(facets.begin(), facets.end(),
                         [&](const FacetCount &a, const FacetCount &b) { return placeOf(a) < placeOf(b); });
    }
    if (facets == m_all)
        return;
    m_all = std::move(facets);
    rebuild();
}

void FacetModel::setExpanded(bool expanded)
{
    m_expanded = expanded;
    rebuild();
}

void FacetModel::setFilter(const QString &typed)
{
    m_filter = foldedText(typed).trimmed();
    rebuild();
}

void FacetModel::rebuild()
{
    beginResetModel();
    if (!m_expanded) {
        // What is chosen is always to be seen, however many there are.
        const auto chosen = std::count_if(m_all.cbegin(), m_all.cend(), [](const FacetCount &facet) {
            return facet.state != TagState::Ignore;
        });
        m_shown = m_all.first(std::min(m_all.size(), std::max<qsizetype>(firstRows, chosen)));
    } else if (m_filter.isEmpty()) {
        m_shown = m_all;
    } else {
        m_shown.clear();
        std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(m_shown),
                     [this](const FacetCount &facet) {
                         return facet.folded.contains(m_filter) || foldedText(facet.name).contains(m_filter);
                     });
    }
    endResetModel();
}

int FacetModel::rowOf(const QString &folded) const
{
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(),
                                    [&folded](const FacetCount &facet) { return facet.folded == folded; });
    return found == m_shown.cend() ? -1 : static_cast<int>(found - m_shown.cbegin());
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const FacetCount &facet = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return facet.name;
    case Qt::ToolTipRole:
        return plainToolTip(facet.name);
    case Qt::AccessibleTextRole:
        return spokenFacet(facet);
    case StateRole:
        return static_cast<int>(facet.state);
    case CountRole:
        return facet.count;
    case FoldedRole:
        return facet.folded;
    default:
        return {};
    }
}

} // namespace stillpoint::ui
