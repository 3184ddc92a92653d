#include "app/journal/scales.h"
#include "tests/support/uitest.h"
#include "ui/shell/theme.h"
#include "ui/widgets/ratingrow.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace stillpoint;
using namespace stillpoint::ui;

class TestRatingRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keys_rate_asTheTableSays_data();
    void keys_rate_asTheTableSays();
    void newRow_isNotRated_andSaysSo();
    void arrows_moveWithoutRating_andSpaceRates();
    void shiftDigit_onHalves_addsAHalf();
    void tab_leavesTheRow_afterOneStop();
    void mouse_onAButton_rates();
    void zero_isARating_notNothing();
    void screenReader_hearsEachButton_withItsWords();
    void screenReader_pressesAButton_rates();
};

namespace {
Scale stress()
{
    return *scaleByCode(QStringLiteral("stress"));
}
} // namespace

void TestRatingRow::keys_rate_asTheTableSays_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("rated");
    QTest::addColumn<double>("value");
    for (int digit = 0; digit <= 9; ++digit)
        QTest::addRow("digit %d", digit) << int(Qt::Key_0 + digit) << true << double(digit);
    QTest::addRow("x") << int(Qt::Key_X) << true << 10.0;
    QTest::addRow("delete") << int(Qt::Key_Delete) << false << 0.0;
    QTest::addRow("backspace") << int(Qt::Key_Backspace) << false << 0.0;
}

void TestRatingRow::keys_rate_asTheTableSays()
{
    QFETCH(int, key);
    QFETCH(bool, rated);
    QFETCH(double, value);
    Theme theme;
    RatingRow row(theme, stress(), RatingRow::Tone::After, 28, nullptr);
    row.setValue(3);
    QSignalSpy spy(&row, &RatingRow::rated);
    QTest::keyClick(&row, static_cast<Qt::Key>(key));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(row.value().has_value(), rated);
    if (rated)
        QCOMPARE(*row.value(), value);
}

void TestRatingRow::newRow_isNotRated_andSaysSo()
{
    Theme theme;
    RatingRow row(theme, stress(), RatingRow::Tone::Before, 28, nullptr);
    row.setSubject(QStringLiteral("Stress before"));
    QVERIFY(!row.value());
    QCOMPARE(row.accessibleName(), QStringLiteral("Stress before: not rated"));
    row.setValue(7);
    QCOMPARE(row.accessibleName(), QStringLiteral("Stress before: 7 of 10"));
}

void TestRatingRow::arrows_moveWithoutRating_andSpaceRates()
{
    Theme theme;
    RatingRow row(theme, stress(), RatingRow::Tone::After, 28, nullptr);
    QSignalSpy spy(&row, &RatingRow::rated);
    QTest::keyClick(&row, Qt::Key_Right);
    QTest::keyClick(&row, Qt::Key_Right);
    QVERIFY(spy.isEmpty());
    QTest::keyClick(&row, Qt::Key_Space);
    QCOMPARE(row.value(), std::optional(2.0));
    QTest::keyClick(&row, Qt::Key_End);
    QTest::keyClick(&row, Qt::Key_Return);
    QCOMPARE(row.value(), std::optional(10.0));
}

void TestRatingRow::shiftDigit_onHalves_addsAHalf()
{
    Theme theme;
    Scale scale = stress();
    RatingRow whole(theme, scale, RatingRow::Tone::After, 28, nullptr);
    QTest::keyClick(&whole, Qt::Key_4, Qt::ShiftModifier);
    QCOMPARE(whole.value(), std::optional(4.0));
    scale.step = 0.5;
    RatingRow halves(theme, scale, RatingRow::Tone::After, 28, nullptr);
    QTest::keyClick(&halves, Qt::Key_4, Qt::ShiftModifier);
    QCOMPARE(halves.value(), std::optional(4.5));
}

void TestRatingRow::tab_leavesTheRow_afterOneStop()
{
    Theme theme;
    QWidget window;
    auto *first = new RatingRow(theme, stress(), RatingRow::Tone::After, 28, &window);
    auto *second = new RatingRow(theme, stress(), RatingRow::Tone::After, 28, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(second->hasFocus());
}

void TestRatingRow::mouse_onAButton_rates()
{
    Theme theme;
    RatingRow row(theme, stress(), RatingRow::Tone::After, 28, nullptr);
    row.resize(row.sizeHint());
    QTest::mouseClick(&row, Qt::LeftButton, {}, QPoint(row.width() - 12, row.height() / 2));
    QCOMPARE(row.value(), std::optional(10.0));
}

void TestRatingRow::zero_isARating_notNothing()
{
    Theme theme;
    RatingRow row(theme, stress(), RatingRow::Tone::After, 28, nullptr);
    QTest::keyClick(&row, Qt::Key_0);
    QVERIFY(row.value());
    QCOMPARE(row.accessibleName(), QStringLiteral("Stress: 0 of 10"));
}

void TestRatingRow::screenReader_hearsEachButton_withItsWords()
{
    Theme theme;
    RatingRow row(theme, stress(), RatingRow::Tone::After, 28, nullptr);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&row);
    QCOMPARE(access->childCount(), 11);
    for (int i = 0; i < access->childCount(); ++i) {
        QCOMPARE(access->child(i)->role(), QAccessible::RadioButton);
        QVERIFY(!access->child(i)->state().checked);
    }
    QCOMPARE(access->child(0)->text(QAccessible::Name), QStringLiteral("0, ") + stress().low);
    QCOMPARE(access->child(4)->text(QAccessible::Name), QStringLiteral("4"));
    QCOMPARE(access->child(10)->text(QAccessible::Name), QStringLiteral("10, ") + stress().high);
}

void TestRatingRow::screenReader_pressesAButton_rates()
{
    Theme theme;
    RatingRow row(theme, stress(), RatingRow::Tone::After, 28, nullptr);
    QSignalSpy spy(&row, &RatingRow::rated);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&row);
    access->child(7)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(spy.size(), 1);
    QCOMPARE(row.value(), std::optional(7.0));
    for (int i = 0; i < access->childCount(); ++i)
        QCOMPARE(bool(access->child(i)->state().checked), i == 7);
}

STILLPOINT_UI_TEST_MAIN(TestRatingRow)
#include "tst_ratingrow.moc"
