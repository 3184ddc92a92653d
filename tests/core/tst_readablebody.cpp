#include "app/article/articlereader.h"
#include "app/article/templates.h"
#include "tests/support/coretest.h"

#include <QtTest>

using namespace stillpoint;

namespace {

BuiltPage pageOf(const QByteArray &body)
{
    return readArticle(body, QStringLiteral("a.md"), Depth::Page).page;
}

} // namespace

class TestReadableBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void containers_each_becomeQuotesWithTitles_data();
    void containers_each_becomeQuotesWithTitles();
    void openEnds_each_loseOnlyThemselves_data();
    void openEnds_each_loseOnlyThemselves();
    void emphasis_betweenLettersWithoutSpaces_isShown_data();
    void emphasis_betweenLettersWithoutSpaces_isShown();
    void definitions_ofExtra_becomeLists_data();
    void definitions_ofExtra_becomeLists();
    void mergeConflict_unresolved_showsBothSidesAndSaysSo();
    void mdx_components_becomeReadable_data();
    void mdx_components_becomeReadable();
    void templates_outsideCode_becomeReadable_data();
    void templates_outsideCode_becomeReadable();
    void templates_insideCode_stay_data();
    void templates_insideCode_stay();
};

void TestReadableBody::containers_each_becomeQuotesWithTitles_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *written, const char *html) {
        QTest::newRow(written) << QByteArray(written) << QString::fromUtf8(html);
    };
    row("!!! note \"Ask first\"\n    Some oils.\n\n    - nuts\n\nafter",
        "<blockquote> <p><strong>Ask first</strong></p> <p>Some oils.</p> <ul> <li>nuts</li> </ul> "
        "</blockquote> "
        "<p>after</p>");
    row("??? tip\n    ```\n    !!! code\n    ```",
        "<blockquote> <p><strong>Tip</strong></p> <pre><code>!!! code </code></pre> </blockquote>");
    row("!!! note\n    a\n    !!! tip\n        b", "<blockquote> <p><strong>Note</strong></p> <p>a</p> "
                                                   "<blockquote> <p><strong>Tip</strong></p> <p>b</p> "
                                                   "</blockquote> </blockquote>");
    row("=== \"One\"\n    a", "<blockquote> <p><strong>One</strong></p> <p>a</p> </blockquote>");
    row("!!! really", "<p>!!! really</p>");
    row(":::tip[Before]\nDrink.\n:::\nafter", "<p><strong>Before</strong></p> <p>Drink.</p> <p>after</p>");
    row("::: details More of it\nDrink.\n:::", "<p><strong>More of it</strong></p> <p>Drink.</p>");
    row(":::image type=\"content\" source=\"a.png\" alt-text=\"A\":::", "<p><!--picture 0--></p>");
    row("> [!WARNING]\n> Not on skin.",
        "<blockquote> <p><strong>Warning</strong></p> <p>Not on skin.</p> </blockquote>");
    row("> [!tip]- Mine\n> x", "<blockquote> <p><strong>Mine</strong></p> <p>x</p> </blockquote>");
    row("a\n[!INCLUDE [x](../x.md)]\n\n*[TENS]: a machine", "<p>a</p>");
    row("```\n:::tip\n> [!NOTE]\n*[A]: b\n```", "<pre><code>:::tip &gt; [!NOTE] *[A]: b </code></pre>");
    row("# T\n\nhead\n=======\nb", "<h1 id=\"h-head\">head</h1> <p>b</p>");
}

void TestReadableBody::containers_each_becomeQuotesWithTitles()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, html);
    QString got = pageOf(written).html.simplified();
    QCOMPARE(got.remove(QLatin1String(" dir=\"auto\"")), html);
}

void TestReadableBody::openEnds_each_loseOnlyThemselves_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *written, const char *text) {
        QTest::newRow(written) << QByteArray(written) << QString::fromUtf8(text);
    };
    for (const char *name :
         {"svg", "title", "textarea", "xmp", "select", "noscript", "template", "plaintext"}) {
        QTest::newRow(name) << "One <" + QByteArray(name) + "> two\n\nthree"
                            << QStringLiteral("One <%1> two\n\nthree").arg(QLatin1String(name));
        QTest::newRow((QByteArray(name) + " with attributes").constData())
            << "One <" + QByteArray(name) + " class=\"a>b\"> two\n\nthree"
            << QStringLiteral("One two\n\nthree");
    }
    row("The <title> element, `</title>` ends it.\n\nthree",
        "The <title> element, </title> ends it.\n\nthree");
    row("<svg width=\"9\">\n<path d=\"M0\"/>\n\n## Two\n\nthree", "Two\n\nthree");
    row("<style>\np { color: red }\n\n## Two\n\n*three*", "Two\n\nthree");
    row("<script async>\nbad()\n\n## Two\n\n*three*", "Two\n\nthree");
    row("<!-- never ended\nagain\n\n## Two\n\n*three*", "Two\n\nthree");
    row("One <video src=\"http://a.example/x\"> two\n\nthree", "One Video: a.example two\n\nthree");
    row("One <iframe src=\"http://a.example/x\"> two\n\nthree", "One Embedded: a.example two\n\nthree");
    // What is closed is hidden as before.
    row("One <title>t</title> <svg><text>no</text></svg> <svg/> two", "One two");
    row("<style>\np { color: red }\n\nq {}\n</style>\n\nTwo", "Two");
    row("<!-- a\n\nb -->\n\nTwo", "Two");
    row("```\n<style>\n```\n\nTwo", "<style>\n\nTwo");
}

void TestReadableBody::openEnds_each_loseOnlyThemselves()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, text);
    QCOMPARE(pageOf(written).text, text);
    QCOMPARE(readArticle(written, QStringLiteral("a.md"), Depth::Text).page.text, text);
}

void TestReadableBody::emphasis_betweenLettersWithoutSpaces_isShown_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *written, const char *html) {
        QTest::newRow(written) << QByteArray(written) << QString::fromUtf8(html);
    };
    row("**重要吗？**很多", "<p><strong>重要吗？</strong>很多</p>");
    row("这是**“热敷”**的用法，**很好**。",
        "<p>这是<strong>“热敷”</strong>的用法，<strong>很好</strong>。</p>");
    row("**온라인 (8시간)**을 위한 **것**",
        "<p><strong>온라인 (8시간)</strong>을 위한 <strong>것</strong></p>");
    row("**_重要_。**很多", "<p><strong><em>重要</em>。</strong>很多</p>");
    row("`**重要？**很多`", "<p><code>**重要？**很多</code></p>");
    row("```\n**重要？**很多\n```", "<pre><code>**重要？**很多 </code></pre>");
    row("重要** ？**很多", "<p>重要** ？**很多</p>");
}

void TestReadableBody::emphasis_betweenLettersWithoutSpaces_isShown()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, html);
    QCOMPARE(pageOf(written).html.simplified().remove(QLatin1String(" dir=\"auto\"")), html);
}

void TestReadableBody::definitions_ofExtra_becomeLists_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *written, const char *html) {
        QTest::newRow(written) << QByteArray(written) << QString::fromUtf8(html);
    };
    row("Fascia\n: *Tissue* around muscle",
        "<dl> <dt> <p>Fascia</p> </dt> <dd> <p><em>Tissue</em> around muscle</p> </dd> </dl>");
    row("A\n: one\n: two\n\nB\nC\n:   three\nfour\n\nafter",
        "<dl> <dt> <p>A</p> </dt> <dd> <p>one</p> </dd> <dd> <p>two</p> </dd> <dt> <p>B</p> </dt> <dt> "
        "<p>C</p> </dt> <dd> <p>three four</p> </dd> </dl> <p>after</p>");
    row("A\n: one\nB\n: two", "<dl> <dt> <p>A</p> </dt> <dd> <p>one</p> </dd> <dt> <p>B</p> </dt> <dd> "
                              "<p>two</p> </dd> </dl>");
    row("A\n: one\n\n    two\n\n    - x\n\nafter",
        "<dl> <dt> <p>A</p> </dt> <dd> <p>one</p> <p>two</p> <ul> <li>x</li> </ul> </dd> </dl> <p>after</p>");
    for (const char *same : {"```\nA\n: one\n```", "    A\n    : one", ": alone", "A\n\n: apart", "A\n:one",
                             "| a |\n|---|\n: caption", "- A\n: one", "A :\nb", "So it is\n: )", "# A\n: one"}) {
        QTest::newRow(same) << QByteArray(same) << QString();
    }
}

void TestReadableBody::definitions_ofExtra_becomeLists()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, html);
    const QString got = pageOf(written).html.simplified().remove(QLatin1String(" dir=\"auto\""));
    if (html.isEmpty())
        QVERIFY2(!got.contains(QLatin1String("<dl")), qPrintable(got));
    else
        QCOMPARE(got, html);
}

void TestReadableBody::mergeConflict_unresolved_showsBothSidesAndSaysSo()
{
    const ArticleReading reading = readArticle(test::fixture(QStringLiteral("articles/conflict.md")),
                                               QStringLiteral("conflict.md"), Depth::Page);
    QCOMPARE(reading.page.text, QStringLiteral("Before.\n\nLie on the back.\n\nLie on the side.\n\nAfter."));
    QVERIFY(reading.page.outline.isEmpty());
    QCOMPARE(reading.issues.size(), 1);
    QCOMPARE(reading.issues.first().line, 6);
}

void TestReadableBody::mdx_components_becomeReadable_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *written, const char *html) {
        QTest::newRow(written) << QByteArray(written) << QString::fromUtf8(html);
    };
    row("import A from './a'\n\n<Timer.Face minutes={minutes} />\n\ntext",
        "<p><span class=\"chip\">Timer.Face</span></p> <p>text</p>");
    row("<Tabs>\n    <Tab label=\"One\">\n\n    Sit *down*.\n\n    </Tab>\n</Tabs>",
        "<p>Sit <em>down</em>.</p>");
    row("Now {version} and {'this'} {\"that\"} {`too`}.", "<p>Now and this that too.</p>");
    row("{({ a }) => (\n  <>\n    <p>In {a}</p>\n  </>\n)}", "<p>In </p>");
    row("<p style={{ margin: 0 }} className=\"x\">y</p>", "<p>y</p>");
    row("<Image src=\"/a.png\" alt=\"A\" width={5} />", "<!--picture 0-->");
    row("to <Link href=\"/b\">b</Link>", "<p>to <a href=\"article:link/0\">b</a></p>");
    row("`{code} <A.B />` and `<C>`", "<p><code>{code} &lt;A.B /&gt;</code> and <code>&lt;C&gt;</code></p>");
    row("```jsx\n<A.B x={1} />\n```", "<pre><code>&lt;A.B x={1} /&gt; </code></pre>");
    row("a { b", "<p>a { b</p>");
    row("a < b", "<p>a &lt; b</p>");
    row("- a\n\n  b\n    - c", "<ul> <li> <p>a</p> <p>b</p> <ul> <li>c</li> </ul> </li> </ul>");
}

void TestReadableBody::mdx_components_becomeReadable()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, html);
    QString got = readArticle(written, QStringLiteral("a.mdx"), Depth::Page).page.html.simplified();
    QCOMPARE(got.remove(QLatin1String(" dir=\"auto\"")), html);
}

void TestReadableBody::templates_outsideCode_becomeReadable_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *written, const char *shown) {
        QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(shown);
    };
    row("a {% include x.html y=\"z\" %} b", "a  b");
    row("![p]({{ site.baseurl }}/a.png)", "![p](/a.png)");
    row("![p]({{ '/a.png' | relative_url }})", "![p](/a.png)");
    row("<img src=\"{{ site.url }}/a.png\">", "<img src=\"/a.png\">");
    row("{% raw %}{{ kept }}{% endraw %}", "{{ kept }}");
    row("a{% comment %} hidden\nhidden {% endcomment %}b", "a\nb");
    row("{% highlight ruby %}\n{{ x }}\n{% endhighlight %}", "~~~~~~ruby\n{{ x }}\n~~~~~~");
    row("{{< highlight go \"linenos=table\" >}}\nx\n{{< /highlight >}}", "~~~~~~go\nx\n~~~~~~");
    row("{{< youtube w7Ft2ymGmfc >}}", "<https://www.youtube.com/watch?v=w7Ft2ymGmfc>");
    row("{{< figure src=\"/a.png\" alt=\"A\" >}}", "![A](</a.png>)");
    row("[x]({{< ref \"other.md\" >}})", "[x](other.md)");
    row("[x]({% post_url 2016-07-22-foo %})", "[x](2016-07-22-foo.md)");
    row("{{% notice tip %}}kept{{% /notice %}}", "kept");
    row("a {{< tweet 123 >}} b", "a <span class=\"chip\">tweet</span> b");
    row("[x]({{< unknown \"y\" >}})", "[x]()");
    row("text\n{: .lead}\nmore", "text\nmore");
    row("* TOC\n{:toc}\n\nx", "\nx");
    row("## Head {#id}", "## Head <a id=\"id\"></a>");
    row("## Über {#über-uns .x}", "## Über <a id=\"über-uns\"></a>");
    row("## Head {/*id*/}", "## Head <a id=\"id\"></a>");
    row("text {/* remark */}", "text ");
    row("### Flip {#flip} more", "### Flip <a id=\"flip\"></a> more");
    row("## The `{#id}` mark", "## The `{#id}` mark");
    row("so\n\n{{raw `\n\tf(x)\n`}}\n\nthen", "so\n\n\tf(x)\n\nthen");
    row("## Head\n{: #id .x}", "## Head <a id=\"id\"></a>");
    row("Head\n====\n{:#id}", "Head <a id=\"id\"></a>\n====");
    row("a {{ \"/b.png\" |\n  relative_url }} c", "a /b.png c");
    row("[link](x){:target=\"_blank\"}", "[link](x)");
    row("import X from './x'\n\ntext", "\ntext");
    row("export const a = {\n  b: 1\n};\n\ntext", "\ntext");
    row("{% include figure.html\n   src=\"x.png\"\n%}\ntext", "![](<x.png>)\ntext");
    row("{% include player.html src=\"x.mp4\" %}\ntext", "text");
    row("{% image \"a.jpg\" \"The team\" %}", "![The team](<a.jpg>)");
    row("## Use `x` {#id}", "## Use `x` <a id=\"id\"></a>");
    row("import a friend from school", "import a friend from school");
    row("plain {brace} text", "plain {brace} text");
    row("{% if x %}\nshown\n{% endif %}", "shown");
}

void TestReadableBody::templates_outsideCode_becomeReadable()
{
    QFETCH(QString, written);
    QFETCH(QString, shown);
    QCOMPARE(withoutTemplateNoise(written), shown);
}

void TestReadableBody::templates_insideCode_stay_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written :
         {"```\n{% include x %}\n{{ y }}\n{: .z}\nimport a from 'b'\n```", "~~~~\n```\n{{ y }}\n~~~~",
          "use `{% include x %}` here", "``{{< a >}} ` ``", "`{: .x}` and `{#id}`"})
        QTest::newRow(written) << QString::fromUtf8(written);
}

void TestReadableBody::templates_insideCode_stay()
{
    QFETCH(QString, written);
    QCOMPARE(withoutTemplateNoise(written), written);
}

QTEST_GUILESS_MAIN(TestReadableBody)
#include "tst_readablebody.moc"
