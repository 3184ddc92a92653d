#include "ui/reader/engine/paperview.h"

#include <QChildEvent>
#include <QQuickWidget>

namespace stillpoint::ui {

void PaperView::setGround(const QColor &ground)
{
    m_ground = ground;
    page()->setBackgroundColor(ground);
    for (auto *surface : findChildren<QQuickWidget *>())
        surface->setClearColor(ground);
}

void PaperView::childEvent(QChildEvent *event)
{
    if (auto *surface = qobject_cast<QQuickWidget *>(event->child()); surface && event->added())
        surface->setClearColor(m_ground);
    QWebEngineView::childEvent(event);
}

} // namespace stillpoint::ui
