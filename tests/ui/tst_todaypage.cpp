#include "app/base/identifiers.h"
#include "app/journal/scales.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/charts/timechart.h"
#include "ui/journal/checkintexts.h"
#include "ui/shell/mainwindow.h"
#include "ui/today/followupspart.h"
#include "ui/widgets/ratingrow.h"

#include <QLabel>
#include <QPushButton>

using namespace stillpoint;
using namespace stillpoint::ui;
using stillpoint::test::UiFixture;

class TestTodayPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void digit_onThePage_savesACheckIn();
    void secondDigit_withinTenMinutes_replaces();
    void digit_afterTenMinutes_beginsAnother();
    void furtherScale_joinsTheCheckIn_andUndoesAlone();
    void clear_ofTheOnlyRating_takesTheCheckInBack();
    void digit_withFocusOnTheRail_stillRates();
    void digit_inTheEditor_doesNotRate();
    void rewordedScale_isAskedInThePersonsWords();
    void draftLeftInTheEditor_isOfferedHere();
    void chart_endsYesterday_untilRatedToday();
    void tab_fromTheRatings_comesToTheSession_beforeTheChart();
    void chart_ratedToday_callsItToday();
    void chart_withOldRealEntries_leavesTheDemoOut();
    void skipToday_byKeyboard_isUndoable_andTakesItselfBack();
    void skippedDay_rated_isNoLongerSkipped();
    void skipToday_afterMidnight_showsTheNewDayFirst();
    void note_doesNotHideSkipToday();
    void sessionRatedBefore_hidesSkipToday();
    void rating_joiningTheDayBefore_leavesTodaySkipped_data();
    void rating_joiningTheDayBefore_leavesTodaySkipped();
    void followUp_rated_isOneCheckInOfTheSession_andFocusStays();
    void followUp_later_asksAgainAfterAnHour();
    void followUp_skipped_leavesTheBadge_andUndoBringsItBack();
};

namespace {

QList<CheckIn> checkIns(UiFixture &fixture)
{
    return fixture.workspace().journal().all<CheckIn>();
}

double valueOf(const CheckIn &checkIn, const QString &scale)
{
    return checkIn.ratings.at({Phase::AdHoc, scale, {}}).value.value_or(-1);
}

void toToday(UiFixture &fixture)
{
    fixture.window().go(GoPage{PageId::Today});
}

/// A session of yesterday asks this morning.
QUuid addYesterdaysSession(UiFixture &fixture)
{
    Session session;
    session.id = newId(fixture.clock().now().utcMs);
    session.start =
        When::at(momentFromLocal(QDate(2026, 11, 10), QTime(17, 30), QByteArrayLiteral("Europe/Berlin")));
    session.minutes = 60;
    session.modalities = {QStringLiteral("deep-tissue")};
    if (!fixture.workspace().journal().put({session}))
        qFatal("the session was not stored");
    return session.id;
}

/// Of today.
qsizetype skips(UiFixture &fixture)
{
    const QDate today(2026, 11, 11);
    return fixture.workspace().journal().entries({today, today, RecordKind::Skip}).size();
}

QString badge(UiFixture &fixture)
{
    return fixture.find(QStringLiteral("rail.today"))->accessibleDescription();
}

const QString stress = QStringLiteral("stress");
const QString mobility = QStringLiteral("mobility");

} // namespace

void TestTodayPage::digit_onThePage_savesACheckIn()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.press(Qt::Key_4);
    QCOMPARE(checkIns(fixture).size(), 1);
    QCOMPARE(valueOf(checkIns(fixture).first(), stress), 4.0);
    QCOMPARE(checkIns(fixture).first().time.moment->utcMs, fixture.clock().now().utcMs);
    QVERIFY(fixture.find<QLabel>(QStringLiteral("toastText"))
                ->text()
                .contains(QStringLiteral("Stress 4 saved at 18:42")));
}

void TestTodayPage::secondDigit_withinTenMinutes_replaces()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.press(Qt::Key_4);
    fixture.clock().advance(9 * 60'000);
    fixture.press(Qt::Key_X);
    QCOMPARE(checkIns(fixture).size(), 1);
    QCOMPARE(valueOf(checkIns(fixture).first(), stress), 10.0);
    fixture.window().undo();
    QCOMPARE(valueOf(checkIns(fixture).first(), stress), 4.0);
    fixture.window().undo();
    QVERIFY(checkIns(fixture).isEmpty());
    QVERIFY(!fixture.find<RatingRow>(QStringLiteral("rating-stress"))->value());
}

void TestTodayPage::digit_afterTenMinutes_beginsAnother()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.press(Qt::Key_4);
    fixture.clock().advance(10 * 60'000);
    fixture.press(Qt::Key_6);
    QCOMPARE(checkIns(fixture).size(), 2);
}

void TestTodayPage::furtherScale_joinsTheCheckIn_andUndoesAlone()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.press(Qt::Key_4);
    fixture.press(Qt::Key_Tab);
    fixture.press(Qt::Key_7);
    QCOMPARE(checkIns(fixture).size(), 1);
    QCOMPARE(valueOf(checkIns(fixture).first(), mobility), 7.0);
    fixture.window().undo();
    QCOMPARE(checkIns(fixture).size(), 1);
    QCOMPARE(checkIns(fixture).first().ratings.size(), std::size_t(1));
}

void TestTodayPage::clear_ofTheOnlyRating_takesTheCheckInBack()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.press(Qt::Key_Tab);
    fixture.press(Qt::Key_7);
    QCOMPARE(checkIns(fixture).size(), 1);
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("clear-mobility")), Qt::LeftButton);
    QVERIFY(checkIns(fixture).isEmpty());
}

void TestTodayPage::digit_withFocusOnTheRail_stillRates()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.find<QPushButton>(QStringLiteral("logSession"))->setFocus();
    fixture.press(Qt::Key_3);
    QCOMPARE(checkIns(fixture).size(), 1);
}

void TestTodayPage::digit_inTheEditor_doesNotRate()
{
    UiFixture fixture;
    toToday(fixture);
    QTest::mouseClick(fixture.find<QPushButton>(QStringLiteral("logSession")), Qt::LeftButton);
    QWidget *chip = fixture.find(QStringLiteral("reason-planned"));
    QVERIFY(chip);
    chip->setFocus();
    fixture.press(Qt::Key_3);
    QVERIFY(checkIns(fixture).isEmpty());
}

void TestTodayPage::rewordedScale_isAskedInThePersonsWords()
{
    UiFixture fixture;
    toToday(fixture);
    ScaleRecord own;
    own.id = newId(fixture.clock().now().utcMs);
    own.code = QStringLiteral("stress");
    Scale worded = *scaleByCode(own.code);
    worded.version = 2;
    worded.name = QStringLiteral("Pressure at work");
    worded.question = QStringLiteral("How much is on you?");
    own.versions.insert(2, worded);
    QVERIFY(fixture.workspace().journal().put({own}));
    toToday(fixture);
    QTRY_COMPARE(fixture.find<QLabel>(QStringLiteral("question"))->text(), worded.question);
    fixture.press(Qt::Key_4);
    const CheckIn checkIn = checkIns(fixture).first();
    QCOMPARE(checkIn.ratings.at({Phase::AdHoc, own.code, {}}).scaleVersion, 2);
}

void TestTodayPage::draftLeftInTheEditor_isOfferedHere()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.window().go(GoPage{PageId::Today});
    QVERIFY(!fixture.find(QStringLiteral("draftHint")));
    fixture.find<QPushButton>(QStringLiteral("logSession"))->setFocus();
    fixture.find<QPushButton>(QStringLiteral("logSession"))->click();
    fixture.type(QStringLiteral("75"));
    QVERIFY(fixture.tabTo(QStringLiteral("notes"), 200));
    fixture.type(QStringLiteral("half"));
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY(fixture.find(QStringLiteral("draftHint")));
    QVERIFY(fixture.find<QLabel>(QStringLiteral("draftHint"))->text().contains(QStringLiteral("18:42")));
    fixture.find<QPushButton>(QStringLiteral("continueDraft"))->click();
    QVERIFY(fixture.find(QStringLiteral("sessionEditor")));
}

void TestTodayPage::chart_endsYesterday_untilRatedToday()
{
    UiFixture fixture;
    CheckIn before;
    before.id = QUuid::createUuid();
    before.time =
        When::at(momentFromLocal(QDate(2026, 11, 10), QTime(9, 0), QByteArrayLiteral("Europe/Berlin")));
    before.ratings[{Phase::AdHoc, stress, {}}].value = 6;
    QVERIFY(fixture.workspace().journal().put({before}));
    toToday(fixture);
    auto *caption = fixture.find<QLabel>(QStringLiteral("trendCaption"));
    QVERIFY(caption->text().startsWith(QStringLiteral("1 of 30 days rated")));
    fixture.press(Qt::Key_4);
    QVERIFY(caption->text().startsWith(QStringLiteral("2 of 30 days rated")));
    QVERIFY(caption->text().contains(QStringLiteral("median 5")));
}

void TestTodayPage::tab_fromTheRatings_comesToTheSession_beforeTheChart()
{
    UiFixture fixture;
    toToday(fixture);
    QStringList walked;
    for (int i = 0; i < 20 && !walked.contains(QStringLiteral("openInsights")); ++i) {
        fixture.press(Qt::Key_Tab);
        walked.append(QApplication::focusWidget()->objectName());
    }
    const auto log = walked.indexOf(QStringLiteral("logSession"));
    QVERIFY2(0 <= log && log < walked.indexOf(QStringLiteral("openInsights")), qPrintable(walked.join(u' ')));
}

void TestTodayPage::chart_ratedToday_callsItToday()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.press(Qt::Key_4);
    const TimeChartData &data = fixture.find<TimeChart>(QStringLiteral("trendChart"))->data();
    QCOMPARE(data.today, QDate(2026, 11, 11));
    QCOMPARE(data.to, data.today);
    QCOMPARE(data.from, QDate(2026, 10, 13));
}

void TestTodayPage::chart_withOldRealEntries_leavesTheDemoOut()
{
    UiFixture fixture;
    CheckIn made;
    made.time = When::on(QDate(2026, 11, 9));
    made.ratings[{Phase::AdHoc, stress, {}}].value = 6;
    CheckIn demo = made;
    demo.id = QUuid::createUuid();
    QVERIFY(fixture.workspace().journal().addDemo({demo}));
    toToday(fixture);
    const auto shown = [&fixture] {
        return fixture.window()
            .findChild<TimeChart *>(QStringLiteral("trendChart"))
            ->data()
            .series.dots.size();
    };
    QCOMPARE(shown(), 1);
    CheckIn old = made;
    old.id = QUuid::createUuid();
    old.time = When::on(QDate(2026, 5, 1));
    QVERIFY(fixture.workspace().journal().put({old}));
    QCOMPARE(shown(), 0);
}

void TestTodayPage::skipToday_byKeyboard_isUndoable_andTakesItselfBack()
{
    UiFixture fixture;
    toToday(fixture);
    QVERIFY(!fixture.find(QStringLiteral("todaySkipped")));
    QVERIFY(fixture.tabTo(QStringLiteral("skipToday")));
    fixture.press(Qt::Key_Space);
    QCOMPARE(skips(fixture), 1);
    QVERIFY(fixture.find(QStringLiteral("todaySkipped")));
    fixture.press(QKeySequence(QStringLiteral("Ctrl+Z")));
    QCOMPARE(skips(fixture), 0);
    QVERIFY(!fixture.find(QStringLiteral("todaySkipped")));
    fixture.press(Qt::Key_Space);
    QCOMPARE(skips(fixture), 1);
    fixture.press(Qt::Key_Space); // the same button
    QCOMPARE(skips(fixture), 0);
    QCOMPARE(fixture.find<QLabel>(QStringLiteral("toastText"))->text(),
             QStringLiteral("Today is no longer skipped"));
}

void TestTodayPage::skippedDay_rated_isNoLongerSkipped()
{
    UiFixture fixture;
    toToday(fixture);
    fixture.find<QPushButton>(QStringLiteral("skipToday"))->click();
    QCOMPARE(skips(fixture), 1);
    fixture.press(Qt::Key_4);
    QCOMPARE(skips(fixture), 0);
    QVERIFY(!fixture.find(QStringLiteral("skipToday")));
    fixture.window().undo(); // both at once
    QCOMPARE(skips(fixture), 1);
    QVERIFY(checkIns(fixture).isEmpty());
}

void TestTodayPage::skipToday_afterMidnight_showsTheNewDayFirst()
{
    UiFixture fixture;
    toToday(fixture);
    auto *skip = fixture.find<QPushButton>(QStringLiteral("skipToday"));
    skip->click();
    QCOMPARE(skip->text(), QStringLiteral("Take it back"));
    fixture.clock().set(
        momentFromLocal(QDate(2026, 11, 12), QTime(0, 0, 20), QByteArrayLiteral("Europe/Berlin")));
    skip->click();
    QCOMPARE(skips(fixture), 1);
    QCOMPARE(fixture.workspace().journal().all<Skip>().size(), 1);
    QCOMPARE(skip->text(), QStringLiteral("Skip today"));
    skip->click();
    QCOMPARE(fixture.workspace().journal().all<Skip>().size(), 2);
}

void TestTodayPage::note_doesNotHideSkipToday()
{
    UiFixture fixture;
    CheckIn note;
    note.id = newId(1);
    note.time = When::on(QDate(2026, 11, 11));
    note.note = QStringLiteral("nothing to say");
    QVERIFY(fixture.workspace().journal().put({note}));
    toToday(fixture);
    QVERIFY(fixture.find(QStringLiteral("skipToday")));
}

void TestTodayPage::sessionRatedBefore_hidesSkipToday()
{
    UiFixture fixture;
    toToday(fixture);
    QVERIFY(fixture.find(QStringLiteral("skipToday")));
    Session session;
    session.id = newId(1);
    session.start = When::on(QDate(2026, 11, 11));
    session.modalities = {QStringLiteral("thai")};
    session.ratings[{Phase::Before, stress, {}}].value = 7;
    QVERIFY(fixture.workspace().journal().put({session}));
    QVERIFY(!fixture.find(QStringLiteral("skipToday")));
}

void TestTodayPage::rating_joiningTheDayBefore_leavesTodaySkipped_data()
{
    QTest::addColumn<int>("startHour");
    QTest::newRow("my day starts at midnight") << 0;
    QTest::newRow("my day starts at 04:00") << 4;
}

void TestTodayPage::rating_joiningTheDayBefore_leavesTodaySkipped()
{
    QFETCH(int, startHour);
    UiFixture fixture;
    fixture.workspace().settings().set(Setting::DayStart, startHour * 60);
    const Moment start =
        momentFromLocal(QDate(2026, 11, 11), QTime(startHour, 0), QByteArrayLiteral("Europe/Berlin"));
    fixture.clock().set(momentAt(start.utcMs - 5 * 60'000, start.zone));
    toToday(fixture);
    fixture.press(Qt::Key_4);
    fixture.clock().advance(8 * 60'000);
    Journal &journal = fixture.workspace().journal();
    QCOMPARE(journal.today(), QDate(2026, 11, 11));
    Skip skip;
    skip.id = newId(1);
    skip.day = journal.today();
    QVERIFY(journal.put({skip}));
    skip.id = newId(2);
    skip.day = journal.today().addDays(-1);
    QVERIFY(journal.put({skip}));
    fixture.press(Qt::Key_6);
    QCOMPARE(checkIns(fixture).size(), 1);
    QCOMPARE(valueOf(checkIns(fixture).first(), stress), 6.0);
    QCOMPARE(skips(fixture), 1);
    QCOMPARE(journal.all<Skip>().size(), 1); // that of the day before is over
}

void TestTodayPage::followUp_rated_isOneCheckInOfTheSession_andFocusStays()
{
    UiFixture fixture;
    const QUuid session = addYesterdaysSession(fixture);
    toToday(fixture);
    QCOMPARE(badge(fixture), QStringLiteral("1 follow-up waiting"));
    QVERIFY(fixture.tabTo(QStringLiteral("followUpRate")));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(fixture.find(QStringLiteral("followUp-stress")));
    fixture.press(Qt::Key_3);
    QVERIFY(
        fixture.tabTo(QStringLiteral("followUp-mobility"), 1)); // the row is still there, and the focus in it
    fixture.press(Qt::Key_6);
    QCOMPARE(checkIns(fixture).size(), 1);
    const CheckIn answer = checkIns(fixture).first();
    QCOMPARE(answer.session, session);
    QCOMPARE(answer.ratings.at({Phase::NextMorning, stress, {}}).value, std::optional<double>(3));
    QCOMPARE(answer.ratings.at({Phase::NextMorning, mobility, {}}).value, std::optional<double>(6));
    QVERIFY(fixture.tabTo(QStringLiteral("followUpDone"), 1));
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY(!fixture.find(QStringLiteral("followUp")));
    QCOMPARE(badge(fixture), QString());
}

void TestTodayPage::followUp_later_asksAgainAfterAnHour()
{
    UiFixture fixture;
    addYesterdaysSession(fixture);
    toToday(fixture);
    QTRY_VERIFY(fixture.find<QPushButton>(QStringLiteral("followUpLater")));
    fixture.find<QPushButton>(QStringLiteral("followUpLater"))->click();
    QTRY_VERIFY(!fixture.find(QStringLiteral("followUp")));
    fixture.clock().advance(61 * 60 * 1000);
    fixture.window().findChild<FollowUpsPart *>()->refresh();
    QTRY_VERIFY(fixture.find(QStringLiteral("followUp")));
    QCOMPARE(checkIns(fixture).size(), 0);
}

void TestTodayPage::followUp_skipped_leavesTheBadge_andUndoBringsItBack()
{
    UiFixture fixture;
    addYesterdaysSession(fixture);
    toToday(fixture);
    QTRY_VERIFY(fixture.find<QPushButton>(QStringLiteral("followUpSkip")));
    fixture.find<QPushButton>(QStringLiteral("followUpSkip"))->click();
    QTRY_VERIFY(!fixture.find(QStringLiteral("followUp")));
    QCOMPARE(badge(fixture), QString());
    QCOMPARE(checkInTitle(checkIns(fixture).first()), QStringLiteral("Follow-up, skipped"));
    fixture.press(QKeySequence(QStringLiteral("Ctrl+Z")));
    QTRY_VERIFY(fixture.find(QStringLiteral("followUp")));
    QVERIFY(!badge(fixture).isEmpty());
}

STILLPOINT_UI_TEST_MAIN(TestTodayPage)
#include "tst_todaypage.moc"
