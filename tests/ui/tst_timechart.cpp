#include "app/insights/modalitymarks.h"
#include "tests/support/uitest.h"
#include "ui/charts/timechartdata.h"
#include "ui/shell/theme.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace stillpoint;
using namespace stillpoint::ui;

namespace {

const QDate today(2026, 11, 11);

Scale stress()
{
    Scale scale;
    scale.code = QStringLiteral("stress");
    scale.name = QStringLiteral("Stress");
    scale.low = QStringLiteral("at ease");
    scale.high = QStringLiteral("as stressed as ever");
    return scale;
}

CheckIn checkIn(const QDate &day, double value)
{
    CheckIn made;
    made.id = QUuid::createUuid();
    made.time = When::on(day);
    Rating rating;
    rating.value = value;
    made.ratings.insert({RatingKey{Phase::AdHoc, QStringLiteral("stress"), {}}, rating});
    return made;
}

Session session(const QDate &day)
{
    Session made;
    made.id = QUuid::createUuid();
    made.start = When::on(day);
    made.modalities = {QStringLiteral("thai")};
    return made;
}

/// 100 days, rated on all but each tenth, which has a session.
SeriesInput hundredDays()
{
    SeriesInput input;
    for (int i = 0; i < 100; ++i) {
        const QDate day = today.addDays(-i);
        if (i % 10 == 5)
            input.sessions.append(session(day));
        else
            input.checkIns.append(checkIn(day, 3 + i % 3));
    }
    return input;
}

} // namespace

class TestTimeChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void range_decides_dotsAndMarks_data();
    void range_decides_dotsAndMarks();
    void table_saysWhat_seriesHolds();
    void sentence_namesCounts_andDirection();
    void arrows_walkDots_andEnterOpens();
    void upAndDown_walkSessions();
    void joinedDays_showOneDot_perDay();
    void ownModality_hasItsName();
    void firstDays_axisShowsAMonth_andMissingIsCounted();
    void zooming_pagingAndShowingAll_changeTheDaysInView();
    void walking_bringsTheDot_intoView();
    void dragging_movesTheDays_andOpensNothing();
    void wheel_withoutCtrl_isThePages();
    void noData_paints_withoutEnd();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TimeChart> m_chart;
};

void TestTimeChart::init()
{
    qRegisterMetaType<RecordKind>();
    m_theme = std::make_unique<Theme>();
    m_theme->apply();
    m_chart = std::make_unique<TimeChart>(*m_theme);
    m_chart->resize(800, 400);
}

void TestTimeChart::cleanup()
{
    m_chart.reset();
    m_theme.reset();
}

void TestTimeChart::range_decides_dotsAndMarks_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("dots");
    QTest::addColumn<int>("marks");
    QTest::newRow("30 days") << 30 << today.addDays(-29) << 27 << 3;
    QTest::newRow("90 days") << 90 << today.addDays(-89) << 81 << 9;
    QTest::newRow("a year, from the first entry") << 365 << today.addDays(-99) << 90 << 10;
    QTest::newRow("all") << 0 << today.addDays(-99) << 90 << 10;
}

void TestTimeChart::range_decides_dotsAndMarks()
{
    QFETCH(int, days);
    QFETCH(QDate, from);
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {days, today}));
    QCOMPARE(m_chart->data().from, from);
    QCOMPARE(m_chart->data().to, today);
    QTEST(m_chart->dotCount(), "dots");
    QTEST(m_chart->sessionMarkCount(), "marks");
    QCOMPARE(daysInRange(m_chart->data()), from.daysTo(today) + 1);
}

void TestTimeChart::table_saysWhat_seriesHolds()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {30, today}));
    const QList<QStringList> rows = m_chart->table();
    QCOMPARE(rows.size(), 31);
    const TrendPoint last = m_chart->data().trend.last().last();
    QCOMPARE(rows.at(1).at(1), QStringLiteral("3"));
    QCOMPARE(rows.at(1).at(2), QLocale().toString(last.median, 'f', 1));
    QCOMPARE(rows.at(1).at(4), QString::number(last.ratedDays));
    QCOMPARE(rows.at(6).at(1), QStringLiteral("not rated"));
    QVERIFY(!rows.at(6).at(5).isEmpty());
}

void TestTimeChart::sentence_namesCounts_andDirection()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {30, today}));
    const QString sentence = m_chart->sentence();
    QVERIFY2(sentence.contains(QStringLiteral("27 ratings on 27 days")), qPrintable(sentence));
    QVERIFY(sentence.contains(QStringLiteral("3 sessions")));
    QVERIFY(sentence.contains(QStringLiteral("Higher is worse")));
    QCOMPARE(m_chart->accessibleDescription(), sentence);
}

void TestTimeChart::arrows_walkDots_andEnterOpens()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {30, today}));
    QSignalSpy opened(m_chart.get(), &TimeChart::opened);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    const QString last = m_chart->readout();
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QVERIFY(!last.isEmpty() && m_chart->readout() != last);
    QCOMPARE(m_chart->accessibleDescription(), m_chart->readout());
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const QList<RatingDot> &dots = m_chart->data().series.dots;
    QCOMPARE(opened.first().at(0).value<RecordKind>(), RecordKind::CheckIn);
    QCOMPARE(opened.first().at(1).toUuid(), dots.at(dots.size() - 2).record);
}

void TestTimeChart::upAndDown_walkSessions()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {30, today}));
    QSignalSpy opened(m_chart.get(), &TimeChart::opened);
    QTest::keyClick(m_chart.get(), Qt::Key_Up);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().at(1).toUuid(), m_chart->data().series.sessions.last().id);
}

void TestTimeChart::joinedDays_showOneDot_perDay()
{
    SeriesInput input = hundredDays();
    input.checkIns.append(checkIn(today, 9));
    TimeChartData data = timeChartData(input, stress(), Vocabulary(), {}, {30, today});
    QCOMPARE(data.series.dots.size(), 28);
    data.joinDays = true;
    m_chart->setData(data);
    QCOMPARE(m_chart->dotCount(), 27);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QVERIFY(m_chart->readout().contains(QStringLiteral("Stress 6")));
}

void TestTimeChart::ownModality_hasItsName()
{
    ModalityRecord own;
    own.modality.code = QStringLiteral("watsu");
    own.modality.name = QStringLiteral("Water shiatsu");
    SeriesInput input;
    Session session;
    session.start = When::on(today);
    session.modalities = {own.modality.code};
    input.sessions = {session};
    const TimeChartData data = timeChartData(input, stress(), Vocabulary({}, {own}, {}),
                                             modalityMarks(input.sessions, false), {30, today});
    QCOMPARE(data.modalities.value(own.modality.code).first, own.modality.name);
}

void TestTimeChart::firstDays_axisShowsAMonth_andMissingIsCounted()
{
    SeriesInput input;
    input.checkIns = {checkIn(today, 4), checkIn(today.addDays(-1), 5)};
    const TimeChartData data = timeChartData(input, stress(), Vocabulary(), {}, {365, today});
    QCOMPARE(data.from, today.addDays(-29));
    QCOMPARE(daysInRange(data), 2);
    QCOMPARE(data.missingRatedDays, 3);
    QVERIFY(data.trend.isEmpty());
}

void TestTimeChart::zooming_pagingAndShowingAll_changeTheDaysInView()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {0, today}));
    const QPair<QDate, QDate> whole(today.addDays(-99), today);
    QCOMPARE(m_chart->daysInView(), whole);
    QTest::keyClick(m_chart.get(), Qt::Key_PageDown);
    QCOMPARE(m_chart->daysInView(), whole);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    const auto [from, to] = m_chart->daysInView();
    QCOMPARE(from, today.addDays(-70)); // 41 of 100 days around the middle
    QCOMPARE(to, today.addDays(-29));
    QTest::keyClick(m_chart.get(), Qt::Key_PageDown);
    QTest::keyClick(m_chart.get(), Qt::Key_PageDown);
    QCOMPARE(m_chart->daysInView().second, today);
    QTest::keyClick(m_chart.get(), Qt::Key_PageUp);
    QVERIFY(m_chart->daysInView().second < today);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    const auto [first, last] = m_chart->daysInView();
    QVERIFY(first.daysTo(last) >= 13 && first.daysTo(last) <= 15);
    QTest::keyClick(m_chart.get(), Qt::Key_0);
    QCOMPARE(m_chart->daysInView(), whole);
}

void TestTimeChart::walking_bringsTheDot_intoView()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {0, today}));
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QVERIFY(m_chart->daysInView().second < today);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QCOMPARE(m_chart->daysInView().second, today);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QCOMPARE(m_chart->daysInView().first, today.addDays(-99));
}

void TestTimeChart::dragging_movesTheDays_andOpensNothing()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {0, today}));
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    const QDate before = m_chart->daysInView().first;
    QSignalSpy opened(m_chart.get(), &TimeChart::opened);
    QWidget *plot = m_chart->childAt(400, 200);
    QVERIFY(plot);
    const QPoint start = plot->mapFrom(m_chart.get(), QPoint(400, 200));
    QTest::mousePress(plot, Qt::LeftButton, {}, start);
    QTest::mouseMove(plot, start + QPoint(60, 0));
    QTest::mouseMove(plot, start + QPoint(160, 0));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, start + QPoint(160, 0));
    QVERIFY(m_chart->daysInView().first < before.addDays(-5));
    QCOMPARE(opened.size(), 0);
    QPushButton *all = m_chart->findChild<QPushButton *>(QStringLiteral("showAllDays"));
    QVERIFY(all->isVisible());
    all->click();
    QCOMPARE(m_chart->daysInView().first, today.addDays(-99));
    QVERIFY(!all->isVisible());
}

void TestTimeChart::wheel_withoutCtrl_isThePages()
{
    m_chart->setData(timeChartData(hundredDays(), stress(), Vocabulary(), {}, {0, today}));
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    QWidget *plot = m_chart->childAt(400, 200);
    QVERIFY(plot);
    const auto turn = [plot](Qt::KeyboardModifiers keys) {
        QWheelEvent event(plot->rect().center(), plot->mapToGlobal(plot->rect().center()), {}, {0, 120},
                          Qt::NoButton, keys, Qt::NoScrollPhase, false);
        event.setAccepted(true);
        QCoreApplication::sendEvent(plot, &event);
        return event.isAccepted();
    };
    QVERIFY(!turn(Qt::NoModifier));
    QVERIFY(!plot->testAttribute(Qt::WA_NoMousePropagation)); // or no parent would hear of it
    QCOMPARE(m_chart->daysInView().first, today.addDays(-99));
    QVERIFY(turn(Qt::ControlModifier));
    QVERIFY(m_chart->daysInView().first > today.addDays(-99));
}

void TestTimeChart::noData_paints_withoutEnd()
{
    QVERIFY(!m_chart->grab().isNull());
    QCOMPARE(m_chart->dotCount(), 0);
}

STILLPOINT_UI_TEST_MAIN(TestTimeChart)
#include "tst_timechart.moc"
