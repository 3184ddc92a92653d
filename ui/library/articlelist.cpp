#include "ui/library/articlelist.h"

#include "app/workspace/workspace.h"
#include "ui/library/articledelegate.h"
#include "ui/shell/page.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace stillpoint::ui {

ArticleList::ArticleList(const ShellContext &context, ArticleListModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new ArticleDelegate(context.theme, context.workspace.clock(), model, this))
{
    setObjectName(QStringLiteral("articleList"));
    setAccessibleName(tr("Articles"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setModel(&model);
    setItemDelegate(m_delegate);
    m_excerpts.setSingleShot(true);
    m_excerpts.setInterval(20);
    connect(&m_excerpts, &QTimer::timeout, this, &ArticleList::askForExcerpts);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_excerpts.start(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { m_excerpts.start(); });
    connect(&model, &ArticleListModel::excerptsChanged, this, [this] { viewport()->update(); });
    connect(&context.theme, &Theme::changed, this, [this] {
        m_delegate->restyle();
        scheduleDelayedItemsLayout();
    });
}

void ArticleList::step(int direction)
{
    m_byKey = true;
    if (chooseCurrent())
        return;
    const int row = currentIndex().isValid() ? currentIndex().row() + direction : 0;
    if (row >= 0 && row < m_model.rowCount())
        setCurrentIndex(m_model.index(row));
}

void ArticleList::hideRing()
{
    m_byKey = false;
    viewport()->update();
}

QUuid ArticleList::currentId() const
{
    return m_model.idAt(currentIndex().row());
}

void ArticleList::setCurrentId(const QUuid &id)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const int row = m_model.rowOf(id);
    if (row < 0)
        setCurrentIndex({});
    else if (row != currentIndex().row())
        setCurrentIndex(m_model.index(row));
}

void ArticleList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_quiet && current.isValid())
        Q_EMIT chosen(m_model.idAt(current.row()));
}

void ArticleList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
    m_excerpts.start();
}

void ArticleList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    m_excerpts.start();
}

void ArticleList::mousePressEvent(QMouseEvent *event)
{
    m_byKey = false;
    if (event->button() == Qt::RightButton)
        return; // a menu for the row, which is not opened by it
    QListView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT opened(m_model.idAt(index.row()));
}

void ArticleList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid())
        Q_EMIT menuWanted(m_model.idAt(index.row()),
                          byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                                : event->globalPos());
}

void ArticleList::keyPressEvent(QKeyEvent *event)
{
    m_byKey = true;
    const bool moves = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (!moves || !chooseCurrent())
        QListView::keyPressEvent(event);
}

/// Coming here by Tab puts the ring on a row, but opens nothing.
void ArticleList::focusInEvent(QFocusEvent *event)
{
    const QScopedValueRollback quiet(m_quiet, true);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_byKey = true;
    QListView::focusInEvent(event);
}

/// The first step from a row that is only ringed chooses that row.
bool ArticleList::chooseCurrent()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || selectionModel()->isSelected(current))
        return false;
    selectionModel()->select(current, QItemSelectionModel::ClearAndSelect);
    Q_EMIT chosen(m_model.idAt(current.row()));
    return true;
}

bool ArticleList::isSettled() const
{
    return !m_excerpts.isActive() && !m_model.isWaiting();
}

/// The focus ring is for people who use keys.
void ArticleList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListView::initViewItemOption(option);
    if (!m_byKey)
        option->state &= ~QStyle::State_HasFocus;
}

void ArticleList::askForExcerpts()
{
    const QModelIndex first = indexAt({1, 1});
    if (!first.isValid())
        return;
    const QModelIndex last = indexAt({1, viewport()->height() - 2});
    m_model.wantExcerpts(first.row(), (last.isValid() ? last.row() : m_model.rowCount() - 1) + 2);
}

} // namespace stillpoint::ui
