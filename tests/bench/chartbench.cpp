#include "tests/bench/measure.h"
#include "ui/charts/timechart.h"
#include "ui/shell/programstyle.h"
#include "ui/shell/theme.h"
#include "ui/uiresources.h"

#include <QApplication>
#include <QtTest>

#include <ctime>

using namespace stillpoint;
using namespace stillpoint::bench;
using namespace stillpoint::ui;

/// How long a chart of a million ratings takes from a movement of the mouse to the painted frame.
namespace {

constexpr int ratings = 1'000'000;
constexpr int days = 3650;
constexpr int frames = 200;
constexpr int pixelsAFrame = 2;

/// Counts what was painted, so that a frame ends when it is on the screen.
class Paints final : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(object, event);
    }
};

TimeChartData tenYears()
{
    TimeChartData data;
    data.scale.code = QStringLiteral("stress");
    data.scale.name = QStringLiteral("Stress");
    data.to = QDate(2026, 11, 11);
    data.from = data.to.addDays(1 - days);
    data.firstEntry = data.from;
    TrendSegment trend;
    for (int i = 0; i < days; ++i) {
        const QDate day = data.from.addDays(i);
        data.series.days.append({day, static_cast<double>(i % 7)});
        trend.append({day, 4, 3, 5, 21});
        if (i % 7 == 0)
            data.series.sessions.append({QUuid::createUuid(), day, std::nullopt, QStringLiteral("thai")});
    }
    for (int i = 0; i < ratings; ++i) {
        const auto day = static_cast<int>(static_cast<qint64>(i) * days / ratings);
        RatingDot dot;
        dot.day = data.from.addDays(day);
        dot.value = i * 7 % 21 / 2.0;
        data.series.dots.append(dot);
    }
    data.trend = {trend};
    return data;
}

/// Milliseconds of processor time of every frame while the mouse drags, all on one thread: a busy machine
/// does not count.
QList<double> drag(QWidget *plot)
{
    Paints paints;
    plot->installEventFilter(&paints);
    QPoint place = plot->rect().center();
    QTest::mousePress(plot, Qt::LeftButton, {}, place);
    place.rx() += 2 * QApplication::startDragDistance();
    QTest::mouseMove(plot, place);
    QTest::qWait(100);
    QList<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        place.rx() += frame < frames / 2 ? pixelsAFrame : -pixelsAFrame;
        const int painted = paints.count;
        const std::clock_t start = std::clock();
        QTest::mouseMove(plot, place);
        while (paints.count == painted)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times.append(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    QTest::mouseRelease(plot, Qt::LeftButton, {}, place);
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setStyle(new ProgramStyle);
    useUiResources();
    const QApplication application(argc, argv);
    Theme theme;
    theme.apply();
    TimeChart chart(theme);
    chart.resize(1240, 420);
    chart.setData(tenYears());
    chart.show();
    if (!QTest::qWaitForWindowExposed(&chart))
        return 1;
    out() << QStringLiteral("A chart of %1 ratings, dragged for %2 frames (limit in brackets), load %3:\n")
                 .arg(ratings)
                 .arg(frames)
                 .arg(load());
    for (const int steps : {1, 5}) {
        QTest::keyClick(&chart, Qt::Key_0);
        for (int i = 0; i < steps; ++i)
            QTest::keyClick(&chart, Qt::Key_Plus);
        QCoreApplication::processEvents();
        const QDate before = chart.daysInView().first;
        const QList<double> times = drag(chart.childAt(chart.rect().center()));
        out() << QStringLiteral("  %1 days in view: median %2 ms, slowest of twenty %3 ms (16)\n")
                     .arg(before.daysTo(chart.daysInView().second) + 1)
                     .arg(quantile(times, 0.5), 0, 'f', 1)
                     .arg(quantile(times, 0.95), 0, 'f', 1);
    }
    return 0;
}
