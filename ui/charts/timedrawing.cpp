#include "ui/charts/timedrawing.h"

#include "ui/charts/charttexts.h"
#include "ui/charts/timechartdata.h"
#include "ui/charts/timeplot.h"
#include "ui/shell/theme.h"
#include "ui/widgets/texts.h"

#include <algorithm>

namespace stillpoint::ui {

TimeDrawing::TimeDrawing(TimeChartData data)
    : m_data(std::move(data))
{
}

QString TimeDrawing::title() const
{
    return tr("%1 over time").arg(m_data.scale.name);
}

QString TimeDrawing::facts() const
{
    return tr("%1 on %2 of %3, %4")
        .arg(ChartTexts::ratings(m_data.series.dots.size()), QLocale().toString(m_data.series.days.size()),
             ChartTexts::days(daysInRange(m_data)), ChartTexts::direction(m_data.scale.direction));
}

QString TimeDrawing::period() const
{
    return ChartTexts::span(m_data.from, m_data.to);
}

QStringList TimeDrawing::notes() const
{
    if (m_data.series.dots.isEmpty()) {
        return {tr("No ratings of %1 in these days. A check-in on Today adds a dot.")
                    .arg(m_data.scale.name.toLower())};
    }
    if (!m_data.trend.isEmpty() || m_data.missingRatedDays == 0)
        return {};
    const TrendOptions options;
    const QString missing = m_data.missingRatedDays == 1
                                ? tr("1 more rated day is needed")
                                : tr("%Ln more rated days are needed", nullptr, m_data.missingRatedDays);
    return {tr("The median line begins when %1 days within %2 are rated: %3.")
                .arg(QString::number(options.minimumDays), QString::number(options.windowDays), missing)};
}

QString TimeDrawing::sessionsOn(const QDate &day) const
{
    QStringList names;
    for (const SessionMark &session : m_data.series.sessions) {
        if (session.day == day)
            names.append(m_data.modalities.value(session.modality, {session.modality, 0}).first);
    }
    return names.join(QStringLiteral(", "));
}

QString TimeDrawing::trendSentence() const
{
    if (m_data.trend.isEmpty())
        return tr("There are too few ratings for a median line.");
    const TrendPoint &first = m_data.trend.first().first();
    const TrendPoint &last = m_data.trend.last().last();
    return tr("The median of 21 days was %1 on %2 and %3 on %4.")
        .arg(ChartTexts::tenths(first.median), longDay(first.day), ChartTexts::tenths(last.median),
             longDay(last.day));
}

QString TimeDrawing::sentence() const
{
    const DailySeries &series = m_data.series;
    const QString span =
        tr("%1 from %2 to %3.").arg(m_data.scale.name, longDay(m_data.from), longDay(m_data.to));
    const QString sessions = tr("%1.").arg(ChartTexts::sessions(series.sessions.size()));
    if (series.dots.isEmpty())
        return QStringList{span, tr("No ratings."), sessions}.join(QLatin1Char(' '));
    const auto [least, most] =
        std::minmax_element(series.dots.cbegin(), series.dots.cend(),
                            [](const RatingDot &a, const RatingDot &b) { return a.value < b.value; });
    QString direction = ChartTexts::direction(m_data.scale.direction);
    direction[0] = direction.at(0).toUpper();
    QStringList sentences{
        span, tr("%1.").arg(direction),
        tr("%1 on %2.").arg(ChartTexts::ratings(series.dots.size()), ChartTexts::days(series.days.size())),
        tr("The lowest is %1, the highest %2.").arg(ratingText(least->value), ratingText(most->value))};
    if (!m_data.joinDays)
        sentences.append(trendSentence());
    sentences.append(sessions);
    return sentences.join(QLatin1Char(' '));
}

QList<QStringList> TimeDrawing::table() const
{
    QList<QStringList> rows{{tr("Day"), m_data.scale.name, tr("Median of 21 days"), tr("Middle half"),
                             tr("Rated days"), tr("Session")}};
    QMap<QDate, QString> values;
    for (const QDate &day : m_data.series.skipped)
        values.insert(day, tr("skipped"));
    for (const SessionMark &session : m_data.series.sessions)
        values.insert(session.day, tr("not rated"));
    for (const RatedDay &day : m_data.series.days)
        values.insert(day.day, ratingText(day.value));
    QHash<QDate, TrendPoint> points;
    for (const TrendSegment &segment : m_data.trend) {
        for (const TrendPoint &point : segment)
            points.insert(point.day, point);
    }
    for (auto value = values.cend(); value != values.cbegin();) {
        --value;
        QStringList row{fullDay(value.key()), value.value(), {}, {}, {}, sessionsOn(value.key())};
        if (const auto point = points.constFind(value.key()); point != points.cend()) {
            row[2] = ChartTexts::tenths(point->median);
            row[3] = tr("%1 to %2").arg(ChartTexts::tenths(point->q25), ChartTexts::tenths(point->q75));
            row[4] = QString::number(point->ratedDays);
        }
        rows.append(row);
    }
    return rows;
}

double TimeDrawing::height(const Theme &theme) const
{
    return theme.px(290);
}

void TimeDrawing::draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const
{
    TimePlot plot(theme, nullptr);
    const QSize size = area.size().toSize();
    plot.resize(size);
    plot.setViewport({{}, size});
    plot.setData(m_data);
    painter.save();
    painter.translate(area.topLeft());
    plot.toPainter(&painter, size.width(), size.height());
    painter.restore();
}

} // namespace stillpoint::ui
