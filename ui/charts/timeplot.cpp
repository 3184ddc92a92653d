#include "ui/charts/timeplot.h"

#include "ui/shell/theme.h"

#include <cmath>

namespace stillpoint::ui {

namespace {

/// Something of ours on one of QCustomPlot's layers, drawn by a function over the whole widget.
class Painted final : public QCPLayerable
{
public:
    Painted(QCustomPlot *plot, const QString &layer, std::function<void(QCPPainter &)> paint)
        : QCPLayerable(plot, layer)
        , m_paint(std::move(paint))
    {
    }

protected:
    QRect clipRect() const override { return parentPlot()->viewport(); }
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter *painter) override { m_paint(*painter); }

private:
    std::function<void(QCPPainter &)> m_paint;
};

constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

/// One dot per day at the day's value; it opens the day's last entry.
QList<RatingDot> dayDots(const DailySeries &series)
{
    QHash<QDate, RatingDot> last;
    for (const RatingDot &dot : series.dots)
        last.insert(dot.day, dot);
    QList<RatingDot> dots;
    for (const RatedDay &day : series.days) {
        RatingDot dot = last.value(day.day);
        dot.day = day.day;
        dot.value = day.value;
        dots.append(dot);
    }
    return dots;
}

/// The middle of a day on the x axis.
double key(const QDate &day)
{
    return static_cast<double>(day.toJulianDay()) + 0.5;
}

} // namespace

TimePlot::TimePlot(const Theme &theme, QWidget *parent)
    : QCustomPlot(parent)
    , m_theme(theme)
{
    setInteractions(QCP::Interactions());
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_NoMousePropagation, false); // what it leaves of the wheel is the page's
    plotLayout()->setMargins(QMargins());
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMinimumSize(20, 20);
    xAxis->setVisible(false);
    xAxis->grid()->setVisible(false);
    makeGraphs();
}

void TimePlot::makeGraphs()
{
    const auto graphOn = [this](const QString &layer) {
        QCPGraph *graph = addGraph();
        graph->setLayer(layer);
        graph->setSelectable(QCP::stNone);
        return graph;
    };
    using Draw = void (TimePlot::*)(QCPPainter &);
    const auto paintOn = [this](const QString &layer, std::initializer_list<Draw> draws) {
        new Painted(this, layer, [this, list = QList<Draw>(draws)](QCPPainter &painter) {
            if (!hasSpan())
                return;
            for (const Draw step : list) {
                painter.save();
                (this->*step)(painter);
                painter.restore();
            }
        });
    };
    m_low = graphOn(QStringLiteral("main"));
    m_high = graphOn(QStringLiteral("main"));
    m_high->setChannelFillGraph(m_low);
    for (QCPGraph *graph : {m_low, m_high})
        graph->setPen(Qt::NoPen);
    paintOn(QStringLiteral("main"), {&TimePlot::drawDots});
    m_line = graphOn(QStringLiteral("main"));
    paintOn(QStringLiteral("grid"), {&TimePlot::drawSessionLines});
    paintOn(QStringLiteral("axes"), {&TimePlot::drawStrip, &TimePlot::drawDates, &TimePlot::drawAnchors,
                                     &TimePlot::drawGaps, &TimePlot::drawLegend});
    paintOn(QStringLiteral("overlay"),
            {&TimePlot::drawSessionMarks, &TimePlot::drawPick, &TimePlot::drawReadout});
}

void TimePlot::setData(const TimeChartData &data)
{
    m_data = data;
    if (m_data.joinDays)
        m_data.series.dots = dayDots(m_data.series);
    m_data.series.sessions.removeIf(
        [this](const SessionMark &session) { return session.day < m_data.from || session.day > m_data.to; });
    m_window.setWhole(static_cast<double>(m_data.from.toJulianDay()),
                      static_cast<double>(m_data.to.addDays(1).toJulianDay()));
    m_pick.reset();
    m_trendDays.clear();
    for (const TrendSegment &segment : m_data.trend) {
        for (const TrendPoint &point : segment)
            m_trendDays.insert(point.day, point);
    }
    refresh();
}

bool TimePlot::hasSpan() const
{
    return m_data.from.isValid() && m_data.to.isValid() && m_data.from <= m_data.to;
}

void TimePlot::refresh()
{
    if (!hasSpan())
        return;
    layOutLegend();
    layOutPlot();
    styleGraphs();
    fillGraphs();
    placeInWindow();
    replot(QCustomPlot::rpQueuedReplot);
}

/// What depends on how wide a day is.
void TimePlot::placeInWindow()
{
    placeDots();
    thinDots();
}

void TimePlot::layOutPlot()
{
    const QFontMetricsF metrics(m_theme.font(TextRole::Caption));
    const double scale = m_theme.textScale();
    const double number = metrics.horizontalAdvance(QLocale().toString(m_data.scale.maximum));
    const double left = anchorWidth() + number + 12 * scale;
    const double top = metrics.height() / 2 + 12 * scale;
    const double strip = (8 + 8) * scale;
    const double bottom = strip + 6 * scale + metrics.height() + m_legendHeight;
    axisRect()->setMargins({static_cast<int>(left), static_cast<int>(top), static_cast<int>(4 * scale),
                            static_cast<int>(bottom)});

    const Scale &rated = m_data.scale;
    const double pad = (rated.maximum - rated.minimum) * 0.03;
    yAxis->setRange(rated.minimum - pad, rated.maximum + pad);
    xAxis->setRange(m_window.from(), m_window.to());
    auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
    ticker->setTickStep((rated.maximum - rated.minimum) / (m_data.joinDays ? 2 : 5));
    ticker->setTickOrigin(rated.minimum);
    yAxis->setTicker(ticker);
    plotLayout()->update(QCPLayoutElement::upPreparation);
    plotLayout()->setOuterRect(viewport());
    plotLayout()->update(QCPLayoutElement::upMargins);
    plotLayout()->update(QCPLayoutElement::upLayout);
}

void TimePlot::styleGraphs()
{
    setBackground(m_theme.color(Token::Surface));
    const double scale = m_theme.textScale();
    yAxis->setBasePen(Qt::NoPen);
    yAxis->setTickPen(Qt::NoPen);
    yAxis->setSubTicks(false);
    yAxis->setTickLabelFont(m_theme.font(TextRole::Caption));
    yAxis->setTickLabelColor(m_theme.color(Token::Text2));
    yAxis->setTickLabelPadding(static_cast<int>(8 * scale));
    yAxis->grid()->setPen(QPen(m_theme.color(Token::Grid), 1));
    yAxis->grid()->setZeroLinePen(Qt::NoPen);
    yAxis->grid()->setAntialiased(false);

    const QColor accent = m_theme.color(Token::Accent);
    QColor band = accent;
    band.setAlphaF(0.16F);
    m_high->setBrush(band);
    m_line->setPen(
        QPen(accent, (m_data.joinDays ? 1.75 : 2.5) * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void TimePlot::fillGraphs()
{
    QVector<double> keys, median, low, high;
    const auto add = [&](double x, double middle, double lower, double upper) {
        keys << x;
        median << middle;
        low << lower;
        high << upper;
    };
    if (m_data.joinDays) {
        QDate last;
        for (const RatedDay &day : m_data.series.days) {
            if (last.isValid() && last.daysTo(day.day) > 1)
                add(key(last) + 0.5, noValue, noValue, noValue);
            add(key(day.day), day.value, noValue, noValue);
            last = day.day;
        }
    } else {
        for (const TrendSegment &segment : m_data.trend) {
            for (const TrendPoint &point : segment)
                add(key(point.day), point.median, point.q25, point.q75);
            add(key(segment.last().day) + 0.25, noValue, noValue, noValue);
        }
    }
    m_line->setData(keys, median, true);
    m_low->setData(keys, low, true);
    m_high->setData(keys, high, true);
}

void TimePlot::setPick(const std::optional<Pick> &pick)
{
    if (pick == m_pick)
        return;
    m_pick = pick;
    replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::resizeEvent(QResizeEvent *event)
{
    QCustomPlot::resizeEvent(event);
    refresh();
}

} // namespace stillpoint::ui
