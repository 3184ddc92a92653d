#include "ui/charts/paireddrawing.h"

#include "ui/charts/charttexts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/texts.h"

#include <qcustomplot.h>

#include <algorithm>

namespace stillpoint::ui {

namespace {
constexpr double dotPitch = 12.5;
constexpr double dotRadius = 4.6;
constexpr double intervalRow = 30;
} // namespace

PairedDrawing::PairedDrawing(ChartScope scope, PairedChange paired)
    : m_scope(std::move(scope))
    , m_paired(std::move(paired))
{
    std::stable_sort(m_paired.dots.begin(), m_paired.dots.end(),
                     [this](const PairedDot &a, const PairedDot &b) {
                         return m_scope.mark(a.modality) < m_scope.mark(b.modality);
                     });
    for (const PairedDot &dot : std::as_const(m_paired.dots))
        m_dots.append({dot.after - dot.before, m_scope.mark(dot.modality)});
    if (m_paired.mean)
        m_mean = m_scope.onAxis(*m_paired.mean);
}

QString PairedDrawing::title() const
{
    return tr("Right after a session");
}

QString PairedDrawing::facts() const
{
    return tr("after − before");
}

QString PairedDrawing::period() const
{
    return tr("%1, %2, %3 rated before and after")
        .arg(m_scope.scale.name, ChartTexts::span(m_scope.from, m_scope.to),
             ChartTexts::sessions(m_dots.size()));
}

QString PairedDrawing::counts() const
{
    const bool up = m_scope.scale.direction == Direction::HigherBetter;
    const bool neutral = m_scope.scale.direction == Direction::Neutral;
    // On a neutral scale "better" counts what ended higher.
    const int main = neutral ? m_paired.worse : m_paired.better;
    const int other = neutral ? m_paired.better : m_paired.worse;
    const QString all = QString::number(m_dots.size());
    QStringList parts{up ? tr("%1 of %2 ended higher").arg(QString::number(main), all)
                         : tr("%1 of %2 ended lower").arg(QString::number(main), all)};
    if (m_paired.same > 0)
        parts.append(tr("%1 unchanged").arg(m_paired.same));
    if (other > 0)
        parts.append(up ? tr("%1 lower").arg(other) : tr("%1 higher").arg(other));
    return tr("%1.").arg(parts.join(QStringLiteral(", ")));
}

QString PairedDrawing::meanWords() const
{
    return tr("On average %1 (%2 interval %3).")
        .arg(ChartTexts::points(m_mean->estimate), m_scope.percent(),
             ChartTexts::pointRange(m_mean->low, m_mean->high));
}

QStringList PairedDrawing::notes() const
{
    QStringList notes;
    if (m_dots.isEmpty()) {
        notes.append(tr("No session of these days is rated both before and after."));
    } else {
        notes.append(counts());
        if (m_mean)
            notes.append(meanWords());
    }
    if (const int missing = pairsForMean - static_cast<int>(m_dots.size()); missing > 0) {
        notes.append(missing == 1 ? tr("1 more session rated before and after is needed for an interval.")
                                  : tr("%Ln more sessions rated before and after are needed for an interval.",
                                       nullptr, missing));
    }
    if (m_paired.notRatedTwice == 1)
        notes.append(tr("1 session was not rated twice and is left out."));
    else if (m_paired.notRatedTwice > 1)
        notes.append(
            tr("%Ln sessions were not rated twice and are left out.", nullptr, m_paired.notRatedTwice));
    if (!m_dots.isEmpty())
        notes.append(tr("This cannot show why."));
    return notes;
}

QString PairedDrawing::sentence() const
{
    return tr("%1 right after a session compared with before it, %2.")
               .arg(m_scope.scale.name, ChartTexts::direction(m_scope.scale.direction)) +
           QLatin1Char(' ') + notes().join(QLatin1Char(' '));
}

QList<QStringList> PairedDrawing::table() const
{
    QList<QStringList> rows{{tr("Day"), tr("Before"), tr("After"), tr("Change"), tr("Session")}};
    QList<PairedDot> dots = m_paired.dots;
    std::stable_sort(dots.begin(), dots.end(), [](const PairedDot &a, const PairedDot &b) {
        return std::pair(a.day, a.startMs) > std::pair(b.day, b.startMs);
    });
    for (const PairedDot &dot : std::as_const(dots)) {
        rows.append({fullDay(dot.day), ratingText(dot.before), ratingText(dot.after),
                     ChartTexts::change(dot.after - dot.before), m_scope.modalityName(dot.modality)});
    }
    return rows;
}

double PairedDrawing::height(const Theme &theme) const
{
    const double stacks = std::clamp(highestStack(m_dots) * dotPitch, 90.0, 220.0);
    return (stacks + 8 + (m_mean ? intervalRow : 0)) * theme.textScale() + ChangeAxis::labelHeight(theme);
}

ChangeAxis PairedDrawing::axis(const Theme &theme, const QRectF &area) const
{
    QList<double> values;
    for (const ChangeDot &dot : m_dots)
        values.append(dot.change);
    ChangeAxis axis(values, m_scope.scale);
    axis.fit(area.left() + 8 * theme.textScale(), area.right() - 8 * theme.textScale());
    return axis;
}

double PairedDrawing::base(const Theme &theme, const QRectF &area) const
{
    return area.bottom() - ChangeAxis::labelHeight(theme) - (m_mean ? intervalRow : 4) * theme.textScale();
}

QList<QPointF> PairedDrawing::places(const Theme &theme, const QRectF &area) const
{
    const double bottom = base(theme, area);
    return axis(theme, area)
        .stack(m_dots, bottom, bottom - area.top() - 4 * theme.textScale(), dotPitch * theme.textScale());
}

void PairedDrawing::draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const
{
    const ChangeAxis changes = axis(theme, area);
    const double labels = area.bottom() - ChangeAxis::labelHeight(theme);
    changes.drawGrid(painter, theme, area.top(), labels);
    changes.drawLabels(painter, theme, labels);
    const QList<QPointF> at = places(theme, area);
    for (qsizetype i = 0; i < at.size(); ++i)
        paintMark(painter, theme, m_dots.at(i).mark, at.at(i), dotRadius * theme.textScale());
    if (!m_mean)
        return;
    const double y = base(theme, area) + intervalRow * theme.textScale() / 2;
    changes.drawInterval(painter, theme, *m_mean, y, theme.color(Token::Accent), true);
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.color(Token::Text2));
    const QString text = tr("%1 interval").arg(m_scope.percent());
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(text) + 2;
    const double gap = 10 * theme.textScale();
    double left = changes.x(m_mean->low) - gap - width;
    if (left < area.left())
        left = changes.x(m_mean->high) + gap;
    const QRectF box(left, y - metrics.height() / 2, width, metrics.height());
    painter.fillRect(box.adjusted(-3, 0, 3, 0), theme.color(Token::Surface));
    painter.drawText(box, Qt::AlignCenter, text);
}

QList<ChartPoint> PairedDrawing::points(const Theme &theme, const QRectF &area) const
{
    const QList<QPointF> at = places(theme, area);
    QList<ChartPoint> points;
    for (qsizetype i = 0; i < at.size(); ++i) {
        const PairedDot &dot = m_paired.dots.at(i);
        points.append({at.at(i), 8 * theme.textScale(), ChartTexts::pairedDot(dot, m_scope),
                       RecordKind::Session, dot.session});
    }
    std::stable_sort(points.begin(), points.end(), [](const ChartPoint &a, const ChartPoint &b) {
        return std::pair(a.place.x(), -a.place.y()) < std::pair(b.place.x(), -b.place.y());
    });
    return points;
}

} // namespace stillpoint::ui
