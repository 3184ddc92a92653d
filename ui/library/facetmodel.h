#pragma once

#include "app/library/articlequery.h"

#include <QAbstractListModel>

namespace stillpoint::ui {

/// The tags or categories with their counts: the first rows of a long list, all of them, or those that hold
/// what was typed.
class FacetModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole + 1, CountRole, FoldedRole };
    static constexpr int firstRows = 10;

    using QAbstractListModel::QAbstractListModel;

    /// With `keepsOrder` rows stay where they are; new ones come last.
    void setFacets(QList<FacetCount> facets, bool keepsOrder = false);
    void setExpanded(bool expanded);
    void setFilter(const QString &typed);

    int total() const { return static_cast<int>(m_all.size()); }
    const FacetCount &facet(int row) const { return m_shown.at(row); }
    int rowOf(const QString &folded) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();

    QList<FacetCount> m_all;
    QList<FacetCount> m_shown;
    QString m_filter; // folded
    bool m_expanded = false;
};

/// "neck, included, 8 articles"
QString spokenFacet(const FacetCount &facet);

} // namespace stillpoint::ui
