#include "ui/widgets/marks.h"

#include "ui/charts/chartpalette.h"

#include <QPainter>
#include <QPolygonF>

namespace stillpoint::ui {

namespace {

constexpr int marks = 6;

QPolygonF outline(int mark, const QPointF &c, qreal r)
{
    const qreal w = r * 0.34; // half the width of a plus's arm
    switch (mark) {
    case 1:
        return QRectF(c.x() - r * 0.9, c.y() - r * 0.9, r * 1.8, r * 1.8);
    case 2:
        return {{c + QPointF(0, -r), c + QPointF(r, r * 0.85), c + QPointF(-r, r * 0.85)}};
    case 3:
        return {{c + QPointF(0, -r * 1.15), c + QPointF(r * 1.15, 0), c + QPointF(0, r * 1.15),
                 c + QPointF(-r * 1.15, 0)}};
    case 4:
        return {{c + QPointF(-r, -r * 0.85), c + QPointF(r, -r * 0.85), c + QPointF(0, r)}};
    default:
        return {{c + QPointF(-w, -r), c + QPointF(w, -r), c + QPointF(w, -w), c + QPointF(r, -w),
                 c + QPointF(r, w), c + QPointF(w, w), c + QPointF(w, r), c + QPointF(-w, r),
                 c + QPointF(-w, w), c + QPointF(-r, w), c + QPointF(-r, -w), c + QPointF(-w, -w)}};
    }
}

} // namespace

void paintMark(QPainter &painter, const Theme &theme, int mark, const QPointF &centre, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool known = mark >= 0 && mark < marks;
    const QColor color = theme.color(known ? seriesToken(mark) : Token::Dot);
    painter.setPen(known ? QPen(Qt::NoPen) : QPen(color, 2));
    painter.setBrush(known ? QBrush(color) : QBrush(Qt::NoBrush));
    if (!known || mark == 0)
        painter.drawEllipse(centre, known ? radius : radius - 1, known ? radius : radius - 1);
    else
        painter.drawPolygon(outline(mark, centre, radius));
    painter.restore();
}

QPixmap markPixmap(const Theme &theme, int mark, int designPixels, qreal devicePixelRatio)
{
    const int side = theme.px(designPixels);
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMark(painter, theme, mark, QPointF(side / 2.0, side / 2.0), side * 0.36);
    return pixmap;
}

} // namespace stillpoint::ui
