#include "app/journal/regions.h"
#include "tests/support/uitest.h"
#include "ui/shell/theme.h"
#include "ui/widgets/bodydrawing.h"
#include "ui/widgets/bodymap.h"

#include <QAccessible>
#include <QImage>
#include <QSignalSpy>

#include <algorithm>

using namespace stillpoint;
using namespace stillpoint::ui;

class TestBodyMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void drawing_hasEveryRegionOfTheTable();
    void drawing_otherCommands_areRefused_data();
    void drawing_otherCommands_areRefused();
    void drawing_brokenXml_isRefused();
    void click_cyclesTheLevel_ofTheRegionThere();
    void click_besideTheBody_takesTheNearestWithin14Pixels();
    void click_inTheWorkedLayer_leavesWhatHurts();
    void arrows_reachEveryRegion();
    void arrowRight_goesRight_onTheScreen();
    void keys_setAndClearTheLevel();
    void rightToLeft_mirrorsNothing();
    void screenReader_readsEachRegionWithItsLevel();
    void screenReader_action_changesTheLevel();
    void levels_lookDifferent_alsoInTheDark();

private:
    Theme m_theme;
};

namespace {

/// The first point of the widget where a click means that region.
QPoint pointOf(const BodyMap &map, const QString &code)
{
    const QRect box = map.regionRect(code);
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            if (map.regionAt(QPointF(x, y)) == code)
                return {x, y};
        }
    }
    return {};
}

QString jaw()
{
    return QStringLiteral("front.right.jaw");
}

void open(BodyMap &map)
{
    map.resize(map.sizeHint());
    map.show();
    QVERIFY(QTest::qWaitForWindowExposed(&map));
    map.activateWindow();
    map.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(map.hasFocus());
}

} // namespace

void TestBodyMap::drawing_hasEveryRegionOfTheTable()
{
    QStringList drawn;
    for (const DrawnFigure *figure : {&shippedBodyDrawing().front, &shippedBodyDrawing().back}) {
        QVERIFY(!figure->outline.isEmpty());
        QVERIFY(!figure->detail.isEmpty());
        for (const DrawnRegion &region : figure->regions) {
            QVERIFY2(!region.path.isEmpty(), qPrintable(region.code));
            drawn.append(region.code);
        }
    }
    QStringList known;
    for (const Region &region : shippedRegions())
        known.append(region.code);
    drawn.sort();
    known.sort();
    QCOMPARE(drawn, known);
    QCOMPARE(drawn.size(), 53);
}

void TestBodyMap::drawing_otherCommands_areRefused_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<bool>("good");
    QTest::addRow("all four") << "M1 2C3 4 5 6 7 8Q-1 -2 3.5 4Z" << true;
    QTest::addRow("repeated curve") << "M1 2C3 4 5 6 7 8 1 2 3 4 5 6Z" << true;
    QTest::addRow("signs without space") << "M1-2Q3-4-5-6" << true;
    QTest::addRow("line") << "M1 2L3 4Z" << false;
    QTest::addRow("implied line") << "M1 2 3 4Z" << false;
    QTest::addRow("relative") << "m1 2c3 4 5 6 7 8z" << false;
    QTest::addRow("arc") << "M1 2A3 3 0 0 1 5 6" << false;
    QTest::addRow("no move first") << "C3 4 5 6 7 8" << false;
    QTest::addRow("numbers missing") << "M1 2C3 4 5 6" << false;
    QTest::addRow("numbers after the end") << "M1 2Z3 4" << false;
}

void TestBodyMap::drawing_otherCommands_areRefused()
{
    QFETCH(QString, data);
    QFETCH(bool, good);
    const auto path = pathFromSvg(data);
    QCOMPARE(path.has_value(), good);
    if (!good)
        QVERIFY(!path.error().message.isEmpty());
}

void TestBodyMap::drawing_brokenXml_isRefused()
{
    QVERIFY(!readBodyDrawing("<svg><g id=\"front\"><path id=\"x\" class=\"region\" d=\"M1 2"));
    const auto line =
        readBodyDrawing("<svg><g id=\"front\"><path id=\"x\" class=\"region\" d=\"M1 2H5\"/></g></svg>");
    QVERIFY(!line);
    QVERIFY(line.error().message.contains(QLatin1Char('H')));
}

void TestBodyMap::click_cyclesTheLevel_ofTheRegionThere()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    QSignalSpy spy(&map, &BodyMap::edited);
    QList<int> levels;
    for (int i = 0; i < 4; ++i) {
        QTest::mouseClick(&map, Qt::LeftButton, {}, pointOf(map, jaw()));
        levels.append(map.areas().hurts.value(jaw()));
    }
    QCOMPARE(levels, QList<int>({1, 2, 3, 0}));
    QCOMPARE(spy.size(), 4);
    QVERIFY(!map.areas().isMarked(jaw()));
}

void TestBodyMap::click_besideTheBody_takesTheNearestWithin14Pixels()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    const QString head = QStringLiteral("front.head");
    const QRect box = map.regionRect(head);
    QCOMPARE(map.regionAt(QPointF(box.center().x(), box.top() - 12)), head);
    QCOMPARE(map.regionAt(QPointF(box.center().x(), box.top() - 16)), QString());
}

void TestBodyMap::click_inTheWorkedLayer_leavesWhatHurts()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    map.setAreas({{{jaw(), 2}}, {}});
    map.setLayer(BodyLayer::Worked);
    QTest::mouseClick(&map, Qt::LeftButton, {}, pointOf(map, jaw()));
    QCOMPARE(map.areas(), (BodyAreas{{{jaw(), 2}}, {jaw()}}));
    QTest::mouseClick(&map, Qt::LeftButton, {}, pointOf(map, jaw()));
    QCOMPARE(map.areas(), (BodyAreas{{{jaw(), 2}}, {}}));
}

void TestBodyMap::arrows_reachEveryRegion()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    QStringList reached{map.current()};
    for (qsizetype at = 0; at < reached.size(); ++at) {
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            map.setCurrent(reached.at(at));
            QTest::keyClick(&map, key);
            if (!reached.contains(map.current()))
                reached.append(map.current());
        }
    }
    QStringList all = map.codes();
    all.removeIf([&](const QString &code) { return reached.contains(code); });
    QVERIFY2(all.isEmpty(), qPrintable(all.join(QLatin1Char(' '))));
}

void TestBodyMap::arrowRight_goesRight_onTheScreen()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    map.setCurrent(QStringLiteral("front.right.chest"));
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.current(), QStringLiteral("front.left.chest"));
    QTest::keyClick(&map, Qt::Key_Up);
    QVERIFY(map.regionRect(map.current()).center().y() <
            map.regionRect(QStringLiteral("front.left.chest")).center().y());
    map.setCurrent(QStringLiteral("back.left.lower-back"));
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.current(), QStringLiteral("back.right.lower-back"));
}

void TestBodyMap::keys_setAndClearTheLevel()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    map.setCurrent(jaw());
    QTest::keyClick(&map, Qt::Key_Space);
    QCOMPARE(map.areas().hurts.value(jaw()), 1);
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(map.areas().hurts.value(jaw()), 2);
    QTest::keyClick(&map, Qt::Key_3);
    QCOMPARE(map.areas().hurts.value(jaw()), 3);
    QTest::keyClick(&map, Qt::Key_4);
    QCOMPARE(map.areas().hurts.value(jaw()), 3);
    QTest::keyClick(&map, Qt::Key_Delete);
    QVERIFY(map.areas().hurts.isEmpty());
}

void TestBodyMap::rightToLeft_mirrorsNothing()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    map.setAreas({{{jaw(), 3}}, {QStringLiteral("back.left.hand")}});
    const QImage before = map.grab().toImage();
    const QPoint there = pointOf(map, jaw());
    map.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(pointOf(map, jaw()), there);
    QCOMPARE(map.grab().toImage(), before);
}

void TestBodyMap::screenReader_readsEachRegionWithItsLevel()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    map.setAreas({{{jaw(), 2}}, {jaw(), QStringLiteral("back.sacrum")}});
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&map);
    QVERIFY(access);
    QCOMPARE(access->childCount(), 53);
    QStringList names;
    for (int i = 0; i < access->childCount(); ++i) {
        QAccessibleInterface *child = access->child(i);
        QVERIFY(child && child->isValid());
        QCOMPARE(child->role(), QAccessible::CheckBox);
        QCOMPARE(access->indexOfChild(child), i);
        QCOMPARE(child->parent(), access);
        QVERIFY(child->rect().isValid());
        names.append(child->text(QAccessible::Name));
    }
    QVERIFY(names.contains(QStringLiteral("Right jaw: hurts, 2 of 3; worked on")));
    QVERIFY(names.contains(QStringLiteral("Left jaw: not marked")));
    map.setCurrent(jaw());
    QAccessibleInterface *focused = access->focusChild();
    QVERIFY(focused);
    QVERIFY(focused->text(QAccessible::Name).startsWith(QStringLiteral("Right jaw")));
    QVERIFY(focused->state().focused);
    QVERIFY(focused->state().checked);
}

void TestBodyMap::screenReader_action_changesTheLevel()
{
    BodyMap map(m_theme, nullptr);
    open(map);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&map);
    QAccessibleInterface *child = access->child(static_cast<int>(map.codes().indexOf(jaw())));
    QVERIFY(child->actionInterface());
    child->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(map.areas().hurts.value(jaw()), 1);
    QVERIFY(child->text(QAccessible::Name).contains(QStringLiteral("hurts, 1 of 3")));
}

void TestBodyMap::levels_lookDifferent_alsoInTheDark()
{
    const QString chest = QStringLiteral("front.left.chest");
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        Theme theme;
        theme.setChoice(choice);
        theme.apply();
        BodyMap map(theme, nullptr);
        open(map);
        const QPoint middle = map.regionRect(chest).center();
        QList<QRgb> seen;
        for (int level = 0; level <= 3; ++level) {
            map.setAreas({level > 0 ? QMap<QString, int>{{chest, level}} : QMap<QString, int>{}, {}});
            seen.append(map.grab().toImage().pixel(middle));
        }
        QCOMPARE(QSet<QRgb>(seen.begin(), seen.end()).size(), 4);
        QCOMPARE(QColor(seen.last()), theme.color(Token::Hurt));
        map.setAreas({{}, {chest}});
        const QImage hatched = map.grab().toImage();
        int bare = 0;
        int inked = 0;
        for (int x = middle.x() - 8; x <= middle.x() + 8; ++x)
            ++(hatched.pixelColor(x, middle.y()) == theme.color(Token::Skin) ? bare : inked);
        QVERIFY2(bare >= 4 && inked >= 4, "not a hatch");
    }
}

STILLPOINT_UI_TEST_MAIN(TestBodyMap)
#include "tst_bodymap.moc"
