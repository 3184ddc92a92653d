#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <utility>

namespace stillpoint::ui {

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = area.x();
    int y = area.y();
    int rowHeight = 0;
    QList<QLayoutItem *> row;
    const auto placeRow = [&] {
        int left = area.x();
        for (QLayoutItem *item : std::exchange(row, {})) {
            const QSize size = item->sizeHint();
            const QPoint at(left, y + (rowHeight - size.height()) / 2);
            item->setGeometry(QStyle::visualRect(direction, area, QRect(at, size)));
            left += size.width() + spacing();
        }
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > area.x() && x + size.width() > area.right() + 1) {
            placeRow();
            x = area.x();
            y += rowHeight + spacing();
            rowHeight = 0;
        }
        if (move)
            row.append(item);
        x += size.width() + spacing();
        rowHeight = qMax(rowHeight, size.height());
    }
    placeRow();
    return y + rowHeight - rect.y() + contentsMargins().bottom();
}

void growWithWidth(QWidget *widget)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
}

} // namespace stillpoint::ui
