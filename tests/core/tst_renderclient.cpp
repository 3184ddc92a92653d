#include "app/library/renderclient.h"
#include "tests/support/coretest.h"

#include <QTest>

using namespace stillpoint;

namespace {

const QStringList everything{QStringLiteral("meta"), QStringLiteral("text"), QStringLiteral("outline"),
                             QStringLiteral("html")};

QString troubled()
{
    return test::programPath(QStringLiteral("troubled-render"));
}

} // namespace

class TestRenderClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goodArticle_isRendered()
    {
        RenderClient client(troubled());
        const auto article = client.render(QStringLiteral("a.md"), "Title\ntext", everything);
        QVERIFY(article);
        QCOMPARE(article->outcome, RenderedArticle::Outcome::Complete);
        QCOMPARE(article->text, QByteArray("Title\ntext"));
        QCOMPARE(article->html, QStringLiteral("<p>html</p>"));
        QCOMPARE(article->words, 2);
    }

    void troublesomeArticle_becomesPlainText_nextOneIsFine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("hasMeta");
        QTest::newRow("hangs") << QByteArray("Slow one\nHANG") << true;
        QTest::newRow("dies") << QByteArray("Deadly one\nDIE") << true;
        QTest::newRow("answers nonsense") << QByteArray("Odd one\nNONSENSE") << true;
        QTest::newRow("dies of its front matter too") << QByteArray("DIE ALWAYS") << false;
    }

    void troublesomeArticle_becomesPlainText_nextOneIsFine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, hasMeta);
        RenderClient client(troubled(), 1000);
        const auto article = client.render(QStringLiteral("a.md"), bytes, everything);
        QVERIFY(article);
        QCOMPARE(article->outcome, RenderedArticle::Outcome::PlainText);
        QCOMPARE(article->text, bytes);
        QCOMPARE(article->meta.value(QLatin1String("title")).toString().isEmpty(), !hasMeta);
        QCOMPARE(article->issues.size(), 1);
        QVERIFY(article->issues.first().message.contains(QStringLiteral("plain text")));
        const auto next = client.render(QStringLiteral("b.md"), "Fine\n", everything);
        QVERIFY(next);
        QCOMPARE(next->outcome, RenderedArticle::Outcome::Complete);
    }

    void severalArticles_areAnsweredInOrder_upToTheFirstTrouble()
    {
        RenderClient client(troubled());
        QList<RenderRequest> requests;
        for (const char *text : {"First\n", "Second\nDIE", "Third\n", "Fourth\n"})
            requests.append({QStringLiteral("a.md"), text});
        const auto some = client.render(requests, everything);
        QVERIFY(some);
        QCOMPARE(some->size(), 2);
        QCOMPARE(some->at(0).text, QByteArray("First\n"));
        QCOMPARE(some->at(1).outcome, RenderedArticle::Outcome::PlainText);
        const auto rest = client.render(requests.mid(2), everything);
        QVERIFY(rest);
        QCOMPARE(rest->size(), 2);
        QCOMPARE(rest->at(0).text, QByteArray("Third\n"));
        QCOMPARE(rest->at(1).text, QByteArray("Fourth\n"));
        QCOMPARE(rest->at(1).outcome, RenderedArticle::Outcome::Complete);
    }

    void missingHelper_isUnavailable_saysSo()
    {
        for (const QString &program : {QString(), QStringLiteral("/nonexistent/stillpoint-render")}) {
            RenderClient client(program);
            const auto article = client.render(QStringLiteral("a.md"), "text", everything);
            QVERIFY(!article);
            QCOMPARE(article.error().code, ErrorCode::Unavailable);
        }
    }
};

QTEST_GUILESS_MAIN(TestRenderClient)
#include "tst_renderclient.moc"
