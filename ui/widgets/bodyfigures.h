#pragma once

#include "ui/widgets/bodyareas.h"

#include <QWidget>

class QPainter;
class QPainterPath;

namespace stillpoint::ui {

class Theme;

/// Fills a region as its level and layer say: clay for what hurts, a hatch on top for what was worked on.
void paintArea(QPainter &painter, const Theme &theme, const QPainterPath &path, int hurts, bool isWorked);

/// Front and back of the body with what hurt and what was worked on, small and to look at only; the words
/// beside it say the same.
class BodyFigures final : public QWidget
{
    Q_OBJECT
public:
    BodyFigures(const Theme &theme, const BodyAreas &areas, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    BodyAreas m_areas;
};

} // namespace stillpoint::ui
