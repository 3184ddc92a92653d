#include "app/article/articlereader.h"
#include "app/article/textmetrics.h"
#include "tests/support/coretest.h"
#include "tests/support/strangers.h"

#include <QRegularExpression>
#include <QtTest>

using namespace stillpoint;

namespace {

BuiltPage pageOf(const QByteArray &body)
{
    return readArticle(body, QStringLiteral("a.md"), Depth::Page).page;
}

} // namespace

class TestArticlePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostile_inEveryWrapping_leavesNothingStrange_data();
    void hostile_inEveryWrapping_leavesNothingStrange();
    void links_each_areDecided_data();
    void links_each_areDecided();
    void anchors_inPage_leadToHeadings();
    void anchors_named_leadToTheirPlaces();
    void anchors_givenTwice_stayUnique();
    void rightToLeft_containers_areMirrored();
    void hero_named_standsAboveOnce();
    void title_withMarks_isShownInline_data();
    void title_withMarks_isShownInline();
    void headings_equal_getUniqueUnicodeAnchors();
    void heading_equalToTitle_isHidden();
    void markdown_ofGitHub_isShown();
    void rawHtml_harmless_staysReadable();
    void pictures_each_becomePlaces();
    void dataPictures_large_areKeptOutOfTheText();
    void media_frames_becomeLabelledLinks();
    void words_countedByScript_data();
    void words_countedByScript();
    void longLines_inText_areLeftOut();
    void deepNesting_read_doesNotOverflow();
    void largeBody_read_isRefusedWithMetadata();
};

void TestArticlePage::hostile_inEveryWrapping_leavesNothingStrange_data()
{
    QTest::addColumn<QByteArray>("hostile");
    for (const char *hostile : {"<script>alert(1)</script>",
                                "<img src=x onerror=alert(1)>",
                                "<a href=\"javascript:alert(1)\">x</a>",
                                "<a href=\"java\tscript:alert(1)\">x</a>",
                                "<a href=\" &#106;avascript:alert(1)\">x</a>",
                                "<a href='data:text/html,<script>1</script>'>x</a>",
                                "[x](javascript:alert(1))",
                                "[x](<java\nscript:1>)",
                                "[x](data:text/html;base64,AAAA)",
                                "![x](javascript:alert(1))",
                                "<vbscript:alert(1)>",
                                "<svg onload=alert(1)><script>1</script></svg>",
                                "<svg><a xlink:href=\"javascript:1\"><text>x</text></a></svg>",
                                "<math><mtext><style><img src=x onerror=1></style></mtext></math>",
                                "<style>@import 'http://x'</style>",
                                "<p style=\"background:url(http://x)\">x</p>",
                                "<iframe srcdoc=\"<script>1</script>\"></iframe>",
                                "<object data=\"x.swf\"><embed src=x></object>",
                                "<form action=\"http://x\"><input name=a><button>b</button></form>",
                                "<meta http-equiv=refresh content=\"0;url=http://x\">",
                                "<base href=\"http://x/\">",
                                "<link rel=stylesheet href=\"http://x\">",
                                "<body onload=1 background=\"http://x\">",
                                "<table background=\"http://x\"><td background=\"http://x\">x</td></table>",
                                "<noscript><p title=\"</noscript><img src=x onerror=1>\"></noscript>",
                                "<template><script>1</script></template>",
                                "<div id=\"content\" class=\"rail\" name=\"x\">x</div>",
                                "<video src=x onerror=1 poster=\"http://x\"></video>",
                                "<details ontoggle=1 open>x</details>",
                                "<textarea><script>1</script></textarea>",
                                "<!--><script>1</script>-->",
                                "<!--picture 99--><!-- --!><img src=x onerror=1> -->",
                                "<a href=\"http://x\" ping=\"http://y\" target=_blank>x</a>",
                                "<img srcset=\"http://x 2x\" src=y>",
                                "<p title='--><script>1</script>'>x</p>",
                                "<abbr title='\"><script>1</script>'>x</abbr>",
                                "<title><img src=x onerror=1></title>",
                                "<xmp><script>1</script></xmp>",
                                "<plaintext><b>x",
                                "<select><option><script>1</script></option></select>",
                                "<marquee onstart=1>x</marquee>",
                                "<frameset onload=1><frame src=\"http://x\"></frameset>",
                                "<a href=\"#\" id=\"h-x\" onclick=1>x</a>",
                                "<span class=\"media\" style=\"x\">x</span>",
                                "<h2 id=\"fn-1\">x</h2>",
                                "<ol type=\"A\" style=\"list-style:url(x)\"><li id=\"fn-\"><b>x</ol>"})
        QTest::newRow(hostile) << QByteArray(hostile);
}

void TestArticlePage::hostile_inEveryWrapping_leavesNothingStrange()
{
    QFETCH(QByteArray, hostile);
    const QByteArray line = QByteArray(hostile).replace('\n', ' ');
    for (const QByteArray &body :
         {hostile, QByteArray("text " + hostile + " text"), QByteArray("> " + line), QByteArray("- " + line),
          QByteArray("## " + line), QByteArray("| a |\n|---|\n| " + line + " |"),
          QByteArray("[^1]\n\n[^1]: " + line), QByteArray("**" + line + "**"),
          QByteArray("<div>\n" + hostile + "\n</div>"),
          QByteArray("---\ntitle: '" + QByteArray(line).replace('\'', "''") + "'\n---\n" + hostile)}) {
        const BuiltPage page = pageOf(body);
        QCOMPARE(test::strangersIn(page.html), QStringList());
        for (const QString &url : page.links)
            QVERIFY2(!url.startsWith(QLatin1String("javascript:")) && !url.startsWith(QLatin1String("data:")),
                     qPrintable(url));
        for (const PictureSlot &picture : page.pictures)
            QVERIFY(!picture.url.contains(QLatin1String("script:")));
    }
}

void TestArticlePage::links_each_areDecided_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("url"); // empty: no link
    const auto row = [](const char *target, const char *url) {
        QTest::newRow(target) << QByteArray(target) << QString::fromUtf8(url);
    };
    row("https://x.example/a", "https://x.example/a");
    row("http://x.example", "http://x.example");
    row("mailto:a@x.example", "mailto:a@x.example");
    row("other.md", "other.md");
    row("../up/other.md#part", "../up/other.md#part");
    row("/root.md", "/root.md");
    row("//x.example/a", "https://x.example/a");
    row("file:///etc/passwd", "");
    row("tel:123", "");
    row("article:link/7", "");
    row("JavaScript:alert(1)", "");
    row("blob:https://x", "");
}

void TestArticlePage::links_each_areDecided()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, url);
    const BuiltPage page = pageOf("<a href=\"" + target + "\">words</a>");
    QCOMPARE(page.links, url.isEmpty() ? QStringList() : QStringList{url});
    QCOMPARE(page.html.contains(QLatin1String("href=\"article:link/0\"")), !url.isEmpty());
    QCOMPARE(page.text, QStringLiteral("words"));
}

void TestArticlePage::anchors_inPage_leadToHeadings()
{
    const BuiltPage page =
        pageOf("[go](#the-knee) [away](#nowhere) note[^a]\n\n## The Knee\n\n[^a]: Small.\n");
    QVERIFY(page.html.contains(QLatin1String("href=\"#h-the-knee\"")));
    QVERIFY(page.html.contains(QLatin1String("id=\"h-the-knee\"")));
    QVERIFY(page.html.contains(QLatin1String("href=\"#nowhere\"")));
    QVERIFY(page.html.contains(QLatin1String("href=\"#note-fn-")));
    QVERIFY(page.html.contains(QLatin1String("id=\"note-fn-")));
    QVERIFY(page.html.contains(QLatin1String("id=\"note-fnref-")));
    // An author's own markup cannot take a footnote's place.
    const BuiltPage twice = pageOf("<li id=\"fn-x\">first</li><li id=\"fn-x\">second</li>");
    QCOMPARE(twice.html.count(QLatin1String("id=\"note-fn-x\"")), 1);
    QVERIFY(page.links.isEmpty());
}

void TestArticlePage::anchors_named_leadToTheirPlaces()
{
    const BuiltPage page = pageOf(
        "[1](#one) [2](#zwei) [3](#drei) [4](#vier) [5](#five) [6](#6-six) [7](#words-here)\n\n"
        "## Words {#one}\n\n## More {/*zwei*/}\n\n<h3 id=\"drei\">Third</h3>\n\n<a name=\"vier\"></a>\n\n"
        "<div id=\"five\">x</div>\n\n## 6. Six\n\n## 7. Words here\n");
    for (const char *anchor : {"one", "zwei", "drei", "vier", "five", "6-six", "7-words-here"}) {
        QCOMPARE(page.html.count(QStringLiteral("href=\"#h-%1\"").arg(QLatin1String(anchor))), 1);
        QCOMPARE(page.html.count(QStringLiteral(" id=\"h-%1\"").arg(QLatin1String(anchor))), 1);
    }
    QCOMPARE(page.outline.first(), (PageHeading{2, QStringLiteral("Words"), QStringLiteral("h-one")}));
    QVERIFY(!page.text.contains(QLatin1Char('{')));
    QCOMPARE(test::strangersIn(page.html), QStringList());
}

void TestArticlePage::anchors_givenTwice_stayUnique()
{
    const BuiltPage page =
        pageOf("## A {#x}\n\n## B {#x}\n\n<p id=\"x\">c</p>\n\n## X\n\n<p id=\"a b\">d</p>\n");
    static const QRegularExpression id(QStringLiteral(" id=\"([^\"]*)\""));
    QStringList ids;
    for (auto it = id.globalMatch(page.html); it.hasNext();)
        ids.append(it.next().captured(1));
    QCOMPARE(ids.size(), 4);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 4);
}

void TestArticlePage::rightToLeft_containers_areMirrored()
{
    const BuiltPage page =
        pageOf("1. `code` שאפו\n2. inhale\n\n> إرخاء\n\n- one\n- שתיים\n\n| א | b |\n|---|---|\n| c | d |\n");
    QVERIFY(page.html.contains(QLatin1String("<ol dir=\"rtl\">")));
    QVERIFY(page.html.contains(QLatin1String("<blockquote dir=\"rtl\">")));
    QVERIFY(page.html.contains(QLatin1String("<ul>")));
    QVERIFY(page.html.contains(QLatin1String("<table dir=\"rtl\">")));
    QVERIFY(page.html.contains(QLatin1String("<li dir=\"auto\">inhale")));
}

void TestArticlePage::hero_named_standsAboveOnce()
{
    const BuiltPage page = pageOf("---\nimage: '{{ site.baseurl }}/img/a.jpg'\n---\nText ![b](b.png)\n");
    QVERIFY(page.html.startsWith(QLatin1String("<figure class=\"hero\"><!--picture 1--></figure>")));
    QCOMPARE(page.pictures.last(), (PictureSlot{QStringLiteral("/img/a.jpg"), QString()}));
    QCOMPARE(pageOf("---\nimage: /img/a.jpg\n---\n![a](../img/a.jpg)\n").pictures.size(), 1);
    QVERIFY(pageOf("---\nimage: 'javascript:1'\n---\nText\n").pictures.isEmpty());
    QVERIFY(pageOf("---\nimage: true\n---\nText\n").pictures.isEmpty());
}

void TestArticlePage::title_withMarks_isShownInline_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("html");
    QTest::newRow("marks") << QByteArray("The **best** `hook` [here](x.md)")
                           << QStringLiteral("The <strong>best</strong> <code>hook</code> here");
    QTest::newRow("tags") << QByteArray("H<sub>2</sub>O &amp; salt<script>1</script>") << QString();
    QTest::newRow("sub") << QByteArray("H<sub>2</sub>O") << QStringLiteral("H<sub>2</sub>O");
    QTest::newRow("plain") << QByteArray("A day at 5 < 6") << QString();
    QTest::newRow("a number and a dot") << QByteArray("1. *First*") << QString();
    QTest::newRow("hostile") << QByteArray("<b onclick=x>Bold</b>") << QStringLiteral("<b>Bold</b>");
}

void TestArticlePage::title_withMarks_isShownInline()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, html);
    const ArticleReading reading =
        readArticle("---\ntitle: '" + written + "'\n---\nText\n", QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.titleHtml, html);
}

void TestArticlePage::headings_equal_getUniqueUnicodeAnchors()
{
    const BuiltPage page =
        pageOf("## Über Größe!\n\n## Über Größe\n\n## über-größe-1\n\n## !!!\n\n### 마사지\n");
    QStringList anchors;
    for (const PageHeading &heading : page.outline)
        anchors.append(heading.anchor);
    QCOMPARE(anchors.first(), QStringLiteral("h-über-größe"));
    QCOMPARE(anchors.last(), QStringLiteral("h-마사지"));
    QCOMPARE(QSet<QString>(anchors.begin(), anchors.end()).size(), 5);
}

void TestArticlePage::heading_equalToTitle_isHidden()
{
    const BuiltPage same =
        pageOf("---\ntitle: The knee\n---\n![k](k.png)\n\n# The *Knee*\n\nText\n\n# Other\n");
    QCOMPARE(same.outline.size(), 1);
    QCOMPARE(same.outline.first().text, QStringLiteral("Other"));
    QVERIFY(!same.text.contains(QLatin1String("Knee")));
    const BuiltPage other = pageOf("---\ntitle: The knee\n---\n# The hip\n");
    QCOMPARE(other.outline.size(), 1);
    QVERIFY(pageOf("---\ntitle: A\n---\n## B\n\n# A\n").html.contains(QLatin1String("<h1")));
}

void TestArticlePage::markdown_ofGitHub_isShown()
{
    const BuiltPage page =
        pageOf("| a | b |\n|:--|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n~~gone~~ https://x.example/p\n");
    QVERIFY(page.html.contains(QLatin1String("<td dir=\"auto\" align=\"right\">2</td>")));
    QVERIFY(page.html.contains(QStringLiteral("<span class=\"task\">\u2611</span>")));
    QVERIFY(page.html.contains(QStringLiteral("<span class=\"task\">\u2610</span>")));
    QCOMPARE(page.html.count(QLatin1String("<li class=\"task\"")), 2);
    QVERIFY(pageOf("- [x] one\n\n- [ ] two\n").html.count(QLatin1String("<li class=\"task\"")) == 2);
    QVERIFY(!pageOf("- a <input type=\"checkbox\">\n").html.contains(QLatin1String("<li class=")));
    QVERIFY(page.html.contains(QLatin1String("<del>gone</del>")));
    QCOMPARE(page.links, QStringList{QStringLiteral("https://x.example/p")});
}

void TestArticlePage::rawHtml_harmless_staysReadable()
{
    const BuiltPage page = pageOf("<article><center><font color=red>Old</font></center><p dir=rtl>x</p>"
                                  "<details open><summary>More</summary>H<sub>2</sub>O</details></article>");
    QVERIFY(page.html.contains(QLatin1String("Old")));
    QVERIFY(page.html.contains(QLatin1String("<p dir=\"rtl\">x</p>")));
    QVERIFY(page.html.contains(QLatin1String("<details open=\"\">")));
    QVERIFY(page.html.contains(QLatin1String("H<sub>2</sub>O")));
    QCOMPARE(page.text, QStringLiteral("Old\n\nx\n\nMore\n\nH2O"));
}

void TestArticlePage::pictures_each_becomePlaces()
{
    const BuiltPage page =
        pageOf("![One *two*](a%20b.png \"t\") <img src='//x.example/p.png' alt='A \"b\" <c>'> "
               "<img src=x data-src='/lazy.png'> <img src='javascript:1' alt=no>");
    QCOMPARE(page.pictures,
             QList<PictureSlot>({{QStringLiteral("a%20b.png"), QStringLiteral("One two")},
                                 {QStringLiteral("https://x.example/p.png"), QStringLiteral("A \"b\" <c>")},
                                 {QStringLiteral("/lazy.png"), QString()},
                                 {QString(), QStringLiteral("no")}}));
    for (int n = 0; n < 4; ++n)
        QVERIFY(page.html.contains(QStringLiteral("<!--picture %1-->").arg(n)));
    QVERIFY(!page.html.contains(QLatin1String("<img")));
}

void TestArticlePage::dataPictures_large_areKeptOutOfTheText()
{
    const QByteArray uri = "data:image/png;base64," + QByteArray(3 * 1024 * 1024, 'A');
    const BuiltPage page = pageOf("![dot](" + uri + ")\n\n`" + uri + "`\n");
    QCOMPARE(page.pictures.size(), 1);
    QCOMPARE(page.pictures.first().url, QString::fromLatin1(uri));
    QVERIFY(page.html.size() < 1000);
    QVERIFY(!page.text.contains(QLatin1String("AAAA")));
    QVERIFY(pageOf("![x](data:image/svg+xml;base64," + QByteArray(400, 'A') + ")")
                .pictures.first()
                .url.isEmpty());
}

void TestArticlePage::media_frames_becomeLabelledLinks()
{
    const BuiltPage page =
        pageOf("<iframe src=\"//www.youtube.com/embed/x\" title=\"Neck <b>\"></iframe>\n\n"
               "<video><source src=\"clip.mp4\"></video>\n\n<iframe src=\"javascript:1\"></iframe>");
    QCOMPARE(page.links,
             (QStringList{QStringLiteral("https://www.youtube.com/embed/x"), QStringLiteral("clip.mp4")}));
    QVERIFY(page.text.contains(QLatin1String("Neck <b> (www.youtube.com)")));
    QCOMPARE(page.html.count(QLatin1String("class=\"media\"")), 2);
}

void TestArticlePage::words_countedByScript_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("words");
    QTest::newRow("English") << QStringLiteral("It isn't well-known - really, 42 times.") << 6;
    QTest::newRow("Chinese") << QStringLiteral("推拿放松") << 2;
    QTest::newRow("Korean") << QStringLiteral("마사지는 근육을 풀어요") << 3;
    QTest::newRow("none") << QStringLiteral(" — … ") << 0;
}

void TestArticlePage::words_countedByScript()
{
    QFETCH(QString, text);
    QFETCH(int, words);
    QCOMPARE(wordCount(text), words);
}

void TestArticlePage::longLines_inText_areLeftOut()
{
    const BuiltPage page = pageOf("before\n\n" + QByteArray("word ").repeated(20'000) + "\n\nafter\n");
    QCOMPARE(page.text.simplified(), QStringLiteral("before after"));
}

void TestArticlePage::deepNesting_read_doesNotOverflow()
{
    const BuiltPage page = pageOf(QByteArray("<div>").repeated(8'000) + "deep");
    QVERIFY(page.text.contains(QLatin1String("deep")));
}

void TestArticlePage::largeBody_read_isRefusedWithMetadata()
{
    const QByteArray head = "---\ntitle: Big\n---\n";
    const ArticleReading body =
        readArticle(head + QByteArray("word ").repeated(500'000), QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(body.refusal, Refusal::TooLarge);
    QCOMPARE(body.meta->title, QStringLiteral("Big"));
    QCOMPARE(
        readArticle(head + QByteArray(maxArticleBytes, 'a'), QStringLiteral("a.md"), Depth::Page).refusal,
        Refusal::TooLarge);
}

QTEST_GUILESS_MAIN(TestArticlePage)
#include "tst_articlepage.moc"
