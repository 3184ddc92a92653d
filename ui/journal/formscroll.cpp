#include "ui/journal/formscroll.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QTimer>

namespace stillpoint::ui {

namespace {
constexpr int roomAround = 16; ///< above and below the focus, for its ring
}

FormScroll::FormScroll(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

int FormScroll::barWidth() const
{
    return width() - viewport()->width();
}

bool FormScroll::viewportEvent(QEvent *event)
{
    const bool done = QScrollArea::viewportEvent(event);
    if (event->type() == QEvent::Resize)
        Q_EMIT barWidthChanged();
    return done;
}

/// Not under a pressed mouse button: what is clicked must not move away.
void FormScroll::follow(QWidget *focused)
{
    if (!focused || !widget() || !widget()->isAncestorOf(focused) ||
        QApplication::mouseButtons() != Qt::NoButton)
        return;
    // What was just unfolded has no place yet.
    QTimer::singleShot(0, this, [this, target = QPointer(focused)] {
        if (!target || !widget() || !widget()->isAncestorOf(target))
            return;
        // Of what is higher than the room, the beginning.
        const QRect place(target->mapTo(widget(), QPoint()), target->size());
        ensureVisible(place.left(), place.bottom(), 0, roomAround);
        ensureVisible(place.left(), place.top(), 0, roomAround);
    });
}

} // namespace stillpoint::ui
