#pragma once

#include <QPointF>
#include <QString>

class QPainter;
class QRectF;

namespace stillpoint::ui {

class Theme;

/// The box beside the point that a person looks at, inside `room`.
void paintReadout(QPainter &painter, const Theme &theme, const QRectF &room, QPointF place,
                  const QString &text);

} // namespace stillpoint::ui
