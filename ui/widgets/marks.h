#pragma once

#include "ui/shell/theme.h"

class QPainter;

namespace stillpoint::ui {

/// The colour of a modality's mark: six series colours, `otherModalityMark` and beyond in grey.
Token seriesToken(int mark);

/// Draws a modality's mark, filled, with a thin edge of `edge` so that marks that touch stay apart. Each of
/// the six has a shape of its own (DESIGN.md, Charts); what has no mark of its own is a ring.
void paintMark(QPainter &painter, const Theme &theme, int mark, QPointF centre, double radius,
               Token edge = Token::Surface);

/// The same as a picture of `designPixels` square, for chips and captions.
QPixmap markPixmap(const Theme &theme, int mark, int designPixels, qreal devicePixelRatio);

} // namespace stillpoint::ui
