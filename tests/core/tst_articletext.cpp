#include "app/article/articlereader.h"

#include <QTest>

using namespace stillpoint;

namespace {

ArticleReading read(const QByteArray &body, Depth depth)
{
    return readArticle(body, QStringLiteral("a.md"), depth);
}

} // namespace

/// An import takes an article's text without making its HTML; what it finds must be what the reader shows.
class TestArticleText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textAlone_isThatOfThePage_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("empty", "");
        row("paragraphs", "One\ntwo  \nthree\\\nfour.\n\nFive & <six> &nbsp;seven&amp;.\n");
        row("title repeated", "---\ntitle: A day\n---\n# A *day*\n\nText.\n\n# A day\n");
        row("another title", "---\ntitle: A day\n---\n# A night\n\nText.\n");
        row("title in a quote", "---\ntitle: A day\n---\n> # A day\n\nText.\n");
        row("headings", "First\n=====\n\n## Second `code`\n### Third ![p](x.png)\n");
        row("lists", "- one\n- two\n  - three\n\n    more\n- four\n\n1. a\n2. b\n");
        row("loose list", "- one\n\n- two\n\n  para\n");
        row("tasks", "- [ ] open\n- [x] done\n");
        row("table", "| A | B |\n|---|:-:|\n| 1 | **2** |\n| | `4` |\n\nAfter.\n");
        row("code", "Text\n\n```js\n  if (a)\n\n    b();\n```\n\n    indented\n\n`in  line`\n");
        row("quote and rule", "> quoted\n> > deeper\n\n---\n\nafter\n***\n");
        row("links", "[a link](http://a.example) www.b.example <http://c.example> ~~gone~~ **bold**_er_\n");
        row("pictures", "Before ![alt *text*](x.png \"title\") after\n\n![alone](y.png)\n");
        row("footnotes", "Text[^1] and[^a].\n\n[^1]: First.\n[^a]: Second\n\n    More.\n");
        row("raw HTML", "<div>\n\n*a*\n\n</div>\n\n<script>bad()</script>\n\nText <b>bold</b><br>next\n");
        row("comment", "One <!-- not this --> two\n\n<!-- nor\n\nthis -->\n\nThree\n");
        row("tags that change looks",
            "A<sup>b</sup> <a\nhref='>'>c</a><BR/>d<br>\ne <img src=x alt=no> f </i>\n");
        row("looks in a title", "---\ntitle: A day\n---\n# A <em>day</em> <a id=x></a>\n\nText.\n");
        row("title that swallows", "---\ntitle: A day\n---\n# A day <script>\n\nText.\n\n</script> more\n");
        row("comments that end early", "<!--> a -->\n\n<!-- b --> c\n\nd <!-- e --> f <!----> g\n");
        row("odd tags",
            "A </br> b <textarea> c </textarea> d <title>e</title> f <?php g ?> <![CDATA[h]]> i\n");
        row("templates",
            "{{< figure src=\"a.png\" alt=\"A\" >}}\n\n{% include x %}\n\nText {{ x }} {% y %}z\n");
        row("data address", "![p](data:image/png;base64,AAAA) text\n");
        row("named places", "## One {#first}\n\n## `Two` {#zwei}\n\ntext\n{: #para}\n\n[a](#first)\n");
        row("boxes", "!!! note\n    held\n\n> [!TIP]\n> tip\n\n:::info\nx\n:::\n");
        row("hashtags", "Text\n\n#one #two\n");
        row("scripts", "瑜伽 и йога\n\nשלום **עולם**\n\n\xc2\xa0 wide\xe3\x80\x80space\n");
        QTest::newRow("long data address") << "![p](data:image/png;base64," + QByteArray(5000, 'A') +
                                                  ") and\n\n`data:x," + QByteArray(300, 'B') + "`\n";
        QTest::newRow("line that nobody wrote") << "Text\n\n" + QByteArray(70'000, 'x') + "\n\nMore\n";
        QTest::newRow("deep") << QByteArray("> ").repeated(300) + "deep\n";
    }

    void textAlone_isThatOfThePage()
    {
        QFETCH(QByteArray, body);
        const ArticleReading page = read(body, Depth::Page);
        const ArticleReading text = read(body, Depth::Text);
        QCOMPARE(text.page.text, page.page.text);
        QCOMPARE(text.page.words, page.page.words);
        QVERIFY(text.meta && text.meta->title == page.meta->title && text.meta->tags == page.meta->tags);
    }
};

QTEST_APPLESS_MAIN(TestArticleText)
#include "tst_articletext.moc"
