#include "ui/charts/timeplot.h"

#include "app/insights/modalitymarks.h"
#include "ui/charts/charttexts.h"
#include "ui/charts/readout.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/texts.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

/// A stretch without ratings, wide enough to be named.
struct Gap
{
    QDate from;
    QDate to;
    bool skipped = false;
};

QList<Gap> gapsOf(const DailySeries &series)
{
    const int longest = TrendOptions().longestGapDays;
    QList<Gap> gaps;
    for (qsizetype i = 1; i < series.days.size(); ++i) {
        const Gap gap{series.days.at(i - 1).day.addDays(1), series.days.at(i).day.addDays(-1)};
        if (gap.from.addDays(-1).daysTo(gap.to.addDays(1)) <= longest)
            continue;
        const auto skipped =
            std::count_if(series.skipped.cbegin(), series.skipped.cend(),
                          [&gap](const QDate &day) { return day >= gap.from && day <= gap.to; });
        gaps.append({gap.from, gap.to, 2 * skipped > gap.from.daysTo(gap.to) + 1});
    }
    return gaps;
}

} // namespace

double TimePlot::anchorWidth() const
{
    if (m_data.joinDays)
        return 0;
    return m_theme.px(92);
}

void TimePlot::drawAnchors(QCPPainter &painter)
{
    if (m_data.joinDays)
        return;
    painter.setFont(m_theme.font(TextRole::Caption));
    painter.setPen(m_theme.color(Token::Text2));
    const QFontMetricsF metrics(painter.font());
    const double width = anchorWidth() - m_theme.px(4);
    const double half = metrics.height() / 2;
    const double tall = 4 * metrics.height();
    const int flags = Qt::AlignLeft | Qt::TextWordWrap;
    painter.drawText(QRectF(0, valueY(m_data.scale.maximum) - half, width, tall), flags | Qt::AlignTop,
                     m_data.scale.high);
    painter.drawText(QRectF(0, valueY(m_data.scale.minimum) + half - tall, width, tall),
                     flags | Qt::AlignBottom, m_data.scale.low);
}

void TimePlot::drawDates(QCPPainter &painter)
{
    painter.setFont(m_theme.font(TextRole::Caption));
    const double scale = m_theme.textScale();
    const DateAxisSpace space{firstInView(), lastInView(), [this](const QDate &day) { return dayX(day); },
                              QFontMetricsF(painter.font()), QLocale()};
    const DateAxis axis = m_data.joinDays ? smallDateAxis(space, m_data.today) : dateAxis(space);
    painter.setPen(QPen(m_theme.color(Token::Control), 1));
    const double top = axisRect()->bottom() + 1;
    for (const QDate &day : axis.ticks) {
        const double x = std::round(dayX(day)) + 0.5;
        if (x < axisRect()->left())
            continue;
        painter.drawLine(QPointF(x, top - 2 * scale), QPointF(x, top + 3 * scale));
    }
    painter.setPen(m_theme.color(Token::Text2));
    const double base = top + (12 + 6) * scale + space.metrics.ascent();
    for (const DateLabel &label : axis.labels)
        painter.drawText(QPointF(label.x, base), label.text);
}

void TimePlot::drawGaps(QCPPainter &painter)
{
    if (m_data.joinDays)
        return;
    painter.setFont(m_theme.font(TextRole::Caption));
    painter.setPen(m_theme.color(Token::Text2));
    const QFontMetricsF metrics(painter.font());
    double taken = axisRect()->left();
    for (const Gap &gap : gapsOf(m_data.series)) {
        if (gap.to < firstInView() || gap.from > lastInView())
            continue;
        const QString text = gap.skipped ? tr("skipped on purpose") : tr("no ratings");
        const double width = metrics.horizontalAdvance(text);
        const double middle = (dayX(gap.from) + dayX(gap.to.addDays(1))) / 2;
        QRectF box(middle - width / 2, valueY(m_data.scale.maximum) + 10, width, metrics.height());
        box.moveLeft(std::clamp(box.left(), taken, std::max(taken, axisRect()->right() - width)));
        const QRectF clear = box.adjusted(-4, -3, 4, 3);
        bool covered = box.left() > dayX(gap.to) || box.right() > axisRect()->right() + 1;
        const auto [first, end] = dotsOf(dayAt(clear.left()), dayAt(clear.right()));
        for (int i = first; i < end && !covered; ++i)
            covered = clear.contains(dotPlace(i));
        if (covered)
            continue;
        painter.drawText(box, Qt::AlignCenter, text);
        taken = box.right() + 12;
    }
}

void TimePlot::layOutLegend()
{
    m_legend.clear();
    m_legendHeight = 0;
    if (m_data.joinDays)
        return;
    m_legend.append({tr("rating"), [this](QPainter &painter, QPointF centre) {
                         painter.setPen(Qt::NoPen);
                         painter.setBrush(m_theme.color(Token::Dot));
                         painter.drawEllipse(centre, 2.4 * m_theme.textScale(), 2.4 * m_theme.textScale());
                     }});
    if (!m_data.trend.isEmpty()) {
        m_legend.append({tr("median of %n days, middle half shaded", nullptr, TrendOptions().windowDays),
                         [this](QPainter &painter, QPointF centre) {
                             const double half = 10 * m_theme.textScale();
                             QColor band = m_theme.color(Token::Accent);
                             band.setAlphaF(0.16F);
                             painter.fillRect(
                                 QRectF(centre.x() - half, centre.y() - half / 2, 2 * half, half), band);
                             painter.setPen(QPen(m_theme.color(Token::Accent), 2.5 * m_theme.textScale()));
                             painter.drawLine(centre - QPointF(half, 0), centre + QPointF(half, 0));
                         },
                         20});
    }
    const qsizetype left = m_legend.size();
    QMap<int, QString> marks;
    for (const SessionMark &session : m_data.series.sessions) {
        const QPair<QString, int> named =
            m_data.modalities.value(session.modality, {session.modality, otherModalityMark});
        marks.insert(named.second, named.second == otherModalityMark ? tr("other") : named.first);
    }
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        m_legend.append({mark.value(), [this, which = mark.key()](QPainter &painter, QPointF centre) {
                             paintMark(painter, m_theme, which, centre, 4.6 * m_theme.textScale());
                         }});
    }

    placeLegend(left);
}

void TimePlot::placeLegend(qsizetype left)
{
    const double scale = m_theme.textScale();
    const QFontMetricsF metrics(m_theme.font(TextRole::Caption));
    const double row = metrics.height() + 8 * scale;
    const auto widthOf = [&](const LegendItem &item) {
        return (item.glyphWidth + 6 + 16) * scale + metrics.horizontalAdvance(item.text);
    };
    double whole = 0;
    for (const LegendItem &item : std::as_const(m_legend))
        whole += widthOf(item);
    const bool oneRow = whole <= width();
    double x = 0;
    double y = row / 2;
    double rest = 0;
    for (qsizetype i = left; i < m_legend.size(); ++i)
        rest += widthOf(m_legend.at(i));
    for (qsizetype i = 0; i < m_legend.size(); ++i) {
        LegendItem &item = m_legend[i];
        if (i == left && oneRow)
            x = width() - rest + 16 * scale;
        else if (x > 0 && (i == left || x + widthOf(item) - 16 * scale > width())) {
            x = 0;
            y += row;
        }
        item.place = {x, y};
        x += widthOf(item);
    }
    m_legendHeight = y + row / 2 + 10 * scale;
}

void TimePlot::drawLegend(QCPPainter &painter)
{
    painter.setFont(m_theme.font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const double scale = m_theme.textScale();
    const double top = height() - m_legendHeight + 10 * scale;
    for (const LegendItem &item : std::as_const(m_legend)) {
        const QPointF start = item.place + QPointF(0, top);
        painter.save();
        item.glyph(painter, start + QPointF(item.glyphWidth * scale / 2, 0));
        painter.restore();
        painter.setPen(m_theme.color(Token::Text2));
        painter.drawText(QRectF(start.x() + (item.glyphWidth + 6) * scale, start.y() - metrics.height() / 2,
                                metrics.horizontalAdvance(item.text) + 2, metrics.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, item.text);
    }
}

QString TimePlot::readout() const
{
    if (!m_pick)
        return {};
    const QLocale locale;
    if (m_pick->session) {
        const SessionMark &session = m_data.series.sessions.at(m_pick->index);
        return tr("%1\nsession: %2")
            .arg(fullDay(session.day, locale),
                 m_data.modalities.value(session.modality, {session.modality, 0}).first);
    }
    const RatingDot &dot = m_data.series.dots.at(m_pick->index);
    QString text = tr("%1\n%2 %3").arg(fullDay(dot.day, locale), m_data.scale.name, ratingText(dot.value));
    if (const auto point = m_trendDays.constFind(dot.day); point != m_trendDays.cend() && !m_data.joinDays) {
        text += QLatin1Char('\n') +
                tr("median %1, middle half %2 to %3 (%n rated days)", nullptr, point->ratedDays)
                    .arg(ChartTexts::tenths(point->median), ChartTexts::tenths(point->q25),
                         ChartTexts::tenths(point->q75));
    }
    return text;
}

void TimePlot::drawReadout(QCPPainter &painter)
{
    if (!m_pick || !inView(dayOf(*m_pick)))
        return;
    const QPointF place = m_pick->session ? sessionPlace(m_pick->index) : dotPlace(m_pick->index);
    paintReadout(painter, m_theme, QRectF(0, 0, width(), height()), place, readout());
}

} // namespace stillpoint::ui
