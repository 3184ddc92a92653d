#include "ui/widgets/bodyfigures.h"

#include "ui/shell/theme.h"
#include "ui/widgets/bodydrawing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stillpoint::ui {

namespace {

// Design pixels.
constexpr int figureWidth = 82;
constexpr int between = 7;
constexpr int figureHeight = 192;
constexpr int wordHeight = 16;
constexpr int above = 2;
constexpr double outlineWidth = 0.9;
constexpr double detailWidth = 0.5;

constexpr double strengths[] = {0, 0.38, 0.66, 1};
constexpr double hurtEdge = 1.25;
constexpr double workedEdge = 1.5;
constexpr double hatchWidth = 1.5;
constexpr double hatchEvery = 5.5;

void paintHatch(QPainter &painter, const Theme &theme, const QPainterPath &path)
{
    const QRectF box = path.boundingRect();
    const double every = hatchEvery * theme.textScale() * std::sqrt(2.0);
    painter.save();
    painter.setClipPath(path);
    painter.setPen(QPen(theme.color(Token::Worked), hatchWidth * theme.textScale()));
    // Lines on which x + y is a multiple of the distance, so that neighbours' hatches meet.
    const double last = box.right() + box.bottom();
    for (double sum = std::floor((box.left() + box.top()) / every) * every; sum <= last; sum += every)
        painter.drawLine(QPointF(sum - box.top(), box.top()), QPointF(sum - box.bottom(), box.bottom()));
    painter.restore();
}

} // namespace

void paintArea(QPainter &painter, const Theme &theme, const QPainterPath &path, int hurts, bool isWorked)
{
    if (hurts > 0) {
        QColor fill = theme.color(Token::Hurt);
        fill.setAlphaF(static_cast<float>(strengths[std::clamp(hurts, 1, 3)]));
        painter.fillPath(path, fill);
        painter.strokePath(path, QPen(theme.color(Token::Hurt), hurtEdge));
    }
    if (isWorked) {
        paintHatch(painter, theme, path);
        painter.strokePath(path, QPen(theme.color(Token::Worked), workedEdge));
    }
}

BodyFigures::BodyFigures(const Theme &theme, const BodyAreas &areas, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_areas(areas)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize BodyFigures::sizeHint() const
{
    return {m_theme.px(2 * figureWidth + between), m_theme.px(above + figureHeight + wordHeight)};
}

void BodyFigures::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const BodyDrawing &drawing = shippedBodyDrawing();
    const QRectF bounds = drawing.front.outline.boundingRect();
    const double scale = m_theme.px(figureHeight - 2 * above) / bounds.height();
    const double cell = m_theme.px(figureWidth);
    double left = 0;
    for (const DrawnFigure *figure : {&drawing.front, &drawing.back}) {
        QTransform to;
        to.translate(left + cell / 2, m_theme.px(above));
        to.scale(scale, scale);
        to.translate(-figure->outline.boundingRect().center().x(), -bounds.top());
        const QPainterPath outline = to.map(figure->outline);
        painter.setPen(QPen(m_theme.color(Token::SkinLine), outlineWidth));
        painter.setBrush(m_theme.color(Token::SkinGap));
        painter.drawPath(outline);
        for (const DrawnRegion &region : figure->regions)
            painter.fillPath(to.map(region.path), m_theme.color(Token::Skin));
        painter.strokePath(to.map(figure->detail), QPen(m_theme.color(Token::SkinGap), detailWidth));
        for (const DrawnRegion &region : figure->regions)
            paintArea(painter, m_theme, to.map(region.path), m_areas.hurts.value(region.code),
                      m_areas.worked.contains(region.code));
        painter.setFont(m_theme.font(TextRole::Caption));
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(QRectF(left, height() - m_theme.px(wordHeight), cell, m_theme.px(wordHeight)),
                         Qt::AlignCenter, figure == &drawing.front ? tr("front") : tr("back"));
        left += cell + m_theme.px(between);
    }
}

} // namespace stillpoint::ui
