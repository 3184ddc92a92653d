#pragma once

#include "app/base/error.h"

#include <QList>
#include <QPainterPath>

namespace stillpoint::ui {

/// A region of the body in the drawing's own units; `code` as in resources/data/regions.json.
struct DrawnRegion
{
    QString code;
    QPainterPath path;
};

/// One side of the body.
struct DrawnFigure
{
    QPainterPath outline;
    QPainterPath detail; ///< lines inside regions
    QList<DrawnRegion> regions;
};

/// The body map's figures.
struct BodyDrawing
{
    DrawnFigure front;
    DrawnFigure back;
};

/// An SVG path made of absolute M, C, Q and Z only; anything else is Invalid and named.
Result<QPainterPath> pathFromSvg(const QString &data);

/// The groups "front" and "back" of an SVG with paths of the classes outline, region and detail.
Result<BodyDrawing> readBodyDrawing(const QByteArray &svg);

/// The program's own, resources/bodymap.svg.
const BodyDrawing &shippedBodyDrawing();

} // namespace stillpoint::ui
