#include "app/base/identifiers.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/insights/insightspage.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

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

private:
    void rate(int days);
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

STILLPOINT_UI_TEST_MAIN(TestInsightsPage)
#include "tst_insightspage.moc"
