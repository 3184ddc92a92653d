#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/library/articlelist.h"
#include "ui/library/articlelistmodel.h"
#include "ui/library/facetmodel.h"
#include "ui/library/facetview.h"
#include "ui/library/filterchip.h"
#include "ui/library/importrunner.h"
#include "ui/reader/readerhost.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchbox.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLockFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>
#include <QToolButton>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {

constexpr int engineMs = 30'000; ///< until the page engine has started on a busy machine

QByteArray article(const char *title, const char *date, const char *tags, const char *category,
                   const char *body)
{
    return QByteArray("---\ntitle: ") + title + "\ndate: " + date + "\ntags: [" + tags +
           "]\ncategory: " + category + "\n---\n\n" + body + "\n";
}

void writeArticles(const DataFolder &folder)
{
    writeFile(
        folder.file(QStringLiteral("desk.md")),
        article("Undoing a desk day", "2026-10-14", "neck, posture", "Self-care",
                "Hours at a desk make a neck stiff.\n\n## The slow no\n\nTurn.\n\nSee [warmth](heat.md) or "
                "[a site](https://example.org/a?b=c)."));
    writeFile(folder.file(QStringLiteral("heat.md")), article("Heat or cold", "2026-09-09", "neck, self-care",
                                                              "Self-care", "A warm cloth is enough."));
    writeFile(folder.file(QStringLiteral("feet.md")),
              article("Feet after a run", "2026-08-01", "feet", "Running", "Roll the sole on a ball."));
    writeFile(
        folder.file(QStringLiteral("sleep.md")),
        article("Sleeping on the side", "2026-07-01", "sleep, neck, children", "Self-care", "Two pillows."));
}

} // namespace

class TestLibraryPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<DataFolder> m_articles;
    std::unique_ptr<UiFixture> m_ui;

    ArticleList *list() { return m_ui->find<ArticleList>(QStringLiteral("articleList")); }
    FacetView *tags() { return m_ui->find<FacetView>(QStringLiteral("tagFacets")); }
    ReaderHost *reader() { return m_ui->window().findChild<ReaderHost *>(); }
    SearchBox *search() { return m_ui->window().findChild<SearchBox *>(); }

    QStringList titles()
    {
        QStringList result;
        if (const auto *model = list() ? list()->model() : nullptr) {
            for (int i = 0; i < model->rowCount(); ++i)
                result.append(model->index(i, 0).data().toString());
        }
        return result;
    }
    bool settled() { return m_ui->window().currentPage()->isSettled(); }
    ReadState stateOf(const QString &title)
    {
        for (const ArticleState &state : m_ui->workspace().journal().all<ArticleState>()) {
            if (state.title == title)
                return state.readState;
        }
        return ReadState::Unread;
    }
    bool isStarred(const QString &title)
    {
        const auto states = m_ui->workspace().journal().all<ArticleState>();
        return std::any_of(states.begin(), states.end(),
                           [&](const ArticleState &state) { return state.title == title && state.starred; });
    }
    void focusTag(const QString &folded)
    {
        tags()->setFocus();
        const int row = tags()->facets().rowOf(folded);
        QVERIFY2(row >= 0, qPrintable(folded));
        tags()->setCurrentIndex(tags()->facets().index(row));
    }
    void openTitle(const QString &title)
    {
        QTRY_VERIFY(titles().contains(title));
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(static_cast<int>(titles().indexOf(title)), 0));
        QTRY_VERIFY(settled() && !reader()->current().isNull());
    }

private Q_SLOTS:
    void init()
    {
        m_articles = std::make_unique<DataFolder>();
        writeArticles(*m_articles);
        m_ui = std::make_unique<UiFixture>();
        m_ui->prompts().folders.push(m_articles->path());
        m_ui->window().go(GoPage{PageId::Library});
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+O")));
        QTRY_COMPARE(titles().size(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
    }
    void cleanup()
    {
        m_ui.reset();
        m_articles.reset();
    }

    void list_afterAddingAFolder_isNewestFirstAndCounted()
    {
        QCOMPARE(titles().first(), QStringLiteral("Undoing a desk day"));
        QCOMPARE(m_ui->find<QLabel>(QStringLiteral("articleCount"))->text(), QStringLiteral("4 articles"));
        QVERIFY(!list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void tab_fromTheSearch_walksFiltersThenListThenReader()
    {
        search()->setFocus();
        QStringList walked;
        for (int i = 0; i < 40 && !walked.contains(QStringLiteral("readerLog")); ++i) {
            m_ui->press(Qt::Key_Tab);
            walked.append(QApplication::focusWidget()->objectName());
        }
        const auto filters = walked.indexOf(QStringLiteral("tagFacets"));
        const auto articles = walked.indexOf(QStringLiteral("articleList"));
        const auto log = walked.indexOf(QStringLiteral("readerLog"));
        QVERIFY2(0 <= filters && filters < articles && articles < log, qPrintable(walked.join(u' ')));
    }

    void nextPane_walksRailFiltersListReader_fromWhereverTheFocusIs()
    {
        focusTag(QStringLiteral("neck"));
        m_ui->press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), list());
        m_ui->press(Qt::Key_F6);
        QVERIFY(reader()->isAncestorOf(QApplication::focusWidget()));
        m_ui->press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("rail.library"));
        m_ui->press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), search());
    }

    void slash_afterComingFromAnotherPage_isTheKeyNotALetter()
    {
        m_ui->close();
        m_ui->open();
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+,")));
        m_ui->press(Qt::Key_Tab);
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+2")));
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
        m_ui->press(Qt::Key_Slash);
        m_ui->type(QStringLiteral("desk"));
        QCOMPARE(search()->text(), QStringLiteral("desk"));
    }

    void tagSearch_withoutAHit_saysSo()
    {
        m_ui->window().findChild<QPushButton *>(QStringLiteral("moreTags"))->click();
        auto *field = m_ui->find<QLineEdit>(QStringLiteral("tagFilter"));
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("nec"));
        QVERIFY(!m_ui->find(QStringLiteral("noTag")));
        QTest::keyClicks(field, QStringLiteral("zz"));
        auto *told = m_ui->find<QLabel>(QStringLiteral("noTag"));
        QVERIFY(told);
        QCOMPARE(told->text(), QStringLiteral("No tag contains “neczz”."));
        field->clear();
        QVERIFY(!m_ui->find(QStringLiteral("noTag")));
    }

    void facet_cycledBySpace_includesThenExcludesThenIgnores()
    {
        focusTag(QStringLiteral("neck"));
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(titles().size(), 3);
        QVERIFY(!titles().contains(QStringLiteral("Feet after a run")));
        QTRY_COMPARE(tags()->currentIndex().data(Qt::AccessibleTextRole).toString(),
                     QStringLiteral("neck, included, 3 articles"));
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Feet after a run")});
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(titles().size(), 4);
    }

    void facets_includeAndExclude_combine()
    {
        focusTag(QStringLiteral("neck"));
        m_ui->press(Qt::Key_Plus);
        QTRY_COMPARE(titles().size(), 3);
        focusTag(QStringLiteral("children"));
        m_ui->press(Qt::Key_Minus);
        QTRY_COMPARE(titles(),
                     (QStringList{QStringLiteral("Undoing a desk day"), QStringLiteral("Heat or cold")}));
        focusTag(QStringLiteral("neck"));
        m_ui->press(Qt::Key_0);
        QTRY_COMPARE(titles().size(), 3);
        QTest::mouseClick(m_ui->find<QPushButton>(QStringLiteral("clearFilters")), Qt::LeftButton);
        QTRY_COMPARE(titles().size(), 4);
    }

    void search_typed_narrowsAndEscapeClears()
    {
        list()->setFocus();
        m_ui->press(Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), search());
        m_ui->type(QStringLiteral("pillows"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Sleeping on the side")});
        m_ui->press(Qt::Key_Escape);
        QVERIFY(search()->text().isEmpty());
        QTRY_COMPARE(titles().size(), 4);
    }

    void wordsThatCannotBeUsed_areNamedUnderTheBox_alsoWhenSomethingIsFound()
    {
        search()->setText(QStringLiteral("pillows before:<b>when</b>"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Sleeping on the side")});
        auto *named = m_ui->find<QLabel>(QStringLiteral("unusedWords"));
        QVERIFY(named);
        QCOMPARE(named->text(), QStringLiteral("These words could not be used: before:<b>when</b>"));
        QCOMPARE(named->textFormat(), Qt::PlainText);
        QVERIFY(named->mapTo(&m_ui->window(), QPoint()).y() >=
                search()->mapTo(&m_ui->window(), QPoint(0, search()->height())).y());
        search()->setText(QStringLiteral("pillows"));
        QTRY_VERIFY(!named->isVisible());
    }

    void letters_inTheSearchBox_areText()
    {
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+K")));
        QTRY_COMPARE(QApplication::focusWidget(), search());
        m_ui->type(QStringLiteral("jsu"));
        QCOMPARE(search()->text(), QStringLiteral("jsu"));
        QVERIFY(m_ui->workspace().journal().all<ArticleState>().isEmpty());
    }

    void keys_walkTheList_openAndMarkAsReading()
    {
        list()->setFocus();
        m_ui->press(Qt::Key_J);
        m_ui->press(Qt::Key_J);
        QTRY_COMPARE(stateOf(QStringLiteral("Heat or cold")), ReadState::Reading);
        QCOMPARE(stateOf(QStringLiteral("Undoing a desk day")), ReadState::Unread);
        m_ui->press(Qt::Key_K);
        QTRY_COMPARE(stateOf(QStringLiteral("Undoing a desk day")), ReadState::Reading);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
        m_ui->press(Qt::Key_Return);
        QTRY_VERIFY(reader()->isAncestorOf(QApplication::focusWidget()));
    }

    void star_key_togglesAndFilters()
    {
        openTitle(QStringLiteral("Feet after a run"));
        m_ui->press(Qt::Key_S);
        QTRY_VERIFY(isStarred(QStringLiteral("Feet after a run")));
        auto *chip =
            m_ui->find<FilterChip>(QStringLiteral("read-%1").arg(static_cast<int>(ReadFilter::Starred)));
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Feet after a run")});
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+Z")));
        QTRY_VERIFY(!isStarred(QStringLiteral("Feet after a run")));
    }

    void unread_key_marksAndStaysInAnUnreadList()
    {
        auto *chip =
            m_ui->find<FilterChip>(QStringLiteral("read-%1").arg(static_cast<int>(ReadFilter::Unread)));
        QTest::mouseClick(chip, Qt::LeftButton);
        openTitle(QStringLiteral("Heat or cold"));
        QTRY_COMPARE(stateOf(QStringLiteral("Heat or cold")), ReadState::Reading);
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
        QVERIFY2(titles().contains(QStringLiteral("Heat or cold")),
                 "what is being read must not vanish from the list");
        m_ui->press(Qt::Key_U);
        QTRY_COMPARE(stateOf(QStringLiteral("Heat or cold")), ReadState::Unread);
    }

    void damagedIndex_isMadeAgainBySearching()
    {
        QTRY_VERIFY(titles().size() == 4 && settled());
        SQLite::Database(m_ui->workspace().paths().libraryFile().toStdString(), SQLite::OPEN_READWRITE)
            .exec("UPDATE search_data SET block = x'ff' WHERE id > 1000");
        search()->setText(QStringLiteral("cloth"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Heat or cold")});
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
    }

    void nothingFound_namesTheFilterToBlame_andDropsIt()
    {
        focusTag(QStringLiteral("feet"));
        m_ui->press(Qt::Key_Plus);
        QTRY_COMPARE(titles().size(), 1);
        focusTag(QStringLiteral("neck"));
        m_ui->press(Qt::Key_Plus);
        QTRY_VERIFY(m_ui->find<EmptyState>(QStringLiteral("nothingFound")));
        auto *empty = m_ui->find<EmptyState>(QStringLiteral("nothingFound"));
        auto *drop = empty->findChild<QPushButton *>();
        QTRY_COMPARE(drop->text(), QStringLiteral("Drop “feet”"));
        QTest::mouseClick(drop, Qt::LeftButton);
        QTRY_COMPARE(titles().size(), 3);
        search()->setText(QStringLiteral("zebra"));
        QTRY_COMPARE(drop->text(), QStringLiteral("Drop “zebra”"));
    }

    void history_backAndForward_walkOpenedArticles()
    {
        openTitle(QStringLiteral("Undoing a desk day"));
        const QUuid first = reader()->current();
        openTitle(QStringLiteral("Heat or cold"));
        QTRY_VERIFY(reader()->current() != first && settled());
        const QUuid second = reader()->current();
        m_ui->press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(reader()->current(), first);
        QCOMPARE(list()->currentId(), first);
        m_ui->press(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(reader()->current(), second);
    }

    void narrowWindow_putsFiltersInADrawerAndChips()
    {
        focusTag(QStringLiteral("neck"));
        m_ui->press(Qt::Key_Plus);
        QTRY_COMPARE(titles().size(), 3);
        m_ui->window().resize(1024, 700);
        QTRY_VERIFY(!tags());
        auto *filters = m_ui->find<QPushButton>(QStringLiteral("filtersButton"));
        QVERIFY(filters);
        QCOMPARE(filters->text(), QStringLiteral("Filters 1"));
        QTest::mouseClick(filters, Qt::LeftButton);
        QTRY_VERIFY(tags());
        m_ui->press(Qt::Key_Escape);
        QTRY_VERIFY(!tags());
        QTest::mouseClick(m_ui->find<FilterChip>(QStringLiteral("chip-neck")), Qt::LeftButton);
        QTRY_COMPARE(titles().size(), 4);
    }

    void tinyWindow_listAndReaderAreTwoSteps()
    {
        m_ui->window().resize(760, 600);
        QTRY_VERIFY(list() && !reader()->isVisible());
        list()->setFocus();
        m_ui->press(Qt::Key_J);
        m_ui->press(Qt::Key_Return);
        QTRY_VERIFY(reader()->isVisible() && !list());
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
        QTest::mouseClick(m_ui->find<QToolButton>(QStringLiteral("readerBack")), Qt::LeftButton);
        QTRY_VERIFY(list() && !reader()->isVisible());
    }

    void textSize_changedWhileTheListIsShown_keepsTheList()
    {
        openTitle(QStringLiteral("Heat or cold"));
        m_ui->window().resize(760, 600);
        QTRY_VERIFY(reader()->isVisible());
        QTest::mouseClick(m_ui->find<QToolButton>(QStringLiteral("readerBack")), Qt::LeftButton);
        QTRY_VERIFY(list() && !reader()->isVisible());
        QVERIFY(m_ui->workspace().settings().set(Setting::TextScale, 110));
        QVERIFY(list() && !reader()->isVisible());
    }

    void failedImport_saysWhy()
    {
        QLockFile other(m_ui->workspace().paths().libraryFile() + QStringLiteral(".lock"));
        QVERIFY(other.tryLock());
        QSignalSpy finished(m_ui->window().findChild<ImportRunner *>(), &ImportRunner::finished);
        m_ui->press(Qt::Key_F5);
        QTRY_COMPARE(finished.size(), 1);
        const QString said = m_ui->find<QLabel>(QStringLiteral("toastText"))->text();
        QVERIFY2(!said.startsWith(QStringLiteral("Stopped")), qPrintable(said));
    }

    void droppedSearch_leavesNoClearButton()
    {
        search()->setFocus();
        m_ui->type(QStringLiteral("pillows nowhere"));
        QTRY_VERIFY(m_ui->find<EmptyState>(QStringLiteral("nothingFound")));
        auto *drop = m_ui->find<EmptyState>(QStringLiteral("nothingFound"))->findChild<QPushButton *>();
        QTRY_VERIFY(drop->text().startsWith(QStringLiteral("Drop")));
        QTest::mouseClick(drop, Qt::LeftButton);
        QTRY_COMPARE(titles().size(), 4);
        const QList<QAction *> actions = search()->actions();
        QCOMPARE(actions.size(), 2); // the lens and the button that clears
        QVERIFY(actions.at(0)->isVisible());
        QVERIFY(!actions.at(1)->isVisible());
    }

    void letters_onAChip_areNoCommands()
    {
        openTitle(QStringLiteral("Heat or cold"));
        m_ui->find<FilterChip>(QStringLiteral("read-%1").arg(static_cast<int>(ReadFilter::Unread)))
            ->setFocus();
        m_ui->press(Qt::Key_S);
        QVERIFY(!isStarred(QStringLiteral("Heat or cold")));
    }

    void findBar_afterAnotherPage_isAsItWas()
    {
        openTitle(QStringLiteral("Undoing a desk day"));
        QTRY_VERIFY(reader()->findChild<QPlainTextEdit *>() || !reader()->isHidden());
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+F")));
        m_ui->type(QStringLiteral("desk"));
        auto *count = m_ui->find<QLabel>(QStringLiteral("findCount"));
        QTRY_VERIFY(count->text().contains(QStringLiteral(" of ")));
        const QString before = count->text();
        m_ui->window().go(GoPage{PageId::Journal});
        m_ui->window().go(GoPage{PageId::Library});
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
        QCOMPARE(count->text(), before);
    }

    void chip_droppedByKey_leavesTheFocusOnThePage()
    {
        focusTag(QStringLiteral("neck"));
        m_ui->press(Qt::Key_Plus);
        QTRY_COMPARE(titles().size(), 3);
        m_ui->window().resize(1024, 700);
        QTRY_VERIFY(m_ui->find<FilterChip>(QStringLiteral("chip-neck")));
        m_ui->find<FilterChip>(QStringLiteral("chip-neck"))->setFocus();
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(titles().size(), 4);
        const QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused && m_ui->window().currentPage()->isAncestorOf(focused) && focused->isVisible());
    }

    void tag_thatLooksLikeHtml_isWordsInItsToolTip()
    {
        const QString name = QStringLiteral("<img src=\"file:///x.png\"><b>neck</b>");
        FacetModel model;
        model.setFacets({{name, name, 1, TagState::Ignore}});
        QTextDocument shown;
        shown.setHtml(model.index(0).data(Qt::ToolTipRole).toString());
        QCOMPARE(shown.toPlainText(), name);
    }

    void placeAdded_beforeThePageWasShown_isRead()
    {
        m_ui->close();
        m_ui->open();
        const DataFolder more;
        writeFile(more.file(QStringLiteral("hands.md")),
                  article("Hands", "2026-05-01", "hands", "Self-care", "Open and close."));
        QVERIFY(m_ui->workspace().addPlace(more.path()));
        m_ui->window().go(GoPage{PageId::Library});
        QTRY_VERIFY(titles().contains(QStringLiteral("Hands")));
    }

    void fileAdded_whileTheWindowIsOpen_isListed()
    {
        writeFile(m_articles->file(QStringLiteral("hands.md")),
                  article("Hands", "2026-05-01", "hands", "Self-care", "Open and close."));
        QTRY_VERIFY(titles().contains(QStringLiteral("Hands")));
    }

    void fileAdded_whileNobodyListened_isListedAtTheNextStart()
    {
        m_ui->close();
        writeFile(m_articles->file(QStringLiteral("hands.md")),
                  article("Hands", "2026-05-01", "hands", "Self-care", "Open and close."));
        m_ui->open();
        m_ui->window().go(GoPage{PageId::Library});
        QTRY_VERIFY(titles().contains(QStringLiteral("Hands")));
    }
};

STILLPOINT_UI_TEST_MAIN(TestLibraryPage)
#include "tst_librarypage.moc"
