#include "app/library/indexstore.h"
#include "app/workspace/workspace.h"
#include "tests/support/uitest.h"
#include "ui/library/articlesearch.h"
#include "ui/reader/readerhost.h"
#include "ui/widgets/searchbox.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTimer>

using namespace stillpoint;
using namespace stillpoint::ui;
using namespace stillpoint::test;

namespace {

constexpr int articleCount = 8000;
constexpr int engineMs = 30'000;
constexpr int busyMs = 1500; // long enough to get at the window beside other programs

Article numbered(int i, const Place &place)
{
    Article article;
    article.id = QUuid::createUuidV5(place.id, QString::number(i));
    article.place = place.id;
    article.path = QStringLiteral("%1.md").arg(i);
    article.file = place.path + QLatin1Char('/') + article.path;
    article.title = QStringLiteral("Article %1 about necks").arg(i);
    article.tags = {QStringLiteral("tag %1").arg(i % 900), QStringLiteral("common")};
    article.words = 300;
    writeFile(article.file, "A stiff neck.");
    article.fileMs = QFileInfo(article.file).lastModified().toMSecsSinceEpoch();
    return article;
}

/// Articles and their index as an import would leave it, many times faster.
void fillIndex(const QString &file, const Place &place)
{
    auto store = IndexStore::open(file, IndexStore::Mode::ReadWrite).value();
    QVERIFY(store.begin());
    for (int i = 0; i < articleCount; ++i) {
        const Article article = numbered(i, place);
        const auto row = store.addText(article, QByteArray("A stiff neck at the desk. ").repeated(20));
        QVERIFY(row && store.putArticle({article, *row, 13}));
    }
    QVERIFY(store.commit());
}

QByteArray largeArticle()
{
    QByteArray body;
    for (int i = 0; body.size() < (1 << 20); ++i) {
        body += "## Section " + QByteArray::number(i) + "\n\n" +
                QByteArray("Turn the neck *slowly*, see [a page](https://example.org). ").repeated(8) +
                "\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n";
    }
    return body;
}

} // namespace

/// What takes long happens elsewhere: the window goes on working while it does.
class TestHeartbeat : public QObject
{
    Q_OBJECT

    std::unique_ptr<DataFolder> m_articles;
    std::unique_ptr<UiFixture> m_ui;

    bool settled() { return m_ui->window().currentPage()->isSettled(); }
    Library &library() { return **m_ui->workspace().library(); }

private Q_SLOTS:
    void init()
    {
        m_articles = std::make_unique<DataFolder>();
        m_ui = std::make_unique<UiFixture>();
    }
    void cleanup()
    {
        m_ui.reset();
        m_articles.reset();
    }

    void typing_whileSearchesRun_goesOn_andOnlyTheLastAnswerIsShown()
    {
        QVERIFY(m_ui->workspace().addPlace(m_articles->path()));
        fillIndex(m_ui->workspace().paths().libraryFile(), m_ui->workspace().places().first());
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+2")));
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), articleCount);
        QTRY_VERIFY(settled());
        auto *search = m_ui->window().findChild<ArticleSearch *>();
        QList<ArticleQuery> answered;
        connect(search, &ArticleSearch::answered, this,
                [&answered](const ArticleQuery &query) { answered.append(query); });
        // Searches of their own keep the index busy, so that the typed ones cannot be answered at once.
        ArticleQuery broad;
        broad.text = QStringLiteral("neck OR desk stiff");
        QElapsedTimer one;
        one.start();
        QFuture<ArticleHits> busy = library().find(broad);
        busy.waitForFinished();
        const qint64 oneMs = qMax<qint64>(1, one.elapsed());
        for (qint64 lasts = 0; lasts < busyMs; lasts += oneMs)
            busy = library().find(broad);
        auto *box = m_ui->find<SearchBox>(QStringLiteral("librarySearch"));
        QVERIFY(box);
        ArticleQuery query;
        for (const char *text : {"n", "ne", "nec", "neck 7999"}) {
            query.text = QString::fromLatin1(text);
            query.sort = ArticleSort::Relevance;
            search->ask(query);
        }
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+K")));
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] {
            if (!busy.isFinished())
                m_ui->type(ticks++ % 2 == 0 ? QStringLiteral("x") : QStringLiteral("y"));
        });
        timer.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(busy.isFinished(), 10 * busyMs);
        timer.stop();
        QVERIFY(ticks > 1);
        QVERIFY(box->text().startsWith(QLatin1String("xy")));
        QTRY_VERIFY(settled());
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().text, box->text());
    }

    void largeArticle_whileItOpens_leavesTheWindowFree()
    {
        writeArticle(*m_articles, QStringLiteral("large.md"), "Large", "neck", largeArticle());
        m_ui->prompts().folders.push(m_articles->path());
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+2")));
        m_ui->press(QKeySequence(QStringLiteral("Ctrl+O")));
        QTRY_COMPARE(m_ui->rowsOf(QStringLiteral("articleList")), 1);
        auto *reader = m_ui->window().findChild<ReaderHost *>();
        reader->preload();
        QTRY_VERIFY(settled());
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
        timer.start(1);
        reader->open(library().articles().first().id);
        QVERIFY(!settled());
        QTRY_VERIFY_WITH_TIMEOUT(settled(), engineMs);
        QVERIFY2(ticks > 20, qPrintable(QString::number(ticks)));
    }
};

STILLPOINT_UI_TEST_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
