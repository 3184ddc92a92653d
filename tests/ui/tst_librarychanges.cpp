#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/library/articlelist.h"
#include "ui/library/articlelistmodel.h"
#include "ui/library/filterchip.h"
#include "ui/reader/readerhost.h"
#include "ui/reader/storedposition.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchbox.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// What the list leaves out, and files that are edited while the window is open.
class TestLibraryChanges : public QObject
{
    Q_OBJECT

    std::unique_ptr<DataFolder> m_articles;
    std::unique_ptr<UiFixture> m_ui;

    ArticleList *list() { return m_ui->find<ArticleList>(QStringLiteral("articleList")); }
    ReaderHost *reader() { return m_ui->window().findChild<ReaderHost *>(); }
    SearchBox *search() { return m_ui->window().findChild<SearchBox *>(); }
    QStringList titles()
    {
        QStringList result;
        for (int i = 0; list() && i < list()->model()->rowCount(); ++i)
            result.append(list()->model()->index(i, 0).data().toString());
        return result;
    }
    void openTitle(const QString &title)
    {
        QTRY_VERIFY(titles().contains(title));
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(static_cast<int>(titles().indexOf(title)), 0));
        QTRY_VERIFY_WITH_TIMEOUT(settled() && !reader()->current().isNull(), 30'000);
    }
    bool settled() { return m_ui->window().currentPage()->isSettled(); }
    FilterChip *draftChip()
    {
        return m_ui->find<FilterChip>(QStringLiteral("read-%1").arg(static_cast<int>(ReadFilter::Draft)));
    }
    static bool hasText(const QWidget *parent, const QString &text)
    {
        const auto labels = parent->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text() == text; });
    }
    int percentRead()
    {
        const QString text = m_ui->find(QStringLiteral("readerProgress"))->accessibleName();
        return text.left(text.indexOf(QLatin1Char(' '))).toInt();
    }

private Q_SLOTS:
    void init()
    {
        m_articles = std::make_unique<DataFolder>();
        writeArticle(*m_articles, QStringLiteral("desk.md"), "Undoing a desk day", "neck, posture", "Turn.");
        writeArticle(*m_articles, QStringLiteral("heat.md"), "Heat or cold", "neck", "A warm cloth.");
        writeArticle(*m_articles, QStringLiteral("feet.md"), "Feet after a run", "feet", "A ball.");
        writeArticle(*m_articles, QStringLiteral("sleep.md"), "Sleeping on the side", "sleep, neck",
                     "Two pillows.");
        m_ui = std::make_unique<UiFixture>();
        m_ui->prompts().folders.push(m_articles->path());
        m_ui->window().go(GoPage{PageId::Library});
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+O")));
        QTRY_COMPARE(titles().size(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
    }
    void cleanup()
    {
        m_ui.reset();
        m_articles.reset();
    }

    void drafts_haveAChip_thatListsThem()
    {
        QVERIFY2(!draftChip(), "nothing to show, no chip");
        writeFile(m_articles->file(QStringLiteral("idea.md")),
                  "---\ntitle: An idea\ndraft: true\n---\nText.\n");
        m_ui->press(Qt::Key_F5);
        QTRY_VERIFY(draftChip());
        QCOMPARE(draftChip()->accessibleName(), QStringLiteral("Drafts, 1 article"));
        QCOMPARE(titles().size(), 4);
        draftChip()->setFocus();
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("An idea")});
        QVERIFY(draftChip()->isChecked());
        QTest::mouseClick(m_ui->find(QStringLiteral("clearFilters")), Qt::LeftButton);
        QTRY_COMPARE(titles().size(), 4);
        search()->setText(QStringLiteral("is:draft"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("An idea")});
    }

    void onlyDrafts_areSaid_andShownByAPress()
    {
        m_ui = std::make_unique<UiFixture>();
        const DataFolder drafts;
        for (const char *name : {"a.md", "b.md"})
            writeFile(drafts.file(QString::fromLatin1(name)),
                      QByteArray("---\ntitle: ") + name + "\ndraft: true\n---\nText.\n");
        QVERIFY(m_ui->workspace().addPlace(drafts.path()));
        m_ui->window().go(GoPage{PageId::Library});
        QTRY_VERIFY(m_ui->find<EmptyState>(QStringLiteral("nothingFound")));
        auto *empty = m_ui->find<EmptyState>(QStringLiteral("nothingFound"));
        QVERIFY(hasText(empty, QStringLiteral("All 2 articles here are drafts")));
        auto *show = empty->findChild<QPushButton *>();
        QCOMPARE(show->text(), QStringLiteral("Show drafts"));
        show->click();
        QTRY_COMPARE(titles().size(), 2);
    }

    void archive_key_leavesTheList_isFoundUnderArchived_andUndone()
    {
        const QString heat = QStringLiteral("Heat or cold");
        openTitle(heat);
        m_ui->press(Qt::Key_A);
        QTRY_COMPARE(m_ui->find<QLabel>(QStringLiteral("toastText"))->text(), QStringLiteral("Archived"));
        QTRY_VERIFY(list()
                        ->currentIndex()
                        .data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QStringLiteral("archived")));
        openTitle(
            QStringLiteral("Feet after a run")); // what is open stays listed until something else is asked
        search()->setText(QStringLiteral("-nowhere"));
        QTRY_COMPARE(titles().size(), 3);
        QVERIFY(!titles().contains(heat));
        auto *chip =
            m_ui->find<FilterChip>(QStringLiteral("read-%1").arg(static_cast<int>(ReadFilter::Archived)));
        QVERIFY(chip);
        QCOMPARE(chip->accessibleName(), QStringLiteral("Archived, 1 article"));
        search()->setText(QStringLiteral("is:archived"));
        QTRY_COMPARE(titles(), QStringList{heat});
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z")));
        QTRY_VERIFY(titles().isEmpty());
        search()->clear();
        QTRY_COMPARE(titles().size(), 4);
    }

    void rightClick_offersWhatTheKeysDo_andOpensNothing()
    {
        const QRect row = list()->visualRect(list()->model()->index(1, 0));
        const QUuid article = list()->model()->index(1, 0).data(ArticleListModel::IdRole).toUuid();
        const QPoint at = row.center();
        QTest::mousePress(list()->viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, list()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list()->viewport(), &asked);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(list()->currentIndex().row() != 1);
        QVERIFY(reader()->current().isNull());
        const auto state = [&] {
            return m_ui->workspace().journal().find<ArticleState>(article).value_or(ArticleState{});
        };
        const auto actions = menu->actions();
        const auto archive = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
            return action->text() == QLatin1String("Archive");
        });
        QVERIFY(archive != actions.cend());
        (*archive)->trigger();
        QVERIFY(state().archived);
        QVERIFY(!state().starred);
        menu->close();
    }

    void openFile_writtenInPlace_showsTheNewTextAtTheSamePlace()
    {
        const QByteArray head = "---\ntitle: A walk\ntags: [neck]\n---\n\n";
        QByteArray body;
        for (int i = 0; i < 200; ++i)
            body += "Paragraph " + QByteArray::number(i) + " of the walk.\n\n";
        const QString file = m_articles->file(QStringLiteral("walk.md"));
        writeFile(file, head + body);
        openTitle(QStringLiteral("A walk"));
        const QUuid walk = reader()->current();
        QTRY_VERIFY(reader()->isSettled());
        for (int page = 0; page < 3; ++page) {
            reader()->focusArticle();
            m_ui->press(Qt::Key_PageDown);
        }
        QTRY_VERIFY(storedPosition(m_ui->workspace().journal(), walk).has_value());
        const int left = percentRead();
        QVERIFY(left > 2);
        for (const char *added : {"Newcomer", "Afterthought"}) { // the second: it is still watched
            const QString hash = (*m_ui->workspace().library())->article(walk)->hash;
            body = added + QByteArray("\n\n") + body;
            writeFile(file, head + body); // the same file, not a new one under its name
            QTRY_VERIFY_WITH_TIMEOUT((*m_ui->workspace().library())->article(walk)->hash != hash, 10'000);
            QTRY_VERIFY(reader()->isSettled());
            QTRY_VERIFY2(qAbs(percentRead() - left) <= 2, qPrintable(QString::number(percentRead())));
        }
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+F")));
        m_ui->type(QStringLiteral("Sidestep"));
        const auto *count = m_ui->find<QLabel>(QStringLiteral("findCount"));
        QTRY_COMPARE(count->text(), QStringLiteral("Not found"));
        writeFile(file, head + "Sidestep\n\n" + body);
        QTRY_COMPARE_WITH_TIMEOUT(count->text(), QStringLiteral("1 of 1"), 10'000);
    }

    void otherFile_writtenInPlace_isReadOnComingBack()
    {
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
        QWidget editor;
        editor.show();
        editor.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        writeFile(m_articles->file(QStringLiteral("feet.md")),
                  "---\ntitle: Feet after a swim\ntags: [feet]\n---\nRoll the sole on a ball.\n");
        m_ui->window().activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(titles().contains(QStringLiteral("Feet after a swim")), 10'000);
    }
};

STILLPOINT_UI_TEST_MAIN(TestLibraryChanges)
#include "tst_librarychanges.moc"
