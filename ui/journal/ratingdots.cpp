#include "ui/journal/ratingdots.h"

#include "ui/shell/theme.h"
#include "ui/widgets/texts.h"

#include <QPainter>

namespace stillpoint::ui {

namespace {
constexpr int wide = 216;
constexpr int high = 24;
constexpr int edge = 8;
} // namespace

RatingDots::RatingDots(const Theme &theme, const Scale &scale, std::optional<double> before,
                       std::optional<double> after, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scale(scale)
    , m_before(before)
    , m_after(after)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("%1: %2").arg(scale.name, text(before, after, before.has_value())));
}

QString RatingDots::text(std::optional<double> before, std::optional<double> after, bool pair)
{
    if (before && after)
        return tr("%1 to %2").arg(ratingText(*before), ratingText(*after));
    if (before)
        return tr("%1, after not rated").arg(ratingText(*before));
    if (after)
        return pair ? tr("before not rated, %1").arg(ratingText(*after)) : ratingText(*after);
    return tr("not rated");
}

QSize RatingDots::sizeHint() const
{
    return {m_theme.px(wide), m_theme.px(high)};
}

void RatingDots::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal y = height() / 2.0;
    const qreal left = m_theme.px(edge);
    const qreal span = std::min(width(), m_theme.px(wide)) - 2 * left;
    const auto at = [&](double value) {
        const qreal x = left + span * (value - m_scale.minimum) / (m_scale.maximum - m_scale.minimum);
        return QPointF(isRightToLeft() ? width() - x : x, y);
    };
    painter.setPen(QPen(m_theme.color(Token::Hairline), 2));
    painter.drawLine(at(m_scale.minimum), at(m_scale.maximum));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Dot));
    for (double value = m_scale.minimum; value <= m_scale.maximum; value += 1)
        painter.drawEllipse(at(value), 1.5, 1.5);
    const qreal radius = m_theme.px(6);
    if (m_before && m_after) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 2.5));
        painter.drawLine(at(*m_before), at(*m_after));
    }
    if (m_after) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Accent));
        painter.drawEllipse(at(*m_after), radius, radius);
    }
    if (m_before) {
        painter.setPen(QPen(m_theme.color(Token::WarmFill), 2.5));
        painter.setBrush(m_before == m_after ? QBrush(Qt::NoBrush) : QBrush(m_theme.color(Token::Surface)));
        const qreal ring = m_before == m_after ? radius + 2 : radius - 1;
        painter.drawEllipse(at(*m_before), ring, ring);
    }
}

} // namespace stillpoint::ui
