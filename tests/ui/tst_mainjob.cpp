#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/charts/timechart.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {

void writeArticles(const DataFolder &folder)
{
    writeArticle(folder, QStringLiteral("desk.md"), "Undoing a desk day", "neck, posture",
                 "Hours at a desk make a neck stiff.\n\n## The slow no\n\nTurn.");
    writeArticle(folder, QStringLiteral("heat.md"), "Heat or cold", "neck", "A warm cloth is enough.");
    writeArticle(folder, QStringLiteral("feet.md"), "Feet after a run", "feet", "Roll the sole on a ball.");
}

/// What the command line says about the same data folder.
QJsonArray cli(const QString &dataFolder, const QStringList &arguments)
{
    QProcess process;
    process.start(programPath(QStringLiteral("stillpoint-cli")),
                  QStringList{QStringLiteral("--data"), dataFolder, QStringLiteral("--json")} + arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        return {};
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

} // namespace

/// The job Stillpoint exists for, from an empty folder to a chart, by keyboard alone and through the real
/// program: window, journal, library, render helper, page engine, command line.
class TestMainJob : public QObject
{
    Q_OBJECT

    DataFolder m_articles;
    std::unique_ptr<UiFixture> m_ui;

    void goTo(const char *keys) { m_ui->press(QKeySequence(QString::fromLatin1(keys))); }

    /// The clock goes to another day and a digit on Today saves a check-in.
    void checkInOn(int daysLater, const QString &digit)
    {
        m_ui->clock().advance(qint64(daysLater) * 24 * 3600 * 1000);
        goTo("Ctrl+3");
        goTo("Ctrl+1");
        m_ui->type(digit);
    }

    TimeChart *chart()
    {
        goTo("Ctrl+4");
        return m_ui->find<TimeChart>(QStringLiteral("timeChart"));
    }

private Q_SLOTS:
    void init()
    {
        writeArticles(m_articles);
        m_ui = std::make_unique<UiFixture>();
    }
    void cleanup() { m_ui.reset(); }

    void mainJob_byKeyboard_fromEmptyFolderToChart()
    {
        addFolderAndFilter();
        searchAndRead();
        logSession();
        checkInOn(1, QStringLiteral("4"));
        checkInOn(1, QStringLiteral("6"));
        const auto shown = [this] {
            const TimeChart *time = chart();
            return time && time->dotCount() == 3 && time->sessionMarkCount() == 1;
        };
        QTRY_VERIFY(shown());
        deleteSessionAndUndo();
        m_ui->close();
        const QString folder = m_ui->dataFolder();
        QCOMPARE(cli(folder, {QStringLiteral("journal"), QStringLiteral("list")}).size(), 3);
        QCOMPARE(cli(folder, {QStringLiteral("library"), QStringLiteral("list")}).size(), 3);
        m_ui->open();
        QTRY_VERIFY(shown());
        goTo("Ctrl+2");
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 1); // as it was left: neck, desk
        goTo("Ctrl+K");
        m_ui->press(Qt::Key_Escape);
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 2);
    }

private:
    void addFolderAndFilter()
    {
        QVERIFY(m_ui->find(QStringLiteral("firstRunPage")));
        QVERIFY(m_ui->tabTo(QStringLiteral("firstRunFolder")));
        m_ui->prompts().folders.push(m_articles.path());
        m_ui->press(Qt::Key_Space);
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 3);
        QVERIFY(m_ui->tabTo(QStringLiteral("tagFacets")));
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Space); // the commonest tag comes first: neck
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 2);
    }

    void searchAndRead()
    {
        goTo("Ctrl+K");
        m_ui->type(QStringLiteral("desk"));
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 1);
        QVERIFY(m_ui->tabTo(QStringLiteral("articleList")));
        m_ui->press(Qt::Key_Home);
        m_ui->press(Qt::Key_Return);
        const auto opened = [this] {
            const auto states = m_ui->workspace().journal().all<ArticleState>();
            return states.size() == 1 && states.first().title == QLatin1String("Undoing a desk day") &&
                   states.first().readState != ReadState::Unread;
        };
        QTRY_VERIFY_WITH_TIMEOUT(opened(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_ui->window().currentPage()->isSettled(), 20'000);
    }

    void logSession()
    {
        goTo("Ctrl+N");
        QTRY_VERIFY(m_ui->find(QStringLiteral("sessionEditor")));
        // Day with its three sections, began, minutes, then the modalities: as they stand on the page.
        QVERIFY(m_ui->tabTo(QStringLiteral("modality-deep-tissue"), 6));
        m_ui->press(Qt::Key_Space);
        const QList<QPair<QString, QString>> ratings{{QStringLiteral("before-stress"), QStringLiteral("7")},
                                                     {QStringLiteral("after-stress"), QStringLiteral("4")},
                                                     {QStringLiteral("before-mobility"), QStringLiteral("4")},
                                                     {QStringLiteral("after-mobility"), QStringLiteral("x")}};
        for (const auto &[row, digit] : ratings) {
            QVERIFY2(m_ui->tabTo(row), qPrintable(row));
            m_ui->type(digit);
        }
        goTo("Ctrl+Return");
        QTRY_VERIFY(!m_ui->find(QStringLiteral("sessionEditor")));
        const QList<Session> sessions = m_ui->workspace().journal().all<Session>();
        QCOMPARE(sessions.size(), 1);
        const Session &session = sessions.first();
        QCOMPARE(session.modalities, QStringList{QStringLiteral("deep-tissue")});
        QCOMPARE(session.ratings.size(), std::size_t(4));
        QCOMPARE(session.ratings.at({Phase::Before, QStringLiteral("stress"), {}}).value,
                 std::optional<double>(7));
        QCOMPARE(session.ratings.at({Phase::After, QStringLiteral("mobility"), {}}).value,
                 std::optional<double>(10));
    }

    void deleteSessionAndUndo()
    {
        Journal &journal = m_ui->workspace().journal();
        goTo("Ctrl+3");
        QVERIFY(m_ui->tabTo(QStringLiteral("entryList")));
        m_ui->press(Qt::Key_End); // the oldest entry is the session
        m_ui->press(Qt::Key_Delete);
        QTRY_COMPARE(journal.all<Session>().size(), 0);
        QCOMPARE(journal.all<CheckIn>().size(), 2);
        QTRY_VERIFY(m_ui->find(QStringLiteral("toastUndo")));
        goTo("Ctrl+Z");
        QTRY_COMPARE(journal.all<Session>().size(), 1);
    }
};

STILLPOINT_UI_TEST_MAIN(TestMainJob)
#include "tst_mainjob.moc"
