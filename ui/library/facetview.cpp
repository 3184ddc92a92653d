#include "ui/library/facetview.h"

#include "ui/library/facetdelegate.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>

namespace stillpoint::ui {

FacetView::FacetView(const Theme &theme, const QString &name, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("tone", QStringLiteral("bg"));
    setModel(&m_model);
    setItemDelegate(new FacetDelegate(theme, this));
    connect(&m_model, &QAbstractItemModel::modelReset, this, &FacetView::updateGeometry);
    connect(&theme, &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
    });
}

QSize FacetView::sizeHint() const
{
    return {m_theme.px(120), qMin(m_model.rowCount(), mostRows) * m_theme.px(28)};
}

void FacetView::setFacets(const QList<FacetCount> &facets)
{
    const QString folded = currentIndex().data(FacetModel::FoldedRole).toString();
    m_facets = facets;
    m_model.setFacets(facets, underMouse());
    const int row = m_model.rowOf(folded);
    if (row >= 0)
        setCurrentIndex(m_model.index(row));
}

void FacetView::cycle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    switch (m_model.facet(index.row()).state) {
    case TagState::Ignore:
        set(index, TagState::Include);
        break;
    case TagState::Include:
        set(index, TagState::Exclude);
        break;
    case TagState::Exclude:
        set(index, TagState::Ignore);
        break;
    }
}

void FacetView::set(const QModelIndex &index, TagState state)
{
    if (index.isValid())
        Q_EMIT stateWanted(m_model.facet(index.row()).folded, state);
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    m_byKey = true;
    switch (event->key()) {
    case Qt::Key_Space:
        cycle(currentIndex());
        break;
    case Qt::Key_Plus:
        set(currentIndex(), TagState::Include);
        break;
    case Qt::Key_Minus:
        set(currentIndex(), TagState::Exclude);
        break;
    case Qt::Key_0:
        set(currentIndex(), TagState::Ignore);
        break;
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->ignore();
        break;
    default:
        QListView::keyPressEvent(event);
    }
}

void FacetView::mousePressEvent(QMouseEvent *event)
{
    m_byKey = false;
    m_pressed = indexAt(event->pos());
    QListView::mousePressEvent(event);
}

void FacetView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && m_pressed == index)
        cycle(index);
    m_pressed = QModelIndex();
}

void FacetView::leaveEvent(QEvent *event)
{
    QListView::leaveEvent(event);
    setFacets(QList<FacetCount>(m_facets));
}

void FacetView::focusInEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::MouseFocusReason)
        m_byKey = true;
    if (!currentIndex().isValid() && m_model.rowCount() > 0 && m_byKey)
        setCurrentIndex(m_model.index(0));
    QListView::focusInEvent(event);
}

/// The focus ring is for people who use keys.
void FacetView::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListView::initViewItemOption(option);
    if (!m_byKey)
        option->state &= ~QStyle::State_HasFocus;
}

} // namespace stillpoint::ui
