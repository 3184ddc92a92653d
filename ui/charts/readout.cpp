#include "ui/charts/readout.h"

#include "ui/shell/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace stillpoint::ui {

void paintReadout(QPainter &painter, const Theme &theme, const QRectF &room, QPointF place,
                  const QString &text)
{
    painter.setFont(theme.font(TextRole::Caption));
    const double scale = theme.textScale();
    const QFontMetricsF metrics(painter.font());
    const QSizeF size = metrics.size(0, text) + QSizeF(20, 14) * scale;
    QRectF box(place + QPointF(12 * scale, -size.height() - 10 * scale), size);
    if (box.right() > room.right() - 1)
        box.moveRight(place.x() - 12 * scale);
    if (box.left() < room.left() + 1)
        box.moveLeft(room.left() + 1);
    if (box.top() < room.top() + 1)
        box.moveTop(place.y() + 12 * scale);
    if (box.bottom() > room.bottom() - 1)
        box.moveBottom(room.bottom() - 1);
    painter.setPen(QPen(theme.color(Token::Control), 1));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(box.translated(0.5, 0.5), 6, 6);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(box.adjusted(10 * scale, 7 * scale, 0, 0), Qt::AlignLeft | Qt::AlignTop, text);
}

} // namespace stillpoint::ui
