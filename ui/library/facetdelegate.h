#pragma once

#include <QStyledItemDelegate>

namespace stillpoint::ui {

class Theme;

/// Paints a facet row: a box that is empty, has a plus or a minus, the name, the count at the end.
class FacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    FacetDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace stillpoint::ui
