#include "tests/support/editortest.h"

#include <QAbstractButton>
#include <QPushButton>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

class TestSessionAreas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mapChange_isKeptInTheDraft_andOfferedAgain();
    void mapByKeyboard_fillsTheList();
    void list_doesWhatTheMapDoes();
    void list_foldsWhatIsOnlyWorkedOn();
    void list_isOneTabStop();
    void addingAPlace_byName_marksItInTheLayer();
    void removingAPlace_takesItsPainAlong();
};

namespace {

void choosePlace(const QString &typed)
{
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    auto *search = popup->findChild<QLineEdit *>(QStringLiteral("popupSearch"));
    QTest::keyClicks(search, typed);
    QTest::keyClick(search, Qt::Key_Return);
}

} // namespace

void TestSessionAreas::mapChange_isKeptInTheDraft_andOfferedAgain()
{
    UiFixture fixture;
    openEditor(fixture);
    map(fixture)->setFocus();
    map(fixture)->setCurrent(jaw);
    fixture.press(Qt::Key_3);
    fixture.press(Qt::Key_Escape);
    fixture.close();
    fixture.open();
    openEditor(fixture);
    QCOMPARE(map(fixture)->areas().hurts.value(jaw), 3);
    QVERIFY(fixture.find(QStringLiteral("area-") + jaw));
    QVERIFY(sessions(fixture).isEmpty());
}

void TestSessionAreas::mapByKeyboard_fillsTheList()
{
    UiFixture fixture;
    openEditor(fixture);
    QVERIFY(fixture.tabTo(QStringLiteral("bodyMap"), 120));
    map(fixture)->setCurrent(jaw);
    fixture.press(Qt::Key_Space);
    auto *name = fixture.find<QAbstractButton>(QStringLiteral("areaName-") + jaw);
    QVERIFY(name);
    QCOMPARE(name->accessibleName(), QStringLiteral("Right jaw: hurts, 1 of 3"));
    fixture.press(Qt::Key_Space);
    QCOMPARE(name->accessibleName(), QStringLiteral("Right jaw: hurts, 2 of 3"));
    fixture.press(Qt::Key_Delete);
    QVERIFY(!fixture.find(QStringLiteral("areaName-") + jaw));
}

void TestSessionAreas::list_doesWhatTheMapDoes()
{
    UiFixture fixture;
    Session session = fullSession();
    session.hurts = {{jaw, 1}};
    session.worked.clear();
    QVERIFY(fixture.workspace().journal().put({session}));
    openEditor(fixture, session.id);
    QVERIFY(fixture.tabTo(QStringLiteral("areaName-") + jaw, 120));
    fixture.press(Qt::Key_Right);
    QCOMPARE(focused()->objectName(), QStringLiteral("areaLevel-") + jaw);
    fixture.press(Qt::Key_Space);
    QCOMPARE(map(fixture)->areas().hurts.value(jaw), 2);
    fixture.press(Qt::Key_3);
    QCOMPARE(map(fixture)->areas().hurts.value(jaw), 3);
    fixture.press(Qt::Key_Right);
    fixture.press(Qt::Key_Return);
    QVERIFY(map(fixture)->areas().worked.contains(jaw));
    fixture.press(Qt::Key_0);
    QVERIFY(!map(fixture)->areas().hurts.contains(jaw));
    QVERIFY2(fixture.find(QStringLiteral("area-") + jaw), "a row under the person's hands went away");
    fixture.press(Qt::Key_Right);
    QCOMPARE(focused()->objectName(), QStringLiteral("areaRemove-") + jaw);
    fixture.press(Qt::Key_Space);
    QVERIFY(!map(fixture)->areas().isMarked(jaw));
    QVERIFY(!fixture.find(QStringLiteral("area-") + jaw));
    QVERIFY(focused() && focused()->isVisible());
}

void TestSessionAreas::list_foldsWhatIsOnlyWorkedOn()
{
    UiFixture fixture;
    const Session session = fullSession();
    QVERIFY(fixture.workspace().journal().put({session}));
    openEditor(fixture, session.id);
    const QString folded = QStringLiteral("area-back.left.neck");
    auto *more = fixture.find<QPushButton>(QStringLiteral("areasMore"));
    QVERIFY(more);
    QCOMPARE(more->text(), QStringLiteral("1 more, worked on only"));
    QVERIFY(!fixture.find(folded));
    QWidget *first = fixture.find(QStringLiteral("area-") + trapezius);
    QVERIFY(first->y() < fixture.find(QStringLiteral("area-") + jaw)->y());
    more->setFocus();
    fixture.press(Qt::Key_Space);
    QVERIFY(fixture.find(folded));
}

void TestSessionAreas::list_isOneTabStop()
{
    UiFixture fixture;
    const Session session = fullSession();
    QVERIFY(fixture.workspace().journal().put({session}));
    openEditor(fixture, session.id);
    QVERIFY(fixture.tabTo(QStringLiteral("bodyMap"), 120));
    fixture.press(Qt::Key_Tab);
    QCOMPARE(focused()->objectName(), QStringLiteral("areaName-") + trapezius);
    fixture.press(Qt::Key_Down);
    QCOMPARE(focused()->objectName(), QStringLiteral("areaName-") + jaw);
    fixture.press(Qt::Key_Tab);
    QCOMPARE(focused()->objectName(), QStringLiteral("areasMore"));
    fixture.press(Qt::Key_Tab);
    QCOMPARE(focused()->objectName(), QStringLiteral("areasAdd"));
    fixture.press(Qt::Key_Tab);
    QCOMPARE(focused()->objectName(), QStringLiteral("notes"));
}

void TestSessionAreas::addingAPlace_byName_marksItInTheLayer()
{
    UiFixture fixture;
    openEditor(fixture);
    pressAt(fixture, QStringLiteral("areasAdd"), Qt::Key_Space);
    choosePlace(QStringLiteral("right jaw"));
    QCOMPARE(map(fixture)->areas().hurts, (QMap<QString, int>{{jaw, 1}}));
    QCOMPARE(focused()->objectName(), QStringLiteral("areaLevel-") + jaw);
    map(fixture)->setLayer(BodyLayer::Worked);
    fixture.find<QPushButton>(QStringLiteral("areasAdd"))->click();
    choosePlace(QStringLiteral("sacrum"));
    QCOMPARE(map(fixture)->areas().worked, QSet<QString>{QStringLiteral("back.sacrum")});
    QVERIFY(fixture.find(QStringLiteral("area-back.sacrum")));
}

void TestSessionAreas::removingAPlace_takesItsPainAlong()
{
    UiFixture fixture;
    const Session session = fullSession();
    QVERIFY(fixture.workspace().journal().put({session}));
    openEditor(fixture, session.id);
    QVERIFY(fixture.tabTo(QStringLiteral("areaName-") + trapezius, 120));
    QVERIFY(focused()->accessibleName().contains(QStringLiteral("pain 6 before")));
    fixture.press(Qt::Key_Delete);
    save(fixture);
    const Session after = onlySession(fixture);
    QVERIFY(!after.hurts.contains(trapezius));
    QVERIFY(!after.worked.contains(trapezius));
    QVERIFY(!after.ratings.contains(painOf(Phase::Before, trapezius)));
    QVERIFY(after.ratings.contains({Phase::Before, QStringLiteral("tension"), jaw}));
}

STILLPOINT_UI_TEST_MAIN(TestSessionAreas)
#include "tst_sessionareas.moc"
