#include "app/base/identifiers.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/charts/timechart.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

using namespace stillpoint;
using namespace stillpoint::ui;
using stillpoint::test::UiFixture;

/// What holds for the whole window: keys and focus between pages and the sheet, text size, a new day.
class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pageKey_overTheSheet_closesIt();
    void undoKey_inTheSheet_leavesTheJournalAlone();
    void nextPane_inTheSheet_staysThere();
    void nextPane_onAnyPage_reachesSomethingToUse_data();
    void nextPane_onAnyPage_reachesSomethingToUse();
    void textSize_changed_reachesTheRail();
    void largerText_needsALargerWindow_butNotMoreThanTheScreen();
    void textSize_changed_reachesTheJournalsHeader();
    void firstRun_afterTheFirstEntry_becomesToday();
    void checkIn_onAnEmptyJournal_leadsToTheRatings();
    void newDay_reachesTodayAndInsights();
    void lastScale_cannotBeSwitchedOff();
    void scales_moved_areAskedInThatOrder();
    void controls_haveNames_data();
    void controls_haveNames();
};

namespace {

CheckIn someCheckIn(const QDate &day)
{
    CheckIn made;
    made.id = newId(1);
    made.time = When::at(momentFromLocal(day, QTime(9, 0), QByteArrayLiteral("Europe/Berlin")));
    made.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = 4;
    return made;
}

void addPageRows()
{
    QTest::addColumn<int>("page");
    QTest::newRow("today") << int(PageId::Today);
    QTest::newRow("library") << int(PageId::Library);
    QTest::newRow("journal") << int(PageId::Journal);
    QTest::newRow("insights") << int(PageId::Insights);
    QTest::newRow("settings") << int(PageId::Settings);
}

void showPage(UiFixture &fixture, int page)
{
    QVERIFY(fixture.workspace().journal().put({someCheckIn(QDate(2026, 11, 10))}));
    fixture.window().go(GoPage{static_cast<PageId>(page)});
    QTRY_VERIFY(fixture.window().currentPage()->isSettled());
}

bool takesKeys(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

} // namespace

void TestWindow::pageKey_overTheSheet_closesIt()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Journal));
    fixture.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(fixture.find(QStringLiteral("sessionEditor")));
    fixture.press(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(fixture.window().currentPageId(), PageId::Insights);
    QVERIFY(!fixture.find(QStringLiteral("sessionEditor")));
    const QWidget *focused = QApplication::focusWidget();
    const QWidget *page = fixture.window().currentPage();
    QVERIFY(focused && (focused == page || page->isAncestorOf(focused)));
}

void TestWindow::undoKey_inTheSheet_leavesTheJournalAlone()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Journal));
    fixture.window().go(GoEditor{});
    fixture.find(QStringLiteral("before-stress"))->setFocus();
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.workspace().journal().all<CheckIn>().size(), 1);
    fixture.press(Qt::Key_Escape);
    fixture.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(fixture.workspace().journal().all<CheckIn>().isEmpty());
}

void TestWindow::nextPane_inTheSheet_staysThere()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Library));
    fixture.window().go(GoEditor{});
    const QWidget *sheet = fixture.find(QStringLiteral("sessionEditor"));
    for (const QKeySequence &key : {QKeySequence(Qt::Key_F6), QKeySequence(QStringLiteral("Ctrl+K"))}) {
        fixture.press(key);
        QVERIFY2(sheet->isAncestorOf(QApplication::focusWidget()), qPrintable(key.toString()));
    }
}

void TestWindow::nextPane_onAnyPage_reachesSomethingToUse_data()
{
    addPageRows();
}

void TestWindow::nextPane_onAnyPage_reachesSomethingToUse()
{
    QFETCH(int, page);
    UiFixture fixture;
    showPage(fixture, page);
    for (int i = 0; i < 4; ++i) {
        fixture.press(Qt::Key_F6);
        const QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused);
        QVERIFY2(takesKeys(focused), qPrintable(focused->objectName()));
    }
}

void TestWindow::textSize_changed_reachesTheRail()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Settings));
    QWidget *item = fixture.find(QStringLiteral("rail.journal"));
    QVERIFY(fixture.workspace().settings().set(Setting::TextScale, 200));
    const QImage changed = item->grab().toImage();
    fixture.window().resize(fixture.window().width() + 1, fixture.window().height());
    QCoreApplication::processEvents();
    QVERIFY2(changed == item->grab().toImage(), "the rail was not laid out for the new text size");
}

void TestWindow::largerText_needsALargerWindow_butNotMoreThanTheScreen()
{
    UiFixture fixture;
    const int screen = fixture.window().screen()->availableSize().width();
    fixture.window().resize(1, 1);
    QCOMPARE(fixture.window().size(), QSize(720, 560));
    QVERIFY(fixture.workspace().settings().set(Setting::TextScale, 200));
    QCOMPARE(fixture.window().size(), QSize(std::min(1024, screen), 700));
}

void TestWindow::textSize_changed_reachesTheJournalsHeader()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Journal));
    const int before = fixture.find(QStringLiteral("journalLog"))->parentWidget()->height();
    QVERIFY(fixture.workspace().settings().set(Setting::TextScale, 200));
    QTRY_COMPARE(fixture.find(QStringLiteral("journalLog"))->parentWidget()->height(), 2 * before);
}

void TestWindow::firstRun_afterTheFirstEntry_becomesToday()
{
    UiFixture fixture;
    QCOMPARE(fixture.window().currentPageId(), PageId::FirstRun);
    QVERIFY(fixture.workspace().journal().put({someCheckIn(QDate(2026, 11, 10))}));
    QTRY_COMPARE(fixture.window().currentPageId(), PageId::Today);
}

void TestWindow::checkIn_onAnEmptyJournal_leadsToTheRatings()
{
    UiFixture fixture;
    fixture.window().go(GoPage{PageId::Journal});
    QTest::mouseClick(fixture.find(QStringLiteral("journalCheckIn")), Qt::LeftButton);
    QCOMPARE(fixture.window().currentPageId(), PageId::Today);
    fixture.press(Qt::Key_5);
    QCOMPARE(fixture.workspace().journal().all<CheckIn>().size(), 1);
}

void TestWindow::newDay_reachesTodayAndInsights()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Today));
    showPage(fixture, int(PageId::Insights));
    QVERIFY(fixture.find<QLabel>(QStringLiteral("insightsDates"))->text().contains(QStringLiteral("11 Nov")));
    fixture.clock().advance(6 * 3'600'000);
    QTRY_VERIFY(
        fixture.find<QLabel>(QStringLiteral("insightsDates"))->text().contains(QStringLiteral("12 Nov")));
    const auto *headline = fixture.window().findChild<QLabel *>(QStringLiteral("todayHeadline"));
    QTRY_COMPARE(headline->text(), QStringLiteral("Thursday 12 November"));
}

void TestWindow::lastScale_cannotBeSwitchedOff()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Settings));
    const auto box = [&](const char *code) {
        return fixture.find<QCheckBox>(QStringLiteral("settingsScale.") + QLatin1String(code));
    };
    box("mobility")->click();
    box("stress")->click();
    QVERIFY(box("stress")->isChecked());
    QCOMPARE(fixture.workspace().settings().value(Setting::ScalesShown).toStringList(),
             QStringList{QStringLiteral("stress")});
}

void TestWindow::scales_moved_areAskedInThatOrder()
{
    UiFixture fixture;
    showPage(fixture, int(PageId::Settings));
    fixture.find<QCheckBox>(QStringLiteral("settingsScale.pain"))->click();
    const auto order = [&] {
        return fixture.workspace()
            .settings()
            .value(Setting::ScalesShown)
            .toStringList()
            .join(QLatin1Char(' '));
    };
    QCOMPARE(order(), QStringLiteral("stress mobility pain"));
    auto *up = fixture.find<QToolButton>(QStringLiteral("scaleUp.pain"));
    up->setFocus();
    up->click();
    QCOMPARE(order(), QStringLiteral("stress pain mobility"));
    // The focus stays with the scale, so that it can be moved on.
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("scaleUp.pain"));
    fixture.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("pain stress mobility"));
    QVERIFY(!fixture.find(QStringLiteral("scaleUp.pain"))->isEnabled());
    fixture.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("stress pain mobility"));
    fixture.press(Qt::Key_Up, Qt::AltModifier);
    fixture.window().go(GoPage{PageId::Journal});
    fixture.window().go(GoPage{PageId::Today});
    QTRY_VERIFY(fixture.find<QLabel>(QStringLiteral("question"))->text().contains(QStringLiteral("pain")));
}

void TestWindow::controls_haveNames_data()
{
    addPageRows();
    QTest::newRow("first run") << int(PageId::FirstRun);
}

void TestWindow::controls_haveNames()
{
    QFETCH(int, page);
    UiFixture fixture;
    showPage(fixture, page);
    fixture.window().go(GoEditor{});
    QStringList nameless;
    for (const QWidget *widget : fixture.window().findChildren<QWidget *>()) {
        const bool ofQt =
            widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QComboBoxListView");
        if (!takesKeys(widget) || widget->focusProxy() || widget->isHidden() || ofQt)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool spoken = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        const bool part = button && button->property("kind").toString() == QLatin1String("segment");
        if (!spoken || (widget->objectName().isEmpty() && !part)) {
            nameless.append(QStringLiteral("%1 “%2” in %3 “%4”")
                                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                     QLatin1String(widget->parentWidget()->metaObject()->className()),
                                     button ? button->text() : widget->accessibleName()));
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

STILLPOINT_UI_TEST_MAIN(TestWindow)
#include "tst_window.moc"
