#include "ui/charts/timechart.h"

#include "ui/charts/timeplot.h"
#include "ui/shell/theme.h"
#include "ui/widgets/texts.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {

QString counted(qsizetype count, const QString &one, const QString &many)
{
    return count == 1 ? one : many;
}

QString directionWords(Direction direction)
{
    switch (direction) {
    case Direction::HigherWorse:
        return TimeChart::tr("Higher is worse.");
    case Direction::HigherBetter:
        return TimeChart::tr("Higher is better.");
    case Direction::Neutral:
        break;
    }
    return TimeChart::tr("Neither end is better.");
}

} // namespace

class TimeChart::Private
{
public:
    TimePlot *plot = nullptr;
    TimeChartData data;

    QString sessionsOn(const QDate &day) const;
    QString trendSentence() const;
    QString ratingCount() const;
    QString sessionCount() const;
};

QString TimeChart::Private::ratingCount() const
{
    const int ratings = static_cast<int>(data.series.dots.size());
    const int days = static_cast<int>(data.series.days.size());
    return counted(ratings, TimeChart::tr("1 rating"), TimeChart::tr("%Ln ratings", nullptr, ratings)) +
           QLatin1Char(' ') +
           counted(days, TimeChart::tr("on 1 day."), TimeChart::tr("on %Ln days.", nullptr, days));
}

QString TimeChart::Private::sessionCount() const
{
    const int sessions = static_cast<int>(data.series.sessions.size());
    return counted(sessions, TimeChart::tr("1 session."), TimeChart::tr("%Ln sessions.", nullptr, sessions));
}

QString TimeChart::Private::sessionsOn(const QDate &day) const
{
    QStringList names;
    for (const SessionMark &session : data.series.sessions) {
        if (session.day == day)
            names.append(data.modalities.value(session.modality, {session.modality, 0}).first);
    }
    return names.join(QStringLiteral(", "));
}

QString TimeChart::Private::trendSentence() const
{
    if (data.trend.isEmpty())
        return TimeChart::tr("There are too few ratings for a median line.");
    const TrendPoint &first = data.trend.first().first();
    const TrendPoint &last = data.trend.last().last();
    const QLocale locale;
    return TimeChart::tr("The median of 21 days was %1 on %2 and %3 on %4.")
        .arg(tenths(first.median), longDay(first.day, locale), tenths(last.median),
             longDay(last.day, locale));
}

TimeChart::TimeChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->plot = new TimePlot(theme, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->plot);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart of ratings over time"));
    connect(&theme, &Theme::changed, d->plot, &TimePlot::refresh);
    d->plot->onOpen = [this](const TimePlot::Pick &pick) {
        const DailySeries &series = d->plot->data().series;
        if (pick.session) {
            Q_EMIT opened(RecordKind::Session, series.sessions.at(pick.index).id);
        } else {
            const RatingDot &dot = series.dots.at(pick.index);
            Q_EMIT opened(dot.kind, dot.record);
        }
    };
}

TimeChart::~TimeChart() = default;

void TimeChart::setData(const TimeChartData &data)
{
    if (data == d->data)
        return;
    d->data = data;
    d->plot->setData(data);
    setAccessibleName(tr("%1 over time, chart").arg(data.scale.name));
    setAccessibleDescription(sentence());
}

const TimeChartData &TimeChart::data() const
{
    return d->data;
}

QList<QStringList> TimeChart::table() const
{
    QList<QStringList> rows{{tr("Day"), d->data.scale.name, tr("Median of 21 days"), tr("Middle half"),
                             tr("Rated days"), tr("Session")}};
    QMap<QDate, QString> values;
    for (const QDate &day : d->data.series.skipped)
        values.insert(day, tr("skipped"));
    for (const SessionMark &session : d->data.series.sessions)
        values.insert(session.day, tr("not rated"));
    for (const RatedDay &day : d->data.series.days)
        values.insert(day.day, ratingText(day.value));
    QHash<QDate, TrendPoint> points;
    for (const TrendSegment &segment : d->data.trend) {
        for (const TrendPoint &point : segment)
            points.insert(point.day, point);
    }
    const QLocale locale;
    for (auto value = values.cend(); value != values.cbegin();) {
        --value;
        QStringList row{fullDay(value.key(), locale), value.value(), {}, {}, {}, d->sessionsOn(value.key())};
        if (const auto point = points.constFind(value.key()); point != points.cend()) {
            row[2] = tenths(point->median);
            row[3] = tr("%1 to %2").arg(tenths(point->q25), tenths(point->q75));
            row[4] = QString::number(point->ratedDays);
        }
        rows.append(row);
    }
    return rows;
}

QString TimeChart::sentence() const
{
    const DailySeries &series = d->data.series;
    const QLocale locale;
    const QString span =
        tr("%1 from %2 to %3.")
            .arg(d->data.scale.name, longDay(d->data.from, locale), longDay(d->data.to, locale));
    if (series.dots.isEmpty()) {
        return span + QLatin1Char(' ') + tr("No ratings.") + QLatin1Char(' ') + d->sessionCount();
    }
    const auto [least, most] =
        std::minmax_element(series.dots.cbegin(), series.dots.cend(),
                            [](const RatingDot &a, const RatingDot &b) { return a.value < b.value; });
    QStringList sentences{span, directionWords(d->data.scale.direction)};
    sentences.append(
        d->ratingCount() + QLatin1Char(' ') +
        tr("The lowest is %1, the highest %2.").arg(ratingText(least->value), ratingText(most->value)));
    if (!d->data.joinDays)
        sentences.append(d->trendSentence());
    sentences.append(d->sessionCount());
    return sentences.join(QLatin1Char(' '));
}

int TimeChart::dotCount() const
{
    return static_cast<int>(d->plot->data().series.dots.size());
}

int TimeChart::sessionMarkCount() const
{
    return static_cast<int>(d->plot->data().series.sessions.size());
}

QString TimeChart::readout() const
{
    return d->plot->readout();
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const std::optional<TimePlot::Pick> now = d->plot->pick();
    const auto walk = [&](bool session, int count, int step) {
        if (count == 0)
            return;
        int index = step > 0 ? 0 : count - 1;
        if (now && now->session == session)
            index = std::clamp(now->index + step, 0, count - 1);
        else if (!now)
            index = count - 1;
        d->plot->setPick(TimePlot::Pick{session, index});
        setAccessibleDescription(readout());
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(false, dotCount(), -1);
    case Qt::Key_Right:
        return walk(false, dotCount(), 1);
    case Qt::Key_Up:
        return walk(true, sessionMarkCount(), -1);
    case Qt::Key_Down:
        return walk(true, sessionMarkCount(), 1);
    case Qt::Key_Home:
        return walk(false, dotCount(), -dotCount());
    case Qt::Key_End:
        return walk(false, dotCount(), dotCount());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (now)
            return d->plot->onOpen(*now);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    d->plot->setPick(std::nullopt);
    setAccessibleDescription(sentence());
}

} // namespace stillpoint::ui
