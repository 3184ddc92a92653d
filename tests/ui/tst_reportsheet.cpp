#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/library/importrunner.h"
#include "ui/library/reportsheet.h"
#include "ui/reader/readerhost.h"

#include <QLabel>
#include <QTableView>
#include <QThread>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

class TestReportSheet : public QObject
{
    Q_OBJECT

    std::unique_ptr<DataFolder> m_articles;
    std::unique_ptr<UiFixture> m_ui;

    void addFolder(int articles)
    {
        m_ui->prompts().folders.push(m_articles->path());
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+2")));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+O")));
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), articles);
    }
    QString text()
    {
        std::unique_ptr<ReportSheet> shown(sheet());
        return shown->findChild<QLabel *>(QStringLiteral("reportText"))->text();
    }
    int rows()
    {
        std::unique_ptr<ReportSheet> shown(sheet());
        const auto *table = shown->findChild<QTableView *>(QStringLiteral("reportTable"));
        return table ? table->model()->rowCount() : 0;
    }
    ReportSheet *sheet()
    {
        m_ui->window().findChild<ImportRunner *>()->showReport();
        return m_ui->window().findChild<ReportSheet *>();
    }

private Q_SLOTS:
    void init()
    {
        m_articles = std::make_unique<DataFolder>();
        m_ui = std::make_unique<UiFixture>();
    }
    void cleanup() { m_ui.reset(); }

    void report_goodFiles_saysSo()
    {
        writeArticle(*m_articles, QStringLiteral("desk.md"), "Desk", "neck", "Turn.");
        addFolder(1);
        QTRY_VERIFY(text().contains(QStringLiteral("1 article added, 0 unchanged.")));
        QVERIFY(text().contains(QStringLiteral("Every file was read as it stands")));
        m_ui->press(Qt::Key_F5);
        QTRY_VERIFY(text().contains(QStringLiteral("Last look at the files: 1 article unchanged.")));
    }

    void report_filesLookedAtAgainAsOneImportEnds_tellsOfThatImport()
    {
        writeArticle(*m_articles, QStringLiteral("desk.md"), "Desk", "neck", "Turn.");
        addFolder(1);
        QTRY_VERIFY(text().contains(QStringLiteral("1 article added, 0 unchanged.")));
        writeArticle(*m_articles, QStringLiteral("heat.md"), "Heat", "neck", "A cloth.");
        auto *runner = m_ui->window().findChild<ImportRunner *>();
        QTRY_VERIFY(!runner->isRunning());
        runner->rescan();
        const Library *library = *m_ui->workspace().library();
        for (int tries = 0; library->size() < 2 && tries < 500; ++tries)
            QThread::msleep(10);
        QThread::msleep(100); // now it is over, and the window does not know it yet
        runner->catchUp();
        QTRY_VERIFY(text().contains(QStringLiteral("1 article added, 1 unchanged.")));
    }

    void report_badFiles_namesEachAndOpensTheArticle()
    {
        writeFile(m_articles->file(QStringLiteral("colon.md")),
                  "---\ntitle: Neck: a story\ntags: [a\n---\n\nText.\n");
        writeFile(m_articles->file(QStringLiteral("noise.md")), QByteArray("\0\1\2\3", 4).repeated(64));
        addFolder(1);
        m_ui->close();
        m_ui->open();
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+2")));
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 1);
        QTRY_VERIFY(m_ui->window().currentPage()->isSettled());
        QTRY_COMPARE(rows(), 2); // also after a restart
        auto *table = sheet()->findChild<QTableView *>(QStringLiteral("reportTable"));
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("colon.md"));
        QVERIFY(table->model()->index(0, 1).data().toString().contains(QStringLiteral("YAML")));
        QVERIFY(table->model()->index(0, 1).data().toString().startsWith(QStringLiteral("Line 2: ")));
        QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("noise.md"));
        QTRY_VERIFY2(table->rowHeight(0) < 4 * table->fontMetrics().height(),
                     qPrintable(QString::number(table->rowHeight(0))));
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        const auto library = m_ui->workspace().library();
        const auto article = (*library)->articleAt(m_articles->file(QStringLiteral("colon.md")));
        QVERIFY(article);
        QTRY_COMPARE(m_ui->window().findChild<ReaderHost *>()->current(), article->id);
    }
};

STILLPOINT_UI_TEST_MAIN(TestReportSheet)
#include "tst_reportsheet.moc"
