#include "app/base/identifiers.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/insights/insightspage.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using namespace stillpoint;
using namespace stillpoint::ui;

namespace {

const QDate today(2026, 11, 11);

CheckIn checkIn(const QDate &day, double value)
{
    CheckIn made;
    made.id = newId(1);
    made.time = When::on(day);
    Rating rating;
    rating.value = value;
    made.ratings.insert({RatingKey{Phase::AdHoc, QStringLiteral("stress"), {}}, rating});
    return made;
}

Session session(const QDate &day, double before, std::optional<double> after)
{
    Session made;
    made.id = newId(2);
    made.start = When::at(momentFromLocal(day, QTime(17, 30), "Europe/Berlin"));
    made.modalities = {QStringLiteral("thai")};
    const auto rate = [&made](Phase phase, double value) {
        Rating rating;
        rating.value = value;
        made.ratings.insert({RatingKey{phase, QStringLiteral("stress"), {}}, rating});
    };
    rate(Phase::Before, before);
    if (after)
        rate(Phase::After, *after);
    return made;
}

/// 180 rated days and ten sessions that end two lower, the last one rated only once.
QList<Record> halfAYear()
{
    QList<Record> records;
    for (int i = 0; i < 180; ++i) {
        if (i % 18 == 9)
            records.append(session(today.addDays(-i), 7, i == 9 ? std::nullopt : std::optional(5.0)));
        else
            records.append(checkIn(today.addDays(-i), 3 + (i * 7) % 4));
    }
    return records;
}

} // namespace

/// The page in a window of its own, on a fresh data folder.
class TestInsightsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void noEntries_showExample_andOneButton();
    void fewDays_sayHowManyAreMissing();
    void rangeKeys_changeSpan_andAreKept();
    void newEntry_reachesChart();
    void tableKey_showsSameNumbers();
    void enterOnDot_goesToRecord();
    void otherScale_isShown_inItsOwnDirection();
    void ownScale_canBeChosen();
    void sessions_reachEveryCard();
    void twoEntries_sayWhatIsMissing_andShowNoNumbers();
    void tableKey_withoutFocusInACard_turnsAll();
    void export_writesPicture_withTitle();
    void beforeTheFirstAnswer_thereIsNothingToSwitchOrExport();
    void table_byTab_comesAfterItsTools();
    void demoOnly_isSaidToBeMadeUp();
    void how_isExplainedPerChart();

private:
    void rate(int days);
    void show(const QList<Record> &records);
    QString text(const char *label) const
    {
        const auto *found = m_page->findChild<QLabel *>(QLatin1String(label));
        return found ? found->text() : QString();
    }
    QAbstractItemModel *table(const char *name) const
    {
        return m_page->findChild<QTableView *>(QLatin1String(name))->model();
    }
    TimeChart *chart() const { return m_page->findChild<TimeChart *>(QStringLiteral("timeChart")); }

    std::unique_ptr<test::DataFolder> m_folder;
    std::unique_ptr<FixedClock> m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Navigator> m_navigator;
    std::unique_ptr<Commands> m_commands;
    test::ScriptedPrompts m_prompts;
    InsightsPage *m_page = nullptr;
    QList<Destination> m_went;
};

void TestInsightsPage::init()
{
    m_folder = std::make_unique<test::DataFolder>();
    m_clock = std::make_unique<FixedClock>(momentFromLocal(today, QTime(18, 42), "Europe/Berlin"));
    auto workspace = Workspace::open({AppPaths::inFolder(m_folder->path()), false}, *m_clock);
    QVERIFY(workspace);
    m_workspace = std::move(*workspace);
    m_theme = std::make_unique<Theme>();
    m_theme->apply();
    m_navigator = std::make_unique<Navigator>();
    m_commands = std::make_unique<Commands>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 800);
    m_went.clear();
    connect(m_navigator.get(), &Navigator::requested, this,
            [this](const Destination &to) { m_went.append(to); });
    auto *toast = new Toast(*m_theme, m_window.get());
    const ShellContext context{*m_workspace, *m_navigator, *m_theme, m_prompts, *toast, *m_commands, [] {}};
    m_page = new InsightsPage(context, m_window.get());
    m_page->resize(1200, 800);
}

void TestInsightsPage::cleanup()
{
    m_window.reset();
    m_commands.reset();
    m_navigator.reset();
    m_theme.reset();
    m_workspace.reset();
}

void TestInsightsPage::rate(int days)
{
    QList<Record> records;
    for (int i = 0; i < days; ++i)
        records.append(checkIn(today.addDays(-i), 3 + i % 4));
    show(records);
}

void TestInsightsPage::show(const QList<Record> &records)
{
    if (!records.isEmpty())
        QVERIFY(m_workspace->journal().put(records));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_page->isSettled());
}

void TestInsightsPage::noEntries_showExample_andOneButton()
{
    rate(0);
    QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("exampleChart"))->isVisible());
    QList<QPushButton *> shown;
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->isVisible())
            shown.append(button);
    }
    QCOMPARE(shown.size(), 1);
    shown.first()->click();
    QCOMPARE(m_went.size(), 1);
    QVERIFY(std::get<GoPage>(m_went.first()).page == PageId::Today);
}

void TestInsightsPage::fewDays_sayHowManyAreMissing()
{
    rate(2);
    auto *note = m_page->findChild<QLabel *>(QStringLiteral("timeNote"));
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().contains(QStringLiteral("3 more rated days")), qPrintable(note->text()));
    QCOMPARE(chart()->dotCount(), 2);
}

void TestInsightsPage::rangeKeys_changeSpan_andAreKept()
{
    rate(400);
    QCOMPARE(chart()->dotCount(), 365);
    m_page->setFocus();
    const QList<std::pair<Qt::Key, int>> steps{
        {Qt::Key_1, 30}, {Qt::Key_2, 90}, {Qt::Key_4, 400}, {Qt::Key_3, 365}, {Qt::Key_1, 30}};
    for (const auto &[key, dots] : steps) {
        chart()->setFocus();
        QTest::keyClick(chart(), key);
        QTRY_COMPARE(chart()->dotCount(), dots);
    }
    QCOMPARE(m_workspace->settings().text(Setting::InsightsRange), QStringLiteral("30"));
}

void TestInsightsPage::newEntry_reachesChart()
{
    rate(6);
    QVERIFY(m_workspace->journal().put({checkIn(today.addDays(-10), 9)}));
    QTRY_COMPARE(chart()->dotCount(), 7);
    QVERIFY(m_workspace->journal().undo());
    QTRY_COMPARE(chart()->dotCount(), 6);
}

void TestInsightsPage::tableKey_showsSameNumbers()
{
    rate(40);
    chart()->setFocus();
    QTest::keyClick(chart(), Qt::Key_T);
    auto *table = m_page->findChild<QTableView *>(QStringLiteral("timeTable"));
    QTRY_VERIFY(table->isVisible());
    const QList<QStringList> rows = chart()->table();
    QCOMPARE(table->model()->rowCount(), rows.size() - 1);
    QCOMPARE(table->model()->index(3, 2).data().toString(), rows.at(4).at(2));
    QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), rows.at(0).at(1));
}

void TestInsightsPage::enterOnDot_goesToRecord()
{
    rate(6);
    QTest::keyClick(chart(), Qt::Key_End);
    QTest::keyClick(chart(), Qt::Key_Return);
    QCOMPARE(m_went.size(), 1);
    QCOMPARE(std::get<GoRecord>(m_went.first()).id, chart()->data().series.dots.last().record);
}

void TestInsightsPage::otherScale_isShown_inItsOwnDirection()
{
    rate(6);
    auto *scales = m_page->findChild<QComboBox *>(QStringLiteral("scalePicker"));
    QVERIFY(scales->isVisible());
    scales->setFocus();
    QTest::keyClick(scales, Qt::Key_Down);
    QTRY_COMPARE(chart()->data().scale.code, QStringLiteral("mobility"));
    QVERIFY(chart()->sentence().contains(QStringLiteral("No ratings")));
    QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("timeNote"))->isVisible());
}

void TestInsightsPage::ownScale_canBeChosen()
{
    ScaleRecord own;
    own.id = newId(3);
    own.code = QStringLiteral("tinnitus");
    Scale scale;
    scale.code = own.code;
    scale.name = QStringLiteral("Tinnitus");
    scale.question = QStringLiteral("How loud is it?");
    scale.low = QStringLiteral("silent");
    scale.high = QStringLiteral("deafening");
    scale.recall = QStringLiteral("now");
    own.versions.insert(1, scale);
    show({own, checkIn(today, 4)});
    auto *scales = m_page->findChild<QComboBox *>(QStringLiteral("scalePicker"));
    QTRY_VERIFY(scales->findData(own.code) >= 0);
    scales->setFocus();
    QTest::keyClick(scales, Qt::Key_End);
    QTRY_COMPARE(chart()->data().scale.name, QStringLiteral("Tinnitus"));
    QVERIFY(text("verdictReason").contains(QStringLiteral("Missing")));
}

void TestInsightsPage::sessions_reachEveryCard()
{
    show(halfAYear());
    QTRY_VERIFY(!text("verdictLead").isEmpty());
    QVERIFY2(text("pairedNote").contains(QStringLiteral("9 of 9 ended lower")),
             qPrintable(text("pairedNote")));
    QVERIFY2(text("pairedNote").contains(QStringLiteral("1 session was not rated twice")),
             qPrintable(text("pairedNote")));
    QCOMPARE(table("pairedTable")->rowCount(), 9);
    QCOMPARE(table("modalityTable")->rowCount(), 1);
    QCOMPARE(table("modalityTable")->index(0, 1).data().toString(), QStringLiteral("10"));
    QCOMPARE(table("yearTable")->rowCount(), 180);
    QCOMPARE(table("verdictTable")->rowCount(), 3);
    auto *group = m_page->findChild<QComboBox *>(QStringLiteral("groupPicker"));
    QTest::keyClick(group, Qt::Key_End);
    QCOMPARE(table("modalityTable")->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Pressure"));
    QCOMPARE(table("modalityTable")->index(0, 0).data().toString(), QStringLiteral("not given"));
    QCOMPARE(table("modalityTable")->index(0, 1).data().toString(), QStringLiteral("10"));
    // A session's card opens the session.
    auto *paired = m_page->findChild<QWidget *>(QStringLiteral("pairedChart"));
    QTest::keyClick(paired, Qt::Key_Home);
    QTest::keyClick(paired, Qt::Key_Return);
    QCOMPARE(m_went.size(), 1);
    QVERIFY(std::get<GoRecord>(m_went.first()).kind == RecordKind::Session);
}

void TestInsightsPage::twoEntries_sayWhatIsMissing_andShowNoNumbers()
{
    show({checkIn(today, 4), session(today.addDays(-1), 7, 4)});
    QTRY_COMPARE(text("verdictLead"), QStringLiteral("Can’t tell yet"));
    QVERIFY2(text("verdictReason").contains(QStringLiteral("more sessions")),
             qPrintable(text("verdictReason")));
    QVERIFY2(text("pairedNote").contains(QStringLiteral("4 more sessions")), qPrintable(text("pairedNote")));
    QCOMPARE(table("verdictTable")->index(2, 1).data().toString(), QStringLiteral("not yet"));
}

void TestInsightsPage::tableKey_withoutFocusInACard_turnsAll()
{
    show(halfAYear());
    auto *range = m_page->findChild<QWidget *>(QStringLiteral("rangePicker"));
    auto *first = range->findChild<QPushButton *>();
    first->setFocus();
    QTest::keyClick(first, Qt::Key_T);
    for (const char *name : {"verdictTable", "timeTable", "pairedTable", "modalityTable", "yearTable"})
        QTRY_VERIFY2(m_page->findChild<QTableView *>(QLatin1String(name))->isVisible(), name);
    auto *verdict = m_page->findChild<QTableView *>(QStringLiteral("verdictTable"));
    verdict->setFocus();
    QTest::keyClick(verdict, Qt::Key_T);
    QTRY_VERIFY(!verdict->isVisible());
    QVERIFY(m_page->findChild<QTableView *>(QStringLiteral("timeTable"))->isVisible());
}

void TestInsightsPage::export_writesPicture_withTitle()
{
    show(halfAYear());
    const QString file = m_folder->file(QStringLiteral("mine.svg"));
    m_prompts.saveFiles.push(file);
    auto *action = m_page->findChild<QAction *>(QStringLiteral("timeSave.svg"));
    QVERIFY(action);
    action->trigger();
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(written.readAll());
    QVERIFY(svg.contains(QStringLiteral("Stress over time")));
    QVERIFY(svg.contains(QStringLiteral("ratings on")));
    QVERIFY(m_prompts.asked.join(QLatin1Char(' ')).contains(QStringLiteral("Save the chart")));
    m_page->findChild<QAction *>(QStringLiteral("yearCopy"))->trigger();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestInsightsPage::beforeTheFirstAnswer_thereIsNothingToSwitchOrExport()
{
    const auto tools = [this] {
        QList<QWidget *> found;
        for (const char *card : {"verdict", "time", "paired", "modality", "year"}) {
            const QString name = QLatin1String(card);
            for (const char *tool : {"TableSwitch", "Export"})
                found.append(m_page->findChild<QWidget *>(name + QLatin1String(tool)));
        }
        return found;
    };
    for (QWidget *tool : tools())
        QVERIFY2(tool && !tool->isEnabled(), tool ? qPrintable(tool->objectName()) : "missing");
    for (QAction *action : m_page->actions()) {
        if (action->shortcut() == QKeySequence(Qt::Key_T))
            action->trigger();
    }
    QVERIFY(m_page->findChild<QTableView *>(QStringLiteral("timeTable"))->isHidden());
    show(halfAYear());
    for (QWidget *tool : tools())
        QVERIFY2(tool->isEnabled(), qPrintable(tool->objectName()));
}

void TestInsightsPage::table_byTab_comesAfterItsTools()
{
    show(halfAYear());
    m_page->findChild<QAbstractButton *>(QStringLiteral("pairedTableSwitch"))->click();
    const QWidget *next = m_page->findChild<QWidget *>(QStringLiteral("pairedHow"))->nextInFocusChain();
    while (!(next->focusPolicy() & Qt::TabFocus) || !next->isVisibleTo(m_page))
        next = next->nextInFocusChain();
    QCOMPARE(next->objectName(), QStringLiteral("pairedTable"));
}

void TestInsightsPage::demoOnly_isSaidToBeMadeUp()
{
    InsightsQuery query;
    query.input.scale = *scaleByCode(QStringLiteral("stress"));
    query.input.series.scale = query.input.scale.code;
    query.input.today = today;
    CheckIn made = checkIn(today, 4);
    made.demo = true;
    query.input.series.checkIns = {made};
    const InsightsValues demo = insightsValues(query);
    QVERIFY(demo.demo);
    QCOMPARE(demo.drawings.size(), chartNames().size());
    for (const DrawingPtr &drawing : demo.drawings)
        QCOMPARE(drawing->remark(), demoWords());
    query.input.series.checkIns.append(checkIn(today.addDays(-1), 5));
    query.input.series.ignoreDemo = true;
    const InsightsValues real = insightsValues(query);
    QVERIFY(!real.demo);
    QVERIFY(real.drawings.value(QStringLiteral("time"))->remark().isEmpty());
    QCOMPARE(real.time.series.dots.size(), 1);
}

void TestInsightsPage::how_isExplainedPerChart()
{
    show(halfAYear());
    QString said;
    QTimer::singleShot(0, m_page, [&said] {
        auto *sheet = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            said += label->text();
        sheet->accept();
    });
    m_page->findChild<QAbstractButton *>(QStringLiteral("pairedHow"))->click();
    QVERIFY(said.contains(QStringLiteral("after minus before")));
}

STILLPOINT_UI_TEST_MAIN(TestInsightsPage)
#include "tst_insightspage.moc"
