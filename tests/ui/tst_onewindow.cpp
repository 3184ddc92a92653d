#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/reader/readerhost.h"

#include <unistd.h>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

/// On a display: the window stays the one that it is.
class TestOneWindow : public QObject
{
    Q_OBJECT

    DataFolder m_articles;
    std::unique_ptr<UiFixture> m_ui;

private Q_SLOTS:
    void init()
    {
        writeArticle(m_articles, QStringLiteral("desk.md"), "Undoing a desk day", "neck", "Turn slowly.");
        m_ui = std::make_unique<UiFixture>();
    }
    void cleanup() { m_ui.reset(); }

    void firstArticle_leavesTheWindowWhereItIs()
    {
        const WId before = m_ui->window().winId();
        m_ui->prompts().folders.push(m_articles.path());
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+2")));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+O")));
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 1);
        QVERIFY(m_ui->tabTo(QStringLiteral("articleList")));
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Return);
        const auto *reader = m_ui->window().findChild<ReaderHost *>();
        QTRY_VERIFY_WITH_TIMEOUT(!reader->current().isNull() && m_ui->window().currentPage()->isSettled(),
                                 20'000);
        QVERIFY(::geteuid() == 0 || m_ui->find(QStringLiteral("articleView"))); // the engine refuses root
        QCOMPARE(m_ui->window().winId(), before);
        QVERIFY(m_ui->window().isActiveWindow());
    }
};

int main(int argc, char **argv)
{
    prepareUiTest();
    qputenv("QT_QPA_PLATFORM", "xcb"); // offscreen windows are never made anew
    QApplication app(argc, argv);
    TestOneWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_onewindow.moc"
