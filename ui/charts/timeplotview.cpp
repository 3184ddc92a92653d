#include "ui/charts/timeplot.h"

#include <QApplication>

#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr double zoomStep = 0.8; ///< of one notch of the wheel or one key
constexpr double wheelNotch = 120;

} // namespace

void TimePlot::showWindow()
{
    xAxis->setRange(m_window.from(), m_window.to());
    replot(QCustomPlot::rpQueuedReplot);
    if (onWindowMoved)
        onWindowMoved();
}

void TimePlot::panDays(double days)
{
    m_window.pan(days);
    showWindow();
}

void TimePlot::panWindow(double share)
{
    panDays(share * m_window.days());
}

void TimePlot::zoomWindow(double steps, double about)
{
    m_window.zoom(std::pow(zoomStep, steps), about);
    placeInWindow();
    showWindow();
}

void TimePlot::zoomWindow(double steps)
{
    zoomWindow(steps, (m_window.from() + m_window.to()) / 2);
}

void TimePlot::showWholeWindow()
{
    m_window.showWhole();
    placeInWindow();
    showWindow();
}

void TimePlot::reveal(const QDate &day)
{
    m_window.reveal(static_cast<double>(day.toJulianDay()));
    showWindow();
}

void TimePlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grabbedAt = event->position();
    m_isPanning = false;
}

void TimePlot::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_grabbedAt) {
        setPick(pickAt(event->position()));
        setCursor(m_pick ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const double moved = event->position().x() - m_grabbedAt->x();
    m_isPanning = m_isPanning || std::abs(moved) >= QApplication::startDragDistance();
    if (!m_isPanning || m_window.isWhole())
        return;
    setPick(std::nullopt);
    setCursor(Qt::ClosedHandCursor);
    m_grabbedAt = event->position();
    panDays(-moved / dayWidth());
}

void TimePlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool wasPanning = std::exchange(m_isPanning, false);
    m_grabbedAt.reset();
    const std::optional<Pick> pick = pickAt(event->position());
    setCursor(pick ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!wasPanning && pick && onOpen)
        onOpen(*pick);
}

void TimePlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !pickAt(event->position()))
        showWholeWindow();
}

/// With Ctrl the days zoom, sideways they move; else the wheel is the page's.
void TimePlot::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const bool zooms = event->modifiers().testFlag(Qt::ControlModifier) && turned.y() != 0;
    const bool pans = !zooms && !m_window.isWhole() && std::abs(turned.x()) > std::abs(turned.y());
    if (m_data.joinDays || !hasSpan() || (!zooms && !pans)) {
        event->ignore();
        return;
    }
    if (zooms)
        zoomWindow(turned.y() / wheelNotch, xAxis->pixelToCoord(event->position().x()));
    else
        panWindow(-turned.x() / wheelNotch / 10);
    event->accept();
}

void TimePlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    setPick(std::nullopt);
}

} // namespace stillpoint::ui
