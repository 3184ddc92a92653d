#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/library/picturepaths.h"
#include "tests/support/coretest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace stillpoint;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QByteArray picture("\x89PNG\r\n\x1a\n not really");

/// A folder with one article, imported; its page.
class Shown
{
public:
    QString path(const char *name) const { return m_folder.file(s("place/") + s(name)); }

    ArticlePage page(const char *name, const QByteArray &markdown)
    {
        test::writeFile(path(name), markdown);
        auto library = Library::open({m_folder.file(s("library-v1.db")),
                                      test::programPath(QStringLiteral("stillpoint-render")), false},
                                     m_clock)
                           .value();
        library->import({{QUuid::createUuidV5(QUuid(), s("p")), s("place"), m_folder.file(s("place"))}}, {})
            .waitForFinished();
        const auto article = library->articleAt(path(name));
        if (const auto other = library->articleAt(path("other.md")))
            other_ = other->id;
        auto future = library->page(article.value_or(Article()).id);
        future.waitForFinished();
        const auto result = future.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }

    QUuid other_;

private:
    test::DataFolder m_folder;
    SystemClock m_clock;
};

/// All attribute values in the page that could load something.
QStringList loads(const QByteArray &html)
{
    QStringList all;
    const QRegularExpression pattern(QStringLiteral("(?:src|srcset|poster|background|data)=\"([^\"]*)\""));
    for (auto it = pattern.globalMatch(QString::fromUtf8(html)); it.hasNext();)
        all.append(it.next().captured(1));
    return all;
}

} // namespace

class TestReaderPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void article_likeTheFirstOne_isPerfect()
    {
        Shown shown;
        const ArticlePage page = shown.page("first.md", test::fixture(s("library/bodywork.md")));
        QStringList headings;
        for (const OutlineItem &item : page.outline)
            headings.append(QString::number(item.level) + QLatin1Char(' ') + item.text);
        QCOMPARE(headings, (QStringList{s("2 Why rest?"), s("3 Breath"), s("2 In closing")}));
        QCOMPARE(page.blockedHosts, QStringList{s("pictures.example")});
        const QString html = QString::fromUtf8(page.html);
        QVERIFY(html.contains(s("<em class=\"alt\">Quiet room</em>")));
        QVERIFY(html.contains(s("pictures.example · not loaded")));
        QVERIFY(html.contains(s("One picture on <b>pictures.example</b> is not loaded.")));
        QVERIFY(html.contains(s("<span class=\"category\">Health</span>")));
        QVERIFY(!html.contains(s("{{")));
        QVERIFY(!html.contains(s("<!--picture")));
        QVERIFY(loads(page.html).isEmpty());
        QVERIFY(html.contains(s("Content-Security-Policy")));
    }

    void pictures_inThePlace_areServedByHash()
    {
        Shown shown;
        test::writeFile(shown.path("static/img/a b.png"), picture);
        const ArticlePage page = shown.page("posts/p.md", "![Hills](/img/a%20b.png)\n\n![Gone](gone.png)\n");
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex());
        QCOMPARE(loads(page.html), QStringList{s("article:picture/") + hash});
        QCOMPARE(page.pictureFiles.value(hash),
                 QFileInfo(shown.path("static/img/a b.png")).canonicalFilePath());
        QVERIFY(page.html.contains("alt=\"Hills\""));
        QVERIFY(page.html.contains("gone.png · not found"));
        QVERIFY(page.blockedHosts.isEmpty());
    }

    void links_leadToArticlesOrTheWeb_orAreText()
    {
        Shown shown;
        test::writeFile(shown.path("other.md"), "# Other");
        const ArticlePage page =
            shown.page("posts/p.md", "[in](../other.md#part) [web](https://a.example/?q=1&b=2) "
                                     "[mail](mailto:a@b.example) [file](file:///etc/passwd) "
                                     "[nowhere](missing.md) [here](#top)\n");
        QStringList targets;
        const QRegularExpression pattern(QStringLiteral("<a [^>]*href=\"([^\"]*)\""));
        for (auto it = pattern.globalMatch(QString::fromUtf8(page.html)); it.hasNext();)
            targets.append(it.next().captured(1));
        QVERIFY(targets.contains(s("article:") + shown.other_.toString(QUuid::WithoutBraces) + s("#h-part")));
        QVERIFY(targets.contains(s("https://a.example/?q=1&amp;b=2")));
        QVERIFY(targets.contains(s("mailto:a@b.example")));
        QVERIFY(targets.contains(s("#top")));
        QCOMPARE(targets.size(), 4);
        for (const char *text : {"file", "nowhere"})
            QVERIFY(page.text.contains(s(text)));
    }

    void links_byName_findTheOnlyArticleCalledSo()
    {
        Shown shown;
        test::writeFile(shown.path("_posts/other.md"), "# Not this");
        test::writeFile(shown.path("other.md"), "# Other");
        test::writeFile(shown.path("_posts/2020-01-02-knees.markdown"), "# Knees");
        const QByteArray html =
            shown
                .page("pages/p.md", "[a]({% post_url 2020-01-02-knees %}#part) "
                                    "[b]({{< ref \"2020-01-02-Knees\" >}}) [c](/x/other)\n")
                .html;
        QCOMPARE(html.count("<a href=\"article:"), 2);
        QCOMPARE(html.count("#h-part\""), 1);
    }

    void frontMatterPicture_standsAboveTheText_unlessItIsMissing()
    {
        Shown shown;
        test::writeFile(shown.path("images/hills.png"), "not decoded here");
        const ArticlePage page =
            shown.page("p.md", "---\ntitle: 'The *high* hills'\nimage: hills.png\n---\nText\n");
        QCOMPARE(loads(page.html).size(), 1);
        QVERIFY(page.html.contains("<figure class=\"hero\"><img "));
        QVERIFY(page.html.contains("dir=\"auto\">The <em>high</em> hills</h1>"));
        const QByteArray without = shown.page("q.md", "---\nimage: gone.png\n---\nText\n").html;
        QVERIFY(!without.contains("hero"));
        QVERIFY(!without.contains("gone.png"));
    }

    void textLikeAPlaceholder_isLeftAlone()
    {
        Shown shown;
        const ArticlePage page = shown.page(
            "p.md", "[x](https://a.example)\n\n`{{body}} <!--picture 0--> href=\"article:link/0\"`\n");
        QVERIFY(page.html.contains("{{body}}"));
        QVERIFY(!page.html.contains("picture-blocked"));
        QCOMPARE(page.html.count("https://a.example"), 1);
    }

    void titleAndTags_areEscaped()
    {
        Shown shown;
        const ArticlePage page =
            shown.page("p.md", "---\ntitle: 'a <script>x</script> & b'\n"
                               "tags: ['<img src=x>']\nauthor: '<b>who</b>'\n---\ntext\n");
        QVERIFY(!page.html.contains("<script"));
        QVERIFY(!page.html.contains("<img"));
        QVERIFY(!page.html.contains("<b>who"));
    }

    void localFile_staysInsideThePlace_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("found"); // below the place; empty: nothing
        QTest::newRow("beside") << s("near.png") << s("posts/near.png");
        QTest::newRow("dot slash") << s("./near.png") << s("posts/near.png");
        QTest::newRow("parent") << s("../top.png") << s("top.png");
        QTest::newRow("root") << s("/top.png") << s("top.png");
        QTest::newRow("served from static") << s("/img/served.png") << s("static/img/served.png");
        QTest::newRow("backslashes") << s("..\\top.png") << s("top.png");
        QTest::newRow("query") << s("near.png?w=3#x") << s("posts/near.png");
        QTest::newRow("encoded, not ASCII") << s("/b%C3%A4d.png") << s("bäd.png");
        QTest::newRow("not ASCII") << s("/bäd.png") << s("bäd.png");
        QTest::newRow("escape") << s("../../outside.png") << QString();
        QTest::newRow("escape from root") << s("/../outside.png") << QString();
        QTest::newRow("encoded escape") << s("%2e%2e/%2e%2e/outside.png") << QString();
        QTest::newRow("backslash escape") << s("..\\..\\outside.png") << QString();
        QTest::newRow("link out") << s("/link.png") << QString();
        QTest::newRow("link to a folder out") << s("/out/outside.png") << QString();
        QTest::newRow("absolute") << s("/etc/passwd") << QString();
        QTest::newRow("file scheme") << s("file:///etc/passwd") << QString();
        QTest::newRow("host") << s("//host/top.png") << QString();
        QTest::newRow("a folder") << s("/posts") << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void localFile_staysInsideThePlace()
    {
        QFETCH(QString, address);
        QFETCH(QString, found);
        test::DataFolder folder;
        const QString place = folder.file(s("place"));
        for (const char *name : {"place/posts/near.png", "place/top.png", "place/static/img/served.png",
                                 "place/b\xc3\xa4"
                                 "d.png",
                                 "outside.png"})
            test::writeFile(folder.file(s(name)), picture);
        QVERIFY(QFile::link(folder.file(s("outside.png")), place + s("/link.png")));
        QVERIFY(QFile::link(folder.path(), place + s("/out")));
        const QString file = localFile(address, {place + s("/posts"), place});
        QCOMPARE(file, found.isEmpty() ? QString()
                                       : QFileInfo(place).canonicalFilePath() + QLatin1Char('/') + found);
    }
};

QTEST_GUILESS_MAIN(TestReaderPage)
#include "tst_readerpage.moc"
