#include "ui/widgets/marks.h"

#include "app/insights/modalitymarks.h"

#include <QPainter>
#include <QPainterPath>

namespace stillpoint::ui {

namespace {

QPolygonF polygon(QPointF centre, std::initializer_list<QPointF> corners, double radius)
{
    QPolygonF shape;
    for (const QPointF &corner : corners)
        shape.append(centre + corner * radius);
    return shape;
}

/// Six shapes of about equal weight.
QPainterPath markPath(int mark, QPointF c, double r)
{
    QPainterPath path;
    switch (mark) {
    case 0:
        path.addEllipse(c, r, r);
        break;
    case 1:
        path.addRect(QRectF(c.x() - 0.86 * r, c.y() - 0.86 * r, 1.72 * r, 1.72 * r));
        break;
    case 2:
        path.addPolygon(polygon(c, {{0, -1.15}, {1.08, 0.85}, {-1.08, 0.85}}, r));
        break;
    case 3:
        path.addPolygon(polygon(c, {{0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}}, r));
        break;
    case 4:
        path.addPolygon(polygon(c, {{0, 1.15}, {1.08, -0.85}, {-1.08, -0.85}}, r));
        break;
    default:
        path.addPolygon(polygon(c,
                                {{-0.36, -1.1},
                                 {0.36, -1.1},
                                 {0.36, -0.36},
                                 {1.1, -0.36},
                                 {1.1, 0.36},
                                 {0.36, 0.36},
                                 {0.36, 1.1},
                                 {-0.36, 1.1},
                                 {-0.36, 0.36},
                                 {-1.1, 0.36},
                                 {-1.1, -0.36},
                                 {-0.36, -0.36}},
                                r));
        break;
    }
    path.closeSubpath();
    return path;
}

} // namespace

Token seriesToken(int mark)
{
    if (mark < 0 || mark >= otherModalityMark)
        return Token::Text3;
    return static_cast<Token>(static_cast<int>(Token::D1) + mark);
}

void paintMark(QPainter &painter, const Theme &theme, int mark, QPointF centre, double radius, Token edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = theme.color(seriesToken(mark));
    if (mark < 0 || mark >= otherModalityMark) {
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(theme.color(edge));
        painter.drawEllipse(centre, radius - 0.75, radius - 0.75);
    } else {
        const QPainterPath path = markPath(mark, centre, radius);
        painter.strokePath(path, QPen(theme.color(edge), 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(path, color);
    }
    painter.restore();
}

QPixmap markPixmap(const Theme &theme, int mark, int designPixels, qreal devicePixelRatio)
{
    const int side = theme.px(designPixels);
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintMark(painter, theme, mark, QPointF(side, side) / 2, side * 0.38);
    return pixmap;
}

} // namespace stillpoint::ui
