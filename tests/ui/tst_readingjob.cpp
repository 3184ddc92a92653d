#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/reader/readerhost.h"
#include "ui/reader/storedposition.h"
#include "ui/widgets/searchbox.h"

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {

constexpr int engineMs = 20'000;

const QString list = QStringLiteral("articleList");

} // namespace

/// Reading as a person does it, by keyboard and in the real engine: filter, search, read, go back, star, and
/// go on at the same place after a restart.
class TestReadingJob : public QObject
{
    Q_OBJECT

    DataFolder m_articles;
    std::unique_ptr<UiFixture> m_ui;

    void goTo(const char *keys) { m_ui->press(QKeySequence(QString::fromLatin1(keys))); }
    ReaderHost *reader() { return m_ui->window().findChild<ReaderHost *>(); }
    bool settled() { return m_ui->window().currentPage()->isSettled(); }
    QString open()
    {
        const auto library = m_ui->workspace().library();
        const auto article = (*library)->article(reader()->current());
        return article && settled() ? article->title : QString();
    }
    QString progress() { return m_ui->find(QStringLiteral("readerProgress"))->accessibleName(); }

private Q_SLOTS:
    void init()
    {
        writeArticle(m_articles, QStringLiteral("desk.md"), "Undoing a desk day", "neck, posture",
                     QByteArray("Hours at a desk make a neck stiff.\n\nTurn slowly.\n\n").repeated(60));
        writeArticle(m_articles, QStringLiteral("heat.md"), "Heat or cold", "neck",
                     "A cloth for a desk day.");
        writeArticle(m_articles, QStringLiteral("feet.md"), "Feet after a run", "feet", "Leave the desk.");
        writeArticle(m_articles, QStringLiteral("child.md"), "A child's neck", "neck, children",
                     "No desk yet.");
        m_ui = std::make_unique<UiFixture>();
    }
    void cleanup() { m_ui.reset(); }

    void readingJob_closedAndOpenedAgain_goesOnWhereItWas()
    {
        m_ui->prompts().folders.push(m_articles.path());
        goTo("Ctrl+2");
        goTo("Ctrl+O");
        QTRY_COMPARE(m_ui->rowsOf(list), 4);
        filterByTags();
        goTo("Ctrl+K");
        m_ui->type(QStringLiteral("desk"));
        QTRY_COMPARE(m_ui->rowsOf(list), 2);
        readBothAndGoBack();
        goTo("S");
        const QUuid article = reader()->current();
        m_ui->press(Qt::Key_PageDown);
        QTRY_VERIFY_WITH_TIMEOUT(storedPosition(m_ui->workspace().journal(), article), engineMs);
        const QString left = progress();
        QVERIFY(left != QLatin1String("0 % read"));

        m_ui->close();
        m_ui->open();
        QTRY_COMPARE_WITH_TIMEOUT(open(), QStringLiteral("Undoing a desk day"), engineMs);
        QTRY_COMPARE(progress(), left);
        QCOMPARE(m_ui->rowsOf(list), 2);
        QCOMPARE(m_ui->find<SearchBox>(QStringLiteral("librarySearch"))->text(), QStringLiteral("desk"));
        QVERIFY(m_ui->workspace().journal().find<ArticleState>(article)->starred);
    }

private:
    /// Must have "neck", must not have "children".
    void filterByTags()
    {
        QVERIFY(m_ui->tabTo(QStringLiteral("tagFacets")));
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(m_ui->rowsOf(list), 3);
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Down); // chosen first, then by count and name: children
        m_ui->press(Qt::Key_Minus);
        QTRY_COMPARE(m_ui->rowsOf(list), 2);
    }

    void readBothAndGoBack()
    {
        QVERIFY(m_ui->tabTo(list));
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!open().isEmpty(), engineMs);
        const QString first = open();
        goTo("J");
        QTRY_VERIFY_WITH_TIMEOUT(!open().isEmpty() && open() != first, engineMs);
        goTo("Alt+Left");
        QTRY_COMPARE_WITH_TIMEOUT(open(), first, engineMs);
        if (first != QLatin1String("Undoing a desk day"))
            goTo("Alt+Right");
        QTRY_COMPARE_WITH_TIMEOUT(open(), QStringLiteral("Undoing a desk day"), engineMs);
        reader()->focusArticle();
    }
};

STILLPOINT_UI_TEST_MAIN(TestReadingJob)
#include "tst_readingjob.moc"
