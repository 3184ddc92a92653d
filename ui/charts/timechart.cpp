#include "ui/charts/timechart.h"

#include "ui/charts/timedrawing.h"
#include "ui/charts/timeplot.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace stillpoint::ui {

class TimeChart::Private
{
public:
    TimePlot *plot = nullptr;
    QPushButton *showAll = nullptr;
    TimeChartData data;

    bool moveWindow(int key);
};

/// True when the key is one of those that choose what is in view.
bool TimeChart::Private::moveWindow(int key)
{
    constexpr double page = 0.8;
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        plot->zoomWindow(1);
        return true;
    case Qt::Key_Minus:
        plot->zoomWindow(-1);
        return true;
    case Qt::Key_0:
        plot->showWholeWindow();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (plot->window().isWhole())
            return false; // they are the page's
        plot->panWindow(key == Qt::Key_PageUp ? -page : page);
        return true;
    default:
        return false;
    }
}

TimeChart::TimeChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>())
{
    d->plot = new TimePlot(theme, this);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->plot, 0, 0);
    d->showAll = makeButton(theme, ButtonKind::Link, tr("Show all days"), this);
    d->showAll->setObjectName(QStringLiteral("showAllDays"));
    d->showAll->hide();
    layout->addWidget(d->showAll, 1, 0, Qt::AlignRight);
    layout->setRowStretch(0, 1);
    connect(d->showAll, &QPushButton::clicked, this, [this] {
        setFocus(); // the button goes
        d->plot->showWholeWindow();
    });
    d->plot->onWindowMoved = [this] { d->showAll->setVisible(!d->plot->window().isWhole()); };
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
    d->plot->onWindowMoved();
    setAccessibleName(tr("%1 over time, chart").arg(data.scale.name));
    setAccessibleDescription(sentence());
}

const TimeChartData &TimeChart::data() const
{
    return d->data;
}

QList<QStringList> TimeChart::table() const
{
    return TimeDrawing(d->data).table();
}

QString TimeChart::sentence() const
{
    return TimeDrawing(d->data).sentence();
}

int TimeChart::dotCount() const
{
    return static_cast<int>(d->plot->data().series.dots.size());
}

int TimeChart::sessionMarkCount() const
{
    return static_cast<int>(d->plot->data().series.sessions.size());
}

QPair<QDate, QDate> TimeChart::daysInView() const
{
    return {d->plot->firstInView(), d->plot->lastInView()};
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
        const TimePlot::Pick pick{session, index};
        d->plot->setPick(pick);
        d->plot->reveal(d->plot->dayOf(pick));
        setAccessibleDescription(readout());
    };
    if (!d->data.joinDays && d->moveWindow(event->key()))
        return;
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
