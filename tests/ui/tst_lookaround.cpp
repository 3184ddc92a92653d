#include "tests/support/uitest.h"

#include "app/workspace/bundled.h"
#include "app/workspace/workspace.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLabel>
#include <QPushButton>

namespace stillpoint {

using test::UiFixture;

/// Looking around first: what comes with the program is added and removed by one click each.
class TestLookAround : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstRun_openSamples_showsAMadeUpYear();
    void today_removeIt_leavesOnlyTheOwn();
    void settings_removesBoth_andAddsThemAgain();
    void journal_marksEachEntry();
    void manual_isOpenedFromTheWindow();

private:
    static void click(UiFixture &ui, const char *name)
    {
        auto *button = ui.find<QPushButton>(QLatin1String(name));
        QVERIFY2(button, name);
        button->click();
    }
};

void TestLookAround::firstRun_openSamples_showsAMadeUpYear()
{
    UiFixture ui;
    click(ui, "firstRunSamples");
    QVERIFY(ui.find(QStringLiteral("todayPage")));
    QVERIFY(ui.find(QStringLiteral("demoLine")));
    QVERIFY(ui.workspace().journal().hasDemo());
    QVERIFY(isBundleAdded(ui.workspace(), Bundle::Samples));
    QVERIFY(!ui.workspace().journal().canUndo());
    // The made-up last session is nothing to repeat.
    QVERIFY(!ui.find(QStringLiteral("sameAsLast")));
}

void TestLookAround::today_removeIt_leavesOnlyTheOwn()
{
    UiFixture ui;
    click(ui, "firstRunSamples");
    const auto words = [&ui] { return ui.find<QLabel>(QStringLiteral("demoWords"))->text(); };
    QVERIFY(words().contains(QStringLiteral("looking at")));
    ui.press(Qt::Key_4);
    QVERIFY2(words().contains(QStringLiteral("only what you entered")), qPrintable(words()));
    click(ui, "removeDemo");
    QVERIFY(!ui.find(QStringLiteral("demoLine")));
    const Journal &journal = ui.workspace().journal();
    QVERIFY(!journal.hasDemo());
    QCOMPARE(journal.entries().size(), 1);
    QVERIFY(ui.find(QStringLiteral("todayPage")));
}

void TestLookAround::settings_removesBoth_andAddsThemAgain()
{
    UiFixture ui;
    click(ui, "firstRunSamples");
    ui.press(QKeySequence(QStringLiteral("Ctrl+,")));
    const QString folder = bundleFolder(ui.workspace().paths(), Bundle::Samples);
    QVERIFY(QDir(folder).exists());
    QVERIFY(!ui.find(QStringLiteral("forgetPlace"))); // it would leave the folder behind
    click(ui, "settingsSampleArticles");
    click(ui, "settingsDemoJournal");
    QVERIFY(!QDir(folder).exists());
    QVERIFY(ui.workspace().places().isEmpty());
    QVERIFY(ui.workspace().journal().isEmpty());
    QVERIFY(!ui.workspace().journal().canUndo());
    click(ui, "settingsSampleArticles");
    click(ui, "settingsDemoJournal");
    QCOMPARE(ui.workspace().places().size(), 1);
    QVERIFY(ui.workspace().journal().hasDemo());
}

void TestLookAround::journal_marksEachEntry()
{
    UiFixture ui;
    click(ui, "firstRunSamples");
    ui.press(QKeySequence(QStringLiteral("Ctrl+3")));
    const QAbstractItemModel *model = nullptr;
    for (const QAbstractItemView *view : ui.window().findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->model() && view->model()->rowCount() > 1)
            model = view->model();
    }
    QVERIFY(model);
    int entries = 0;
    int skipped = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString spoken = model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        const bool isSkipped = spoken.contains(QLatin1String("skipped"));
        skipped += isSkipped ? 1 : 0;
        if (!isSkipped && !spoken.contains(QLatin1String("before")) &&
            !spoken.contains(QLatin1String("Check-in")))
            continue;
        ++entries;
        QVERIFY2(spoken.contains(QLatin1String("demo")), qPrintable(spoken));
    }
    QVERIFY(entries > 1 && skipped > 0);
}

void TestLookAround::manual_isOpenedFromTheWindow()
{
    UiFixture ui;
    auto *open = ui.window().findChild<QAction *>(QStringLiteral("help.manual"));
    QVERIFY(open);
    open->trigger();
    QVERIFY(ui.find(QStringLiteral("libraryPage")));
    QTRY_VERIFY(firstArticle(ui.workspace(), Bundle::Manual));
    const QUuid first = *firstArticle(ui.workspace(), Bundle::Manual);
    // Opening marks an article as being read.
    QTRY_VERIFY(ui.workspace().journal().find<ArticleState>(first));
    QVERIFY(removeBundle(ui.workspace(), Bundle::Manual));
    QVERIFY(ui.workspace().places().isEmpty());
    QCOMPARE(ui.workspace().journal().find<ArticleState>(first), std::nullopt);
}

} // namespace stillpoint

STILLPOINT_UI_TEST_MAIN(stillpoint::TestLookAround)
#include "tst_lookaround.moc"
