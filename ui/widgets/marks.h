#pragma once

#include "ui/shell/theme.h"

class QPainter;
class QPointF;

namespace stillpoint::ui {

/// Paints a modality's mark (0 to 5: circle, square, triangle up, diamond, triangle down, plus; anything else
/// a hollow circle, "Other") in its series colour.
void paintMark(QPainter &painter, const Theme &theme, int mark, const QPointF &centre, qreal radius);

/// The same as a pixmap of `designPixels` square.
QPixmap markPixmap(const Theme &theme, int mark, int designPixels, qreal devicePixelRatio);

} // namespace stillpoint::ui
