#include "tests/support/uitest.h"
#include "ui/charts/chartpicture.h"
#include "ui/charts/chartview.h"
#include "ui/charts/groupdrawing.h"
#include "ui/charts/paireddrawing.h"
#include "ui/charts/verdictdrawing.h"
#include "ui/charts/yeardrawing.h"

#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace stillpoint;
using namespace stillpoint::ui;

namespace {

const QDate today(2026, 11, 11);

Scale stress(Direction direction = Direction::HigherWorse)
{
    Scale scale;
    scale.code = QStringLiteral("stress");
    scale.name = QStringLiteral("Stress");
    scale.direction = direction;
    return scale;
}

ChartScope scope(Direction direction = Direction::HigherWorse)
{
    ChartScope made;
    made.scale = stress(direction);
    made.from = QDate(2025, 11, 12);
    made.to = today;
    made.modalities = {{QStringLiteral("thai"), {QStringLiteral("Thai"), 0}},
                       {QStringLiteral("swedish"), {QStringLiteral("Swedish"), 1}}};
    return made;
}

PairedDot dot(int daysAgo, double before, double after, const char *modality = "thai")
{
    return {QUuid::createUuid(),
            today.addDays(-daysAgo),
            std::nullopt,
            QString::fromLatin1(modality),
            before,
            after,
            before - after};
}

/// Five sessions that ended lower, one unchanged, one higher; two more were not rated twice.
PairedChange sevenSessions()
{
    PairedChange paired;
    paired.dots = {dot(70, 7, 4), dot(60, 7, 5),
                   dot(50, 6, 4), dot(40, 6, 6, "swedish"),
                   dot(30, 8, 5), dot(20, 4, 5, "swedish"),
                   dot(10, 9, 6)};
    paired.better = 5;
    paired.same = 1;
    paired.worse = 1;
    paired.notRatedTwice = 2;
    paired.mean = Interval{1.7, 0.6, 2.8};
    return paired;
}

Guard helpingGuard()
{
    Guard guard;
    guard.sessions = 24;
    guard.treatedDays = 61;
    guard.untreatedDays = 190;
    guard.effect = Interval{1.2, 0.6, 1.8};
    guard.naive = 2.3;
    guard.anyway = 1.1;
    guard.tippingPoint = 1.6;
    guard.reason = GuardReason::None;
    guard.verdict = Verdict::Helping;
    return guard;
}

VerdictDrawing verdictOf(const Guard &guard, Direction direction = Direction::HigherWorse)
{
    VerdictChartData data;
    data.scope = scope(direction);
    data.guard = guard;
    data.daysRated = 257;
    data.daysInRange = 353;
    data.comparisons = 7;
    data.falseAlarms = 0.4;
    return VerdictDrawing(data);
}

YearChartData year()
{
    YearChartData data;
    data.scale = stress();
    data.today = today;
    data.series.days = {{today.addDays(-3), 4}, {today.addDays(-1), 9}};
    data.series.dots = {{QUuid::createUuid(), RecordKind::CheckIn, today.addDays(-3), std::nullopt, 4},
                        {QUuid::createUuid(), RecordKind::CheckIn, today.addDays(-1), std::nullopt, 9}};
    data.series.skipped = {today.addDays(-2)};
    data.series.sessions = {{QUuid::createUuid(), today.addDays(-4), std::nullopt, QStringLiteral("thai")}};
    data.modalities = {{QStringLiteral("thai"), QStringLiteral("Thai")}};
    return data;
}

/// All texts of an SVG picture; empty when it is not well-formed.
QString svgTexts(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    QString texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            texts += xml.text().toString() + QLatin1Char(' ');
    }
    return xml.hasError() ? QString() : texts.simplified();
}

} // namespace

/// What each drawing says, tabulates, draws and exports.
class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paired_countsEveryEnd_andSaysWhatIsLeftOut();
    void paired_higherIsBetter_countsHigher();
    void paired_underFive_hasDotsAndSaysHowManyMore();
    void paired_table_isTheSessions();
    void modality_fewSessions_sayHowManyMore();
    void modality_table_hasNoNumber_withoutInterval();
    void verdict_saysDifferenceInWords_neverABareSign();
    void verdict_higherIsBetter_isHigher();
    void verdict_worse_wouldChange_ifUnratedDaysWereBetter();
    void verdict_withoutEffectEitherWay_hasNoTippingPoint();
    void verdict_tooFew_namesWhatIsMissing();
    void verdict_neutralScale_hasNone();
    void verdict_sameWeekday_isNamed();
    void year_missingDays_areNeverNumbers();
    void year_walksByDay_andByMonth();
    void view_enterOpensSession();
    void pictures_haveTitleDatesAndCounts();

private:
    Theme m_theme;
};

void TestCharts::paired_countsEveryEnd_andSaysWhatIsLeftOut()
{
    const QString notes = PairedDrawing(scope(), sevenSessions()).notes().join(QLatin1Char(' '));
    for (const char *part :
         {"5 of 7 ended lower, 1 unchanged, 1 higher.", "On average 1.7 points lower",
          "90 % interval 0.6 to 2.8 points lower", "2 sessions were not rated twice", "cannot show why"})
        QVERIFY2(notes.contains(QLatin1String(part)), qPrintable(notes));
}

void TestCharts::paired_higherIsBetter_countsHigher()
{
    PairedChange paired = sevenSessions();
    for (PairedDot &each : paired.dots)
        std::swap(each.before, each.after);
    const QString notes =
        PairedDrawing(scope(Direction::HigherBetter), paired).notes().join(QLatin1Char(' '));
    QVERIFY2(notes.contains(QStringLiteral("5 of 7 ended higher, 1 unchanged, 1 lower.")), qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("1.7 points higher")), qPrintable(notes));
}

void TestCharts::paired_underFive_hasDotsAndSaysHowManyMore()
{
    PairedChange paired;
    paired.dots = {dot(5, 7, 4), dot(3, 6, 5)};
    paired.better = 2;
    const PairedDrawing drawing(scope(), paired);
    QCOMPARE(drawing.points(m_theme, {0, 0, 340, 240}).size(), 2);
    const QString notes = drawing.notes().join(QLatin1Char(' '));
    QVERIFY2(notes.contains(QStringLiteral("3 more sessions")), qPrintable(notes));
    QVERIFY2(!notes.contains(QStringLiteral("average")), qPrintable(notes));
}

void TestCharts::paired_table_isTheSessions()
{
    const QList<QStringList> rows = PairedDrawing(scope(), sevenSessions()).table();
    QCOMPARE(rows.size(), 8);
    QCOMPARE(rows.at(1).mid(1), (QStringList{QStringLiteral("9"), QStringLiteral("6"),
                                             QStringLiteral("\u22123"), QStringLiteral("Thai")}));
    QCOMPARE(rows.at(2).at(3), QStringLiteral("+1"));
    QCOMPARE(rows.at(4).at(3), QStringLiteral("0"));
}

void TestCharts::modality_fewSessions_sayHowManyMore()
{
    GroupComparison groups;
    groups.groups = {{QStringLiteral("thai"), 12, 11, {dot(3, 7, 4), dot(9, 6, 4)}, Interval{1.1, 0.4, 1.8}},
                     {QStringLiteral("swedish"), 3, 3, {dot(5, 7, 7)}, std::nullopt}};
    const GroupDrawing drawing(scope(), groups);
    QVERIFY2(drawing.sentence().contains(QStringLiteral("Thai, 12 sessions: 1.1 points lower")),
             qPrintable(drawing.sentence()));
    QVERIFY2(drawing.sentence().contains(QStringLiteral("Swedish, 3 sessions: 2 more needed")),
             qPrintable(drawing.sentence()));
    QVERIFY(drawing.notes().contains(QStringLiteral("No clear difference yet.")));
    QCOMPARE(drawing.points(m_theme, {0, 0, 340, 200}).size(), 3);
}

void TestCharts::modality_table_hasNoNumber_withoutInterval()
{
    GroupComparison groups;
    groups.groups = {{QStringLiteral("swedish"), 3, 3, {}, std::nullopt}};
    const QStringList row = GroupDrawing(scope(), groups).table().at(1);
    QCOMPARE(row.at(0), QStringLiteral("Swedish"));
    QCOMPARE(row.at(2), QStringLiteral("0"));
    QVERIFY(row.at(4).contains(QStringLiteral("2 more")));
    QVERIFY(row.at(5).isEmpty());
}

void TestCharts::verdict_saysDifferenceInWords_neverABareSign()
{
    const VerdictDrawing drawing = verdictOf(helpingGuard());
    const QStringList lead = drawing.lead();
    QCOMPARE(lead.first(), QStringLiteral("Probably helping"));
    QVERIFY2(lead.at(1).contains(QStringLiteral("1.2 points lower")), qPrintable(lead.at(1)));
    QVERIFY2(lead.at(2).contains(QStringLiteral("1.6 points worse")), qPrintable(lead.at(2)));
    QVERIFY(!lead.join(QString()).contains(QChar(0x2212)));
    QCOMPARE(drawing.facts(), QStringLiteral("24 sessions, 257 of 353 days rated (73 %)"));
    const QString notes = drawing.notes().join(QLatin1Char(' '));
    QVERIFY2(notes.contains(QStringLiteral("because of how you felt, not of what was coming")),
             qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("7 comparisons")), qPrintable(notes));
    const QList<QStringList> rows = drawing.table();
    QCOMPARE(rows.at(1).at(1), QStringLiteral("\u22122.3"));
    QCOMPARE(rows.at(3).mid(1, 3), (QStringList{QStringLiteral("\u22121.2"), QStringLiteral("\u22121.8"),
                                                QStringLiteral("\u22120.6")}));
}

void TestCharts::verdict_higherIsBetter_isHigher()
{
    const VerdictDrawing drawing = verdictOf(helpingGuard(), Direction::HigherBetter);
    QVERIFY2(drawing.lead().at(1).contains(QStringLiteral("1.2 points higher")),
             qPrintable(drawing.lead().at(1)));
    QCOMPARE(drawing.table().at(3).at(1), QStringLiteral("+1.2"));
}

void TestCharts::verdict_worse_wouldChange_ifUnratedDaysWereBetter()
{
    Guard guard = helpingGuard();
    guard.effect = Interval{-1.2, -1.8, -0.6};
    guard.verdict = Verdict::Worse;
    const QString told = verdictOf(guard).lead().join(QLatin1Char(' '));
    QVERIFY2(told.contains(QStringLiteral("1.6 points better")), qPrintable(told));
    QVERIFY2(!told.contains(QStringLiteral("points worse")), qPrintable(told));
    guard.verdict = Verdict::Unknown;
    guard.reason = GuardReason::MissingDays;
    const QString notes = verdictOf(guard).notes().join(QLatin1Char(' '));
    QVERIFY2(notes.contains(QStringLiteral("1.6 points better")), qPrintable(notes));
}

void TestCharts::verdict_withoutEffectEitherWay_hasNoTippingPoint()
{
    Guard guard = helpingGuard();
    guard.verdict = Verdict::Unknown;
    for (const GuardReason reason :
         {GuardReason::NeutralScale, GuardReason::DifferentBefore, GuardReason::TooWide}) {
        guard.reason = reason;
        const VerdictDrawing drawing = verdictOf(guard);
        const QString all = (drawing.lead() + drawing.notes()).join(QLatin1Char(' '));
        QVERIFY2(!all.contains(QStringLiteral("This would change")), qPrintable(all));
    }
}

void TestCharts::verdict_tooFew_namesWhatIsMissing()
{
    Guard guard;
    guard.missingSessions = 4;
    guard.missingUntreatedDays = 1;
    const VerdictDrawing drawing = verdictOf(guard);
    QCOMPARE(drawing.lead().first(), QStringLiteral("Can’t tell yet"));
    QVERIFY2(drawing.lead().at(1).contains(QStringLiteral("4 more sessions")),
             qPrintable(drawing.lead().at(1)));
    QVERIFY2(drawing.lead().at(1).contains(QStringLiteral("1 more rated day")),
             qPrintable(drawing.lead().at(1)));
    for (qsizetype i = 1; i < drawing.table().size(); ++i)
        QCOMPARE(drawing.table().at(i).at(1), QStringLiteral("not yet"));
}

void TestCharts::verdict_neutralScale_hasNone()
{
    Guard guard;
    guard.reason = GuardReason::NeutralScale;
    QCOMPARE(verdictOf(guard, Direction::Neutral).lead().first(), QStringLiteral("No verdict"));
}

void TestCharts::verdict_sameWeekday_isNamed()
{
    Guard guard = helpingGuard();
    guard.flags = {GuardFlag::SameWeekday};
    guard.weekday = Qt::Saturday;
    const QString notes = verdictOf(guard).notes().join(QLatin1Char(' '));
    QVERIFY2(notes.contains(QStringLiteral("Saturday")), qPrintable(notes));
}

void TestCharts::year_missingDays_areNeverNumbers()
{
    const YearDrawing drawing(year());
    const QList<QStringList> rows = drawing.table();
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.at(1).at(1), QStringLiteral("9"));
    QCOMPARE(rows.at(2).at(1), QStringLiteral("skipped"));
    QCOMPARE(rows.at(3).at(1), QStringLiteral("4"));
    QCOMPARE(rows.at(4).at(1), QStringLiteral("not rated"));
    QCOMPARE(rows.at(4).at(2), QStringLiteral("Thai"));
    const QList<ChartPoint> points = drawing.points(m_theme, {0, 0, 400, 240});
    QCOMPARE(points.size(), QDate(2025, 12, 1).daysTo(today) + 1);
    QVERIFY(points.last().text.contains(QStringLiteral("not rated")));
    QVERIFY(!points.last().text.contains(QStringLiteral("Stress")));
}

void TestCharts::year_walksByDay_andByMonth()
{
    ChartView view(m_theme);
    view.resize(420, 260);
    view.setDrawing(std::make_shared<YearDrawing>(year()));
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.readout().contains(QStringLiteral("11 Nov 2026")));
    QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY(view.readout().contains(QStringLiteral("Stress 9")));
    QTest::keyClick(&view, Qt::Key_Up);
    QVERIFY2(view.readout().contains(QStringLiteral("10 Oct 2026")), qPrintable(view.readout()));
    QCOMPARE(view.accessibleDescription(), view.readout());
}

void TestCharts::view_enterOpensSession()
{
    const PairedChange paired = sevenSessions();
    ChartView view(m_theme);
    view.resize(340, 260);
    view.setDrawing(std::make_shared<PairedDrawing>(scope(), paired));
    const QSignalSpy opened(&view, &ChartView::opened);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    QTest::keyClick(&view, Qt::Key_End); // the one that ended higher
    QVERIFY2(view.readout().contains(QStringLiteral("Stress 4 before, 5 after")), qPrintable(view.readout()));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().at(1).toUuid(), paired.dots.at(5).session);
}

void TestCharts::pictures_haveTitleDatesAndCounts()
{
    const PairedDrawing drawing(scope(), sevenSessions());
    const QString texts = svgTexts(chartBytes(drawing, m_theme, PictureFormat::Svg));
    for (const char *part : {"Right after a session", "12 Nov 2025 to 11 Nov 2026",
                             "7 sessions rated before and after", "5 of 7 ended lower"})
        QVERIFY2(texts.contains(QLatin1String(part)), qPrintable(texts));
    const QByteArray pdf = chartBytes(drawing, m_theme, PictureFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.contains("/Font"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    const QImage image = QImage::fromData(chartBytes(drawing, m_theme, PictureFormat::Png));
    QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("Right after a session"));
    QVERIFY(image.width() > 1000 && image.height() > 400);

    test::DataFolder folder;
    const Result<void> wrong = saveChart(drawing, m_theme, folder.file(QStringLiteral("chart.gif")));
    QVERIFY(!wrong);
    QVERIFY(wrong.error().message.contains(QStringLiteral(".png, .svg or .pdf")));
    QVERIFY(!QFile::exists(folder.file(QStringLiteral("chart.gif"))));
}

STILLPOINT_UI_TEST_MAIN(TestCharts)
#include "tst_charts.moc"
