#include "ui/charts/changeaxis.h"

#include "app/insights/interval.h"
#include "ui/charts/charttexts.h"
#include "ui/shell/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QMap>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr double mostTicks = 12;

/// Stacks are of equal values as a person gave them; half a hundredth apart is the same.
qint64 stackOf(double change)
{
    return std::llround(change * 100);
}

double tickFor(double span)
{
    double tick = std::pow(10, std::floor(std::log10(span / mostTicks)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (span / (tick * factor) <= mostTicks)
            return tick * factor;
    }
    return tick * 10;
}

} // namespace

ChangeAxis::ChangeAxis(const QList<double> &values, const Scale &scale)
{
    const double range = scale.maximum - scale.minimum;
    m_low = -0.3 * range;
    m_high = 0.1 * range;
    if (scale.direction != Direction::HigherWorse)
        m_high = 0.3 * range;
    if (scale.direction == Direction::HigherBetter)
        m_low = -0.1 * range;
    for (const double value : values) {
        m_low = std::min(m_low, value);
        m_high = std::max(m_high, value);
    }
    m_tick = std::max(scale.step, tickFor(std::max(m_high - m_low, range / 10)));
    m_low = (std::floor(m_low / m_tick) - 0.5) * m_tick;
    m_high = (std::ceil(m_high / m_tick) + 0.5) * m_tick;
    m_less = tr("← less %1").arg(scale.name.toLower());
    m_more = tr("more →");
}

void ChangeAxis::fit(double left, double right)
{
    m_left = left;
    m_right = right;
}

double ChangeAxis::x(double change) const
{
    return m_left + (change - m_low) / (m_high - m_low) * (m_right - m_left);
}

QList<double> ChangeAxis::ticks() const
{
    QList<double> values;
    for (double tick = std::ceil(m_low / m_tick); tick * m_tick <= m_high; ++tick)
        values.append(tick * m_tick);
    return values;
}

void ChangeAxis::drawGrid(QPainter &painter, const Theme &theme, double top, double bottom) const
{
    for (const double tick : ticks()) {
        const double at = std::round(x(tick)) + 0.5;
        const bool zero = tick == 0;
        painter.setPen(
            QPen(theme.color(zero ? Token::Control : Token::Grid), zero ? 1.25 * theme.textScale() : 1));
        painter.drawLine(QPointF(at, top), QPointF(at, bottom));
    }
}

double ChangeAxis::labelHeight(const Theme &theme)
{
    return 2 * QFontMetricsF(theme.font(TextRole::Caption)).height() + 8 * theme.textScale();
}

void ChangeAxis::drawLabels(QPainter &painter, const Theme &theme, double top) const
{
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    const QFontMetricsF metrics(painter.font());
    const double height = metrics.height();
    const double y = top + 2 * theme.textScale();
    const int decimals = m_tick == std::floor(m_tick) ? 0 : 1;
    double taken = -1e9;
    for (const double tick : ticks()) {
        const QString text = ChartTexts::withSign(tick, decimals);
        const double width = metrics.horizontalAdvance(text);
        if (x(tick) - width / 2 < taken + 6)
            continue;
        painter.drawText(QRectF(x(tick) - width / 2 - 1, y, width + 2, height), Qt::AlignCenter, text);
        taken = x(tick) + width / 2;
    }
    // The words stand at both sides of zero, or as near as the edges let them.
    const double gap = 8 * theme.textScale();
    const double less = metrics.horizontalAdvance(m_less) + 2;
    const double more = metrics.horizontalAdvance(m_more) + 2;
    const double middle =
        std::clamp(x(0), m_left + less + gap, std::max(m_left + less + gap, m_right - more - gap));
    painter.drawText(QRectF(middle - gap - less, y + height + 2, less, height), Qt::AlignRight, m_less);
    painter.drawText(QRectF(middle + gap, y + height + 2, more, height), Qt::AlignLeft, m_more);
}

void ChangeAxis::drawInterval(QPainter &painter, const Theme &theme, const Interval &interval, double y,
                              const QColor &color, bool filled) const
{
    const double scale = theme.textScale();
    const double cap = 6 * scale;
    painter.setPen(QPen(color, 2.5 * scale, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x(interval.low), y), QPointF(x(interval.high), y));
    painter.setPen(QPen(color, 2 * scale, Qt::SolidLine, Qt::FlatCap));
    for (const double end : {interval.low, interval.high})
        painter.drawLine(QPointF(x(end), y - cap), QPointF(x(end), y + cap));
    painter.setPen(QPen(filled ? theme.color(Token::Surface) : color, 2 * scale));
    painter.setBrush(filled ? color : theme.color(Token::Surface));
    const double radius = (filled ? 5.5 : 4.25) * scale;
    painter.drawEllipse(QPointF(x(interval.estimate), y), radius, radius);
}

QList<QPointF> ChangeAxis::stack(const QList<ChangeDot> &dots, double base, double room, double pitch) const
{
    const double step = std::min(pitch, room / std::max(1, highestStack(dots)));
    QMap<qint64, int> heights;
    QList<QPointF> places;
    for (const ChangeDot &dot : dots) {
        int &height = heights[stackOf(dot.change)];
        places.append({x(dot.change), base - (height + 0.5) * step});
        ++height;
    }
    return places;
}

int highestStack(const QList<ChangeDot> &dots)
{
    QMap<qint64, int> heights;
    int highest = 0;
    for (const ChangeDot &dot : dots)
        highest = std::max(highest, ++heights[stackOf(dot.change)]);
    return highest;
}

} // namespace stillpoint::ui
