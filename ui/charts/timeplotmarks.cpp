#include "ui/charts/timeplot.h"

#include "app/insights/modalitymarks.h"
#include "ui/widgets/marks.h"

#include <QSet>

#include <cmath>

namespace stillpoint::ui {

namespace {

/// How far each item of a run of `count` is moved to the side so that they stand in a row inside their day.
double shiftInRow(int position, int count, double size, double dayWidth)
{
    const double step = std::min(size, dayWidth / count);
    return (position - (count - 1) / 2.0) * step;
}

/// Hatching for "skipped on purpose".
void hatch(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(color, 1));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += 4)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

} // namespace

double TimePlot::dayX(const QDate &day) const
{
    return xAxis->coordToPixel(static_cast<double>(day.toJulianDay()));
}

double TimePlot::valueY(double value) const
{
    return yAxis->coordToPixel(value);
}

double TimePlot::dayWidth() const
{
    return static_cast<double>(axisRect()->width()) / static_cast<double>(m_data.from.daysTo(m_data.to) + 1);
}

double TimePlot::dotRadius() const
{
    if (m_data.joinDays)
        return 2.6 * m_theme.textScale();
    const double roomy = std::clamp((dayWidth() - 3) / 17, 0.0, 1.0);
    return (1.9 + 1.1 * roomy) * m_theme.textScale();
}

QPointF TimePlot::dotPlace(int index) const
{
    const RatingDot &dot = m_data.series.dots.at(index);
    return {dayX(dot.day) + dayWidth() / 2 + m_dotShift.at(index), valueY(dot.value)};
}

QPointF TimePlot::sessionPlace(int index) const
{
    const QList<SessionMark> &sessions = m_data.series.sessions;
    const QDate day = sessions.at(index).day;
    int first = index;
    int last = index;
    while (first > 0 && sessions.at(first - 1).day == day)
        --first;
    while (last + 1 < sessions.size() && sessions.at(last + 1).day == day)
        ++last;
    const double shift = shiftInRow(index - first, last - first + 1, 12 * m_theme.textScale(), dayWidth());
    return {dayX(day) + dayWidth() / 2 + shift, axisRect()->top() - 8 * m_theme.textScale()};
}

void TimePlot::placeDots()
{
    const QList<RatingDot> &dots = m_data.series.dots;
    m_dotShift.fill(0, dots.size());
    QHash<std::pair<QDate, double>, QList<qsizetype>> stacks;
    for (qsizetype i = 0; i < dots.size(); ++i)
        stacks[{dots.at(i).day, dots.at(i).value}].append(i);
    for (const QList<qsizetype> &stack : std::as_const(stacks)) {
        for (qsizetype i = 0; i < stack.size(); ++i) {
            m_dotShift[stack.at(i)] = shiftInRow(static_cast<int>(i), static_cast<int>(stack.size()),
                                                 2 * dotRadius() + 1, dayWidth());
        }
    }
}

std::optional<TimePlot::Pick> TimePlot::pickAt(QPointF place) const
{
    std::optional<Pick> best;
    double nearest = 12 * m_theme.textScale();
    const auto offer = [&](QPointF there, Pick pick) {
        const double distance = std::hypot(place.x() - there.x(), place.y() - there.y());
        if (distance < nearest) {
            nearest = distance;
            best = pick;
        }
    };
    for (int i = 0; i < m_data.series.dots.size(); ++i)
        offer(dotPlace(i), {false, i});
    for (int i = 0; i < m_data.series.sessions.size(); ++i)
        offer(sessionPlace(i), {true, i});
    return best;
}

void TimePlot::drawSessionLines(QCPPainter &painter)
{
    painter.setAntialiasing(false);
    painter.setPen(QPen(m_theme.color(Token::Hairline), 1));
    for (int i = 0; i < m_data.series.sessions.size(); ++i) {
        const double x = std::round(sessionPlace(i).x());
        painter.drawLine(QPointF(x, axisRect()->top() - 6), QPointF(x, valueY(m_data.scale.minimum)));
    }
}

void TimePlot::drawSessionMarks(QCPPainter &painter)
{
    for (int i = 0; i < m_data.series.sessions.size(); ++i) {
        const QString code = m_data.series.sessions.at(i).modality;
        const int mark = m_data.modalities.value(code, {code, otherModalityMark}).second;
        paintMark(painter, m_theme, mark, sessionPlace(i), 4.6 * m_theme.textScale());
    }
}

void TimePlot::drawStrip(QCPPainter &painter)
{
    painter.setAntialiasing(false);
    const double scale = m_theme.textScale();
    const double top = std::round(axisRect()->bottom() + 4 * scale);
    const double height = std::round(8 * scale);
    const double width = dayWidth();
    const double gap = width >= 8 ? 2 : (width >= 2 ? 0.6 : 0);
    QSet<QDate> rated;
    for (const RatedDay &day : m_data.series.days)
        rated.insert(day.day);
    const QSet<QDate> skipped(m_data.series.skipped.cbegin(), m_data.series.skipped.cend());
    const QColor filled = m_theme.color(Token::Text2);
    const QColor pale = m_theme.color(Token::Grid);
    painter.setAntialiasing(true);
    for (QDate day = m_data.from; day <= m_data.to; day = day.addDays(1)) {
        const QRectF cell(dayX(day) + gap / 2, top, std::max(0.5, width - gap), height);
        if (rated.contains(day))
            painter.fillRect(cell, filled);
        else if (!skipped.contains(day))
            painter.fillRect(
                QRectF(dayX(day), top, width, height).adjusted(gap > 1 ? 1 : 0, 0, gap > 1 ? -1 : 0, 0),
                pale);
    }
    for (QDate day = m_data.from; day <= m_data.to; day = day.addDays(1)) {
        if (!skipped.contains(day) || rated.contains(day))
            continue;
        const QDate start = day;
        while (day < m_data.to && skipped.contains(day.addDays(1)) && !rated.contains(day.addDays(1)))
            day = day.addDays(1);
        hatch(painter, QRectF(dayX(start), top, dayX(day.addDays(1)) - dayX(start), height), filled);
    }
}

void TimePlot::drawPick(QCPPainter &painter)
{
    if (!m_pick)
        return;
    const double scale = m_theme.textScale();
    const QPointF place = m_pick->session ? sessionPlace(m_pick->index) : dotPlace(m_pick->index);
    const double radius = m_pick->session ? 8 * scale : dotRadius() + 3.5 * scale;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Token::Accent), 2));
    painter.drawEllipse(place, radius, radius);
    if (!m_pick->session) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Text));
        painter.drawEllipse(place, dotRadius(), dotRadius());
    }
}

} // namespace stillpoint::ui
