#include "ui/charts/timeplot.h"

#include "app/insights/modalitymarks.h"
#include "ui/widgets/marks.h"

#include <QSet>

#include <algorithm>
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

QDate TimePlot::dayOf(const Pick &pick) const
{
    return pick.session ? m_data.series.sessions.at(pick.index).day : m_data.series.dots.at(pick.index).day;
}

QDate TimePlot::firstInView() const
{
    return QDate::fromJulianDay(static_cast<qint64>(std::floor(m_window.from())));
}

QDate TimePlot::lastInView() const
{
    return QDate::fromJulianDay(static_cast<qint64>(std::ceil(m_window.to())) - 1);
}

bool TimePlot::inView(const QDate &day) const
{
    const auto start = static_cast<double>(day.toJulianDay());
    return start + 1 > m_window.from() && start < m_window.to();
}

std::pair<int, int> TimePlot::dotsOf(const QDate &from, const QDate &to) const
{
    const QList<RatingDot> &dots = m_data.series.dots;
    const auto first = std::lower_bound(dots.cbegin(), dots.cend(), from,
                                        [](const RatingDot &dot, const QDate &day) { return dot.day < day; });
    const auto end = std::upper_bound(first, dots.cend(), to,
                                      [](const QDate &day, const RatingDot &dot) { return day < dot.day; });
    return {static_cast<int>(first - dots.cbegin()), static_cast<int>(end - dots.cbegin())};
}

QDate TimePlot::dayAt(double x) const
{
    return QDate::fromJulianDay(static_cast<qint64>(std::floor(xAxis->pixelToCoord(x))));
}

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
    return static_cast<double>(axisRect()->width()) / m_window.days();
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

/// At a narrow scale thousands of ratings share few places. Done when the scale changes, so that moving the
/// days stays quick.
void TimePlot::thinDots()
{
    const double width = std::max(0.01, dayWidth());
    m_drawnDots.clear();
    double pixel = -1;
    std::vector<double> values; // drawn there
    for (qsizetype i = 0; i < m_data.series.dots.size(); ++i) {
        const RatingDot &dot = m_data.series.dots.at(i);
        const double x = static_cast<double>(dot.day.toJulianDay()) + 0.5 + m_dotShift.at(i) / width;
        if (const double here = std::floor(x * width); here != std::exchange(pixel, here))
            values.clear();
        if (std::find(values.cbegin(), values.cend(), dot.value) != values.cend())
            continue;
        values.push_back(dot.value);
        m_drawnDots.emplace_back(x, dot.value);
    }
}

void TimePlot::drawDots(QCPPainter &painter)
{
    const double radius = dotRadius();
    const QColor color = m_theme.color(m_data.joinDays ? Token::Accent : Token::Dot);
    const auto paintDot = [&](QPainter &on, QPointF centre) {
        on.setPen(Qt::NoPen);
        on.setBrush(color);
        on.drawEllipse(centre, radius, radius);
    };
    const double half = std::ceil(radius) + 1;
    const double ratio = devicePixelRatioF();
    QPixmap stamp((QSizeF(2 * half, 2 * half) * ratio).toSize());
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter stamper(&stamp);
    stamper.setRenderHint(QPainter::Antialiasing);
    paintDot(stamper, {half, half});
    stamper.end();

    const bool isPicture = painter.modes().testFlag(QCPPainter::pmNoCaching); // whose dots stay shapes
    painter.setClipRect(axisRect()->rect());
    const auto first = std::partition_point(
        m_drawnDots.cbegin(), m_drawnDots.cend(),
        [from = std::floor(m_window.from())](const QPointF &dot) { return std::floor(dot.x()) < from; });
    for (auto dot = first; dot != m_drawnDots.cend() && dot->x() < m_window.to() + 1; ++dot) {
        const QPointF place(xAxis->coordToPixel(dot->x()), valueY(dot->y()));
        if (isPicture)
            paintDot(painter, place);
        else
            painter.drawPixmap(place - QPointF(half, half), stamp);
    }
}

std::optional<TimePlot::Pick> TimePlot::pickAt(QPointF place) const
{
    std::optional<Pick> best;
    const double reach = 12 * m_theme.textScale();
    double nearest = reach;
    const auto offer = [&](QPointF there, Pick pick) {
        const double distance = std::hypot(place.x() - there.x(), place.y() - there.y());
        if (distance < nearest) {
            nearest = distance;
            best = pick;
        }
    };
    if (!hasSpan())
        return best;
    const auto [first, end] = dotsOf(dayAt(place.x() - reach), dayAt(place.x() + reach));
    for (int i = first; i < end; ++i) {
        if (inView(m_data.series.dots.at(i).day))
            offer(dotPlace(i), {false, i});
    }
    for (int i = 0; i < m_data.series.sessions.size(); ++i) {
        if (inView(m_data.series.sessions.at(i).day))
            offer(sessionPlace(i), {true, i});
    }
    return best;
}

void TimePlot::drawSessionLines(QCPPainter &painter)
{
    painter.setAntialiasing(false);
    painter.setPen(QPen(m_theme.color(Token::Hairline), 1));
    for (int i = 0; i < m_data.series.sessions.size(); ++i) {
        if (!inView(m_data.series.sessions.at(i).day))
            continue;
        const double x = std::round(sessionPlace(i).x());
        painter.drawLine(QPointF(x, axisRect()->top() - 6), QPointF(x, valueY(m_data.scale.minimum)));
    }
}

void TimePlot::drawSessionMarks(QCPPainter &painter)
{
    for (int i = 0; i < m_data.series.sessions.size(); ++i) {
        if (!inView(m_data.series.sessions.at(i).day))
            continue;
        const QString code = m_data.series.sessions.at(i).modality;
        const int mark = m_data.modalities.value(code, {code, otherModalityMark}).second;
        paintMark(painter, m_theme, mark, sessionPlace(i), 4.6 * m_theme.textScale());
    }
}

void TimePlot::drawStrip(QCPPainter &painter)
{
    const double scale = m_theme.textScale();
    const double top = std::round(axisRect()->bottom() + 4 * scale);
    const double height = std::round(8 * scale);
    const double gap = dayWidth() >= 8 ? 2 : (dayWidth() >= 2 ? 0.6 : 0);
    QSet<QDate> rated;
    for (const RatedDay &day : m_data.series.days)
        rated.insert(day.day);
    const QSet<QDate> skipped(m_data.series.skipped.cbegin(), m_data.series.skipped.cend());
    const QColor filled = m_theme.color(Token::Text2);
    const QColor pale = m_theme.color(Token::Grid);
    painter.setAntialiasing(true);
    painter.setClipRect(QRectF(axisRect()->left(), top, axisRect()->width(), height));
    const QDate from = firstInView();
    const QDate to = lastInView();
    const auto isAlike = [&](const QDate &a, const QDate &b) {
        return rated.contains(a) == rated.contains(b) && skipped.contains(a) == skipped.contains(b);
    };
    QDate next;
    for (QDate day = from; day <= to; day = next) {
        next = day.addDays(1);
        while (gap == 0 && next <= to && isAlike(day, next))
            next = next.addDays(1);
        const double width = dayX(next) - dayX(day);
        const QRectF cell(dayX(day) + gap / 2, top, std::max(0.5, width - gap), height);
        if (rated.contains(day))
            painter.fillRect(cell, filled);
        else if (!skipped.contains(day))
            painter.fillRect(
                QRectF(dayX(day), top, width, height).adjusted(gap > 1 ? 1 : 0, 0, gap > 1 ? -1 : 0, 0),
                pale);
    }
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        if (!skipped.contains(day) || rated.contains(day))
            continue;
        const QDate start = day;
        while (day < to && skipped.contains(day.addDays(1)) && !rated.contains(day.addDays(1)))
            day = day.addDays(1);
        hatch(painter, QRectF(dayX(start), top, dayX(day.addDays(1)) - dayX(start), height), filled);
    }
}

void TimePlot::drawPick(QCPPainter &painter)
{
    if (!m_pick || !inView(dayOf(*m_pick)))
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
