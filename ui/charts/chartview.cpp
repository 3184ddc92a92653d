#include "ui/charts/chartview.h"

#include "ui/charts/readout.h"
#include "ui/shell/theme.h"

#include <qcustomplot.h>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace stillpoint::ui {

ChartView::ChartView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] {
        place();
        updateGeometry();
    });
}

void ChartView::setDrawing(DrawingPtr drawing)
{
    m_drawing = std::move(drawing);
    m_pick.reset();
    setAccessibleName(m_drawing ? tr("%1, chart").arg(m_drawing->title()) : QString());
    setAccessibleDescription(m_drawing ? m_drawing->sentence() : QString());
    place();
    updateGeometry();
}

QString ChartView::readout() const
{
    return m_pick ? m_points.at(*m_pick).text : QString();
}

QSize ChartView::sizeHint() const
{
    return {m_theme.px(320), minimumSizeHint().height()};
}

QSize ChartView::minimumSizeHint() const
{
    const double height = m_drawing ? m_drawing->height(m_theme) : 0;
    return {m_theme.px(240), static_cast<int>(std::ceil(height))};
}

void ChartView::place()
{
    m_points = m_drawing ? m_drawing->points(m_theme, rect()) : QList<ChartPoint>();
    if (m_pick && *m_pick >= m_points.size())
        m_pick.reset();
    update();
}

void ChartView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_drawing)
        return;
    QCPPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_drawing->draw(painter, m_theme, rect());
    if (!m_pick)
        return;
    const ChartPoint &point = m_points.at(*m_pick);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Token::Accent), 2));
    painter.drawEllipse(point.place, point.radius, point.radius);
    paintReadout(painter, m_theme, rect(), point.place, point.text);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void ChartView::setPick(std::optional<qsizetype> pick)
{
    if (pick == m_pick)
        return;
    m_pick = pick;
    update();
}

void ChartView::step(int by)
{
    if (m_points.isEmpty())
        return;
    const qsizetype last = m_points.size() - 1;
    const qsizetype from = m_pick.value_or(by > 0 ? -1 : last + 1);
    setPick(std::clamp<qsizetype>(from + by, 0, last));
    setAccessibleDescription(readout());
}

void ChartView::stepUp(bool up)
{
    if (!m_pick)
        return step(up ? -1 : 1);
    const QPointF from = m_points.at(*m_pick).place;
    std::optional<qsizetype> best;
    double nearest = 0;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const QPointF way = m_points.at(i).place - from;
        const double ahead = up ? -way.y() : way.y();
        const double distance = ahead + 3 * std::abs(way.x());
        if (ahead < 1 || (best && distance >= nearest))
            continue;
        best = i;
        nearest = distance;
    }
    if (best)
        setPick(best);
    setAccessibleDescription(readout());
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
        return stepUp(true);
    case Qt::Key_Down:
        return stepUp(false);
    case Qt::Key_Home:
        return step(-pointCount() - 1);
    case Qt::Key_End:
        return step(pointCount() + 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pick)
            return openPick();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::openPick()
{
    const ChartPoint point = m_points.at(*m_pick);
    if (!point.record.isNull())
        Q_EMIT opened(point.kind, point.record);
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setPick(std::nullopt);
    setAccessibleDescription(m_drawing ? m_drawing->sentence() : QString());
}

std::optional<qsizetype> ChartView::pointAt(QPointF place) const
{
    std::optional<qsizetype> best;
    double nearest = 12 * m_theme.textScale();
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        const QPointF way = m_points.at(i).place - place;
        const double distance = std::hypot(way.x(), way.y());
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    setPick(pointAt(event->position()));
    const bool opens = m_pick && !m_points.at(*m_pick).record.isNull();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    setPick(pointAt(event->position()));
    if (event->button() == Qt::LeftButton && m_pick)
        openPick();
}

void ChartView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setPick(std::nullopt);
}

} // namespace stillpoint::ui
