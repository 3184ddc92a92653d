#include "app/article/articlereader.h"
#include "app/article/dates.h"
#include "app/article/tagrules.h"
#include "app/article/titles.h"
#include "app/base/clock.h"
#include "tests/support/coretest.h"

#include <QtTest>

using namespace stillpoint;

namespace {

Metadata metaOf(const QByteArray &bytes, const QString &name = QStringLiteral("note.md"))
{
    return readArticle(bytes, name, Depth::Metadata).meta.value_or(Metadata());
}

} // namespace

class TestArticleMeta : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seedShape_read_givesTitleCategoryTagsOnce();
    void frontMatter_eachShape_givesTitleAndBody_data();
    void frontMatter_eachShape_givesTitleAndBody();
    void yaml_refused_isReadByLinesWithWarning();
    void yaml_duplicateKey_lastWinsWithWarning();
    void yaml_aliases_onlyScalarsAreResolved();
    void yaml_deep_losesOnlyWhatIsDeep();
    void yaml_hostile_isBoundedAndKeepsTitle_data();
    void yaml_hostile_isBoundedAndKeepsTitle();
    void tags_eachShape_followTheRules_data();
    void tags_eachShape_followTheRules();
    void dates_eachShape_giveTheInstant_data();
    void dates_eachShape_giveTheInstant();
    void date_notUnderstood_isKeptAsWritten();
    void date_missing_comesFromFileName();
    void title_missing_comesFromHeadingThenFile_data();
    void title_missing_comesFromHeadingThenFile();
    void title_withMarks_isPlain_data();
    void title_withMarks_isPlain();
    void hashtagLine_cases_data();
    void hashtagLine_cases();
    void draft_saidInAnyWay_isDraft_data();
    void draft_saidInAnyWay_isDraft();
    void otherFields_written_areKept();
};

void TestArticleMeta::seedShape_read_givesTitleCategoryTagsOnce()
{
    const ArticleReading reading = readArticle(test::fixture(QStringLiteral("articles/seed-shape.md")),
                                               QStringLiteral("seed-shape.md"), Depth::Page);
    QVERIFY(reading.meta);
    QCOMPARE(reading.meta->title, QStringLiteral("Why a Warm Bath Before Stretching Helps"));
    QCOMPARE(reading.meta->categories, QStringList{QStringLiteral("Recovery")});
    QCOMPARE(reading.meta->tags.join(QLatin1Char(' ')),
             QStringLiteral("warmth stretching breathing softtissue recovery sleep calmmind"));
    QVERIFY(!reading.meta->dateMs);
    QVERIFY(reading.issues.isEmpty());
    QStringList outline;
    for (const PageHeading &heading : reading.page.outline)
        outline.append(QString::number(heading.level) + heading.text);
    QCOMPARE(outline, (QStringList{QStringLiteral("2What warmth does"), QStringLiteral("2How to begin"),
                                   QStringLiteral("3Feet first"), QStringLiteral("3Shoulders"),
                                   QStringLiteral("2In short")}));
    QVERIFY(!reading.page.html.contains(QLatin1String("#warmth")));
    QVERIFY(!reading.page.text.contains(QLatin1Char('#')));
    QCOMPARE(reading.page.pictures,
             QList<PictureSlot>({{QStringLiteral("https://pictures.example.org/bath.jpg?w=750&q=80"),
                                  QStringLiteral("A bath")}}));
    QVERIFY(reading.page.html.contains(QLatin1String("<!--picture 0-->")));
}

void TestArticleMeta::frontMatter_eachShape_givesTitleAndBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    const QString body = QStringLiteral("Body.");
    const auto row = [&body](const char *name, const char *bytes, const char *title) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(title) << body;
    };
    row("yaml", "---\ntitle: A\n---\nBody.", "A");
    row("yaml with trailing blanks", "---  \ntitle: A\n---\t\nBody.", "A");
    row("yaml closed by dots", "---\ntitle: A\n...\nBody.", "A");
    row("yaml after blank lines", "\n\n---\ntitle: A\n---\nBody.", "A");
    row("yaml after byte order mark", "\xef\xbb\xbf---\ntitle: A\n---\nBody.", "A");
    row("yaml unclosed", "---\ntitle: A\ntags: [x]\n\nBody.", "A");
    row("yaml named", "---yaml\ntitle: A\n---\nBody.", "A");
    row("toml", "+++\ntitle = \"A\"\ndate = 2020-01-02\n+++\nBody.", "A");
    row("toml refused", "+++\ntitle = \"A\"\ndate = what is this\n+++\nBody.", "A");
    row("json", "{\"title\": \"A\", \"n\": {\"s\": \"}\"}}\nBody.", "A");
    row("json in comment", "<!--{\n\"Title\": \"A\"\n}-->\nBody.", "A");
    row("bare lines", "Title: A\nDate: 2020-01-02\n\nBody.", "A");
    row("reference lines", "[#]: subject: \"A\"\n[#]: author: (B)\nBody.", "A");
    row("key without space", "---\ntitle:A\nother: b\n---\nBody.", "A");
    row("empty", "---\n---\nBody.", "note");
    row("only remarks", "---\n# nothing yet\n---\nBody.", "note");
    row("json with a comma too many", "{\n  \"title\": \"A\",\n}\nBody.", "A");
    row("toml refused, list over lines", "+++\ndate = never\ntitle = \"A\"\ntags = [\n\"x\",\n]\n+++\nBody.",
        "A");
    row("none", "Body.", "note");
    QTest::newRow("text between rules")
        << QByteArray("---\nTom\nplace.example\n\n---\nBody.") << QStringLiteral("note")
        << QStringLiteral("Tom place.example\n\nBody.");
    QTest::newRow("list between rules") << QByteArray("---\n- a\n- b\n---\nBody.") << QStringLiteral("note")
                                        << QStringLiteral("a\n\nb\n\nBody.");
    QTest::newRow("unclosed, a rule below")
        << QByteArray("---\ntitle: A\n\nFirst part.\nMore\n\n---\nBody.") << QStringLiteral("A")
        << QStringLiteral("First part. More\n\nBody.");
    QTest::newRow("unclosed, a heading below") << QByteArray("---\ntitle: A\n# Head\nBody.")
                                               << QStringLiteral("A") << QStringLiteral("Head\n\nBody.");
    QTest::newRow("toml between rules") << QByteArray("+++\njust text\n+++\nBody.") << QStringLiteral("note")
                                        << QStringLiteral("+++ just text +++ Body.");
    QTest::newRow("glued") << QByteArray("---\ntitle: A\n---## Head\nBody.") << QStringLiteral("A")
                           << QStringLiteral("Head\n\nBody.");
    QTest::newRow("rule, no front matter")
        << QByteArray("---\nTom\nplace.example\n\nBody.") << QStringLiteral("note")
        << QStringLiteral("Tom place.example\n\nBody.");
    QTest::newRow("four dashes") << QByteArray("----\nx: 1\n\nBody.") << QStringLiteral("note")
                                 << QStringLiteral("x: 1\n\nBody.");
}

void TestArticleMeta::frontMatter_eachShape_givesTitleAndBody()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, title);
    QFETCH(QString, text);
    const ArticleReading reading = readArticle(bytes, QStringLiteral("note.md"), Depth::Page);
    QCOMPARE(reading.meta->title, title);
    QCOMPARE(reading.page.text.simplified(), text.simplified());
}

void TestArticleMeta::yaml_refused_isReadByLinesWithWarning()
{
    const ArticleReading reading = readArticle(
        "---\ntitle: Knees: A Guide\ndate: 2021-05-06\ntags:\n  - knee\n  - joint care\n---\nBody.",
        QStringLiteral("a.md"), Depth::Metadata);
    QCOMPARE(reading.meta->title, QStringLiteral("Knees: A Guide"));
    QCOMPARE(reading.meta->dateText, QStringLiteral("2021-05-06"));
    QCOMPARE(reading.meta->tags, (QStringList{QStringLiteral("knee"), QStringLiteral("joint care")}));
    QCOMPARE(reading.issues.size(), 1);
    QCOMPARE(reading.issues.first().line, 2);
    QCOMPARE(reading.issues.first().severity, ArticleIssue::Severity::Warning);
}

void TestArticleMeta::yaml_duplicateKey_lastWinsWithWarning()
{
    const ArticleReading reading =
        readArticle("---\ntitle: First\nx: 1\ntitle: Second\n---\n", QStringLiteral("a.md"), Depth::Metadata);
    QCOMPARE(reading.meta->title, QStringLiteral("Second"));
    QCOMPARE(reading.issues.size(), 1);
    QCOMPARE(reading.issues.first().line, 4);
}

void TestArticleMeta::yaml_aliases_onlyScalarsAreResolved()
{
    const Metadata meta = metaOf("---\nname: &n Ada\nauthor: *n\nlist: &l [a, b]\ntags: *l\n---\n");
    QCOMPARE(meta.author, QStringLiteral("Ada"));
    QCOMPARE(meta.tags, QStringList{QStringLiteral("*l")});
}

void TestArticleMeta::yaml_hostile_isBoundedAndKeepsTitle_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("deep") << QByteArray("x: ") + QByteArray(5000, '[') + '\n';
    QTest::newRow("deep and closed") << QByteArray("x: ") + QByteArray(40, '[') + QByteArray(40, ']') + '\n';
    QTest::newRow("many") << QByteArray("x: [") + QByteArray("a,").repeated(20'000) + "]\n";
    QTest::newRow("large") << QByteArray("x: ") + QByteArray(200'000, 'a') + '\n';
    QTest::newRow("bomb") << QByteArray("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n");
    QTest::newRow("unknown alias") << QByteArray("a: *nowhere\n");
    QTest::newRow("control") << QByteArray("a: \x01\x02\n");
}

void TestArticleMeta::yaml_deep_losesOnlyWhatIsDeep()
{
    const ArticleReading reading =
        readArticle("---\ntree: " + QByteArray(40, '[') + "x" + QByteArray(40, ']') +
                        "\ntitle: A\ntags:\n  - b c\n---\nBody.",
                    QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.meta->title, QStringLiteral("A"));
    QCOMPARE(reading.meta->tags, QStringList{QStringLiteral("b c")});
    QCOMPARE(reading.issues.size(), 1);
    QCOMPARE(reading.issues.first().line, 2);
}

void TestArticleMeta::yaml_hostile_isBoundedAndKeepsTitle()
{
    QFETCH(QByteArray, more);
    QCOMPARE(metaOf("---\ntitle: Kept\n" + more + "---\nBody").title, QStringLiteral("Kept"));
}

void TestArticleMeta::tags_eachShape_followTheRules_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("tags");
    const auto row = [](const char *lines, const char *tags) {
        QTest::newRow(lines) << QByteArray(lines) << QString::fromUtf8(tags);
    };
    row("tags:\n  - a\n  - b c", "a|b c");
    row("tags: [a, b, ]", "a|b");
    row("tags: []", "");
    row("tags:", "");
    row("tags: [a, null, '', b]", "a|b");
    row("tags: a, b c", "a|b c");
    row("tags: a b", "a|b");
    row("tags: one", "one");
    row("tags: a，b、c", "a|b|c");
    row("tags: a; b", "a|b");
    row("tags: [[a, b], c]", "a|b|c");
    row("tags:\n  - a, b\n  - c", "a|b|c");
    row("tags: [2026, yes, C#, C]", "2026|yes|C#|C");
    row("tag: how we work", "how we work");
    row("keywords: neck and shoulder pain", "neck and shoulder pain");
    row("Tags: [a]\nKEYWORDS: [b]\ntopics: [c]\nhashtags: ['#d']", "a|b|c|#d");
    row("tags: [Deep-Tissue, deep tissue, deep_tissue, '#deep-tissue']", "Deep-Tissue");
    row("taxonomies:\n  tags: [a]", "a");
}

void TestArticleMeta::tags_eachShape_followTheRules()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, tags);
    QCOMPARE(metaOf("---\n" + lines + "\n---\n").tags.join(QLatin1Char('|')), tags);
    QByteArray categories = lines;
    if (!lines.startsWith("tag"))
        return;
    categories.replace("tags", "categories").replace("tag:", "category:");
    const Metadata meta = metaOf("---\n" + categories + "\n---\n");
    QCOMPARE(meta.categories.join(QLatin1Char('|')), tags);
    QVERIFY(meta.tags.isEmpty());
}

void TestArticleMeta::dates_eachShape_giveTheInstant_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *written, const char *utc) {
        QTest::newRow(written) << QString::fromUtf8(written) << QString::fromLatin1(utc);
    };
    row("2020-11-18 09:30:00 +0900", "2020-11-18T00:30:00.000Z");
    row("2020-11-18T09:30:00Z", "2020-11-18T09:30:00.000Z");
    row("2020-11-18T09:30:00.123-05:30", "2020-11-18T15:00:00.000Z");
    row("2015-12-29 1:10:12 -0400", "2015-12-29T05:10:12.000Z");
    row("2020-11-18", "2020-11-18");
    row("2020/11/18", "2020-11-18");
    row("20201118", "2020-11-18");
    row("November 18, 2020", "2020-11-18");
    row("Nov 18 2020", "2020-11-18");
    row("18 November 2020", "2020-11-18");
    row("2020年11月18日", "2020-11-18");
    row("9999-12-31", "9999-12-31");
    row("2020-02-30", "");
    row("soon", "");
    row("2020", "");
}

void TestArticleMeta::dates_eachShape_giveTheInstant()
{
    QFETCH(QString, written);
    QFETCH(QString, utc);
    const std::optional<qint64> ms = instantFromText(written);
    QCOMPARE(ms.has_value(), !utc.isEmpty());
    if (ms && utc.size() == 10)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(*ms), QDate::fromString(utc, Qt::ISODate).startOfDay());
    else if (ms)
        QCOMPARE(toRfc3339(*ms), utc);
}

void TestArticleMeta::date_notUnderstood_isKeptAsWritten()
{
    const ArticleReading reading =
        readArticle("---\ntitle: A\ndate: last summer\n---\n", QStringLiteral("a.md"), Depth::Metadata);
    QVERIFY(!reading.meta->dateMs);
    QCOMPARE(reading.meta->dateText, QStringLiteral("last summer"));
    QCOMPARE(reading.issues.size(), 1);
}

void TestArticleMeta::date_missing_comesFromFileName()
{
    const Metadata meta = metaOf("Body", QStringLiteral("_posts/2019-03-04-sore-neck.md"));
    QCOMPARE(meta.dateText, QStringLiteral("2019-03-04"));
    QCOMPARE(meta.dateFrom, Metadata::DateFrom::FileName);
    QCOMPARE(meta.title, QStringLiteral("sore neck"));
    for (const char *name : {"20190304 sore neck.md", "sore-neck-2019-03-04.md", "7_2019-03-04-neck.md"}) {
        const std::optional<qint64> ms = metaOf("Body", QLatin1String(name)).dateMs;
        QCOMPARE(ms, instantFromText(QStringLiteral("2019-03-04")));
    }
    QCOMPARE(metaOf("Body", QStringLiteral("20190304 sore neck.md")).title, QStringLiteral("sore neck"));
    for (const char *name : {"20191304 part.md", "123456789-2.md", "7-2019-03-040.md"})
        QVERIFY(!metaOf("Body", QLatin1String(name)).dateMs);
    const Metadata both =
        metaOf("---\npublished: true\ndate: 2020-01-02\n---\n", QStringLiteral("2019-03-04-a.md"));
    QCOMPARE(both.dateText, QStringLiteral("2020-01-02"));
    QCOMPARE(both.dateFrom, Metadata::DateFrom::FrontMatter);
}

void TestArticleMeta::title_missing_comesFromHeadingThenFile_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("title");
    QTest::newRow("heading") << QByteArray("text\n\n# The *Knee* #\n") << QStringLiteral("a.md")
                             << QStringLiteral("The Knee");
    QTest::newRow("underlined") << QByteArray("The Knee\n=====\n") << QStringLiteral("a.md")
                                << QStringLiteral("The Knee");
    QTest::newRow("named heading") << QByteArray("# The Knee {#knee}\n") << QStringLiteral("a.md")
                                   << QStringLiteral("The Knee");
    QTest::newRow("html") << QByteArray("<div>\n  <h1 class=\"x\">The <b>Knee</b></h1>\n</div>\n")
                          << QStringLiteral("a.md") << QStringLiteral("The Knee");
    QTest::newRow("placeholder") << QByteArray("---\ntitle: '{{ .Title }}'\n---\n# The Knee\n")
                                 << QStringLiteral("a.md") << QStringLiteral("The Knee");
    QTest::newRow("blank file") << QByteArray(" \n\n \n") << QStringLiteral("blank.md")
                                << QStringLiteral("blank");
    QTest::newRow("in code") << QByteArray("```\n# no\n```\n") << QStringLiteral("my_file.markdown")
                             << QStringLiteral("my file");
    QTest::newRow("index") << QByteArray("text") << QStringLiteral("posts/back-pain/index.md")
                           << QStringLiteral("back pain");
    QTest::newRow("date only") << QByteArray("text") << QStringLiteral("2020-01-02.md")
                               << QStringLiteral("2020-01-02");
    QTest::newRow("empty file") << QByteArray() << QStringLiteral("empty.md") << QStringLiteral("empty");
}

void TestArticleMeta::title_missing_comesFromHeadingThenFile()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, name);
    QFETCH(QString, title);
    QCOMPARE(metaOf(body, name).title, title);
}

void TestArticleMeta::title_withMarks_isPlain_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("plain");
    const auto row = [](const char *written, const char *plain) {
        QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(plain);
    };
    row("The **best** `useState` _hook_", "The best useState hook");
    row("Rest &amp; Relax<br>now", "Rest & Relaxnow");
    row("[Yoga](https://x.example) today", "Yoga today");
    row("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4");
    row("Vec<T> and a < b", "Vec<T> and a < b");
    row("right\xe2\x80\xae to left", "right to left");
    row("  many   spaces ", "many spaces");
    row("The <form> tag, <SPAN class='x'>styled</SPAN>", "The <form> tag, styled");
}

void TestArticleMeta::title_withMarks_isPlain()
{
    QFETCH(QString, written);
    QFETCH(QString, plain);
    QCOMPARE(plainTitle(written), plain);
}

void TestArticleMeta::hashtagLine_cases_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("tags");
    const auto row = [](const char *name, const char *body, const char *tags) {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(tags);
    };
    row("heading", "Text\n\n# #a #b\n", "a|b");
    row("plain", "Text\n\n#a #b\n\n  \n", "a|b");
    row("two lines", "Text\n\n#a\n#b\n", "a|b");
    row("after text without blank", "Text\n# #a #b", "a|b");
    row("not ASCII", "Text\n\n#마사지 #Größe", "마사지|Größe");
    row("same as tags", "---\ntags: [A, b]\n---\nText\n\n#a #c", "A|b|c");
    row("a word without", "Text\n\n# #1 first step", "");
    row("not last", "# #a #b\n\nText", "");
    row("in code", "```\n#a #b\n```", "");
    row("in open code", "```\n\n#a #b", "");
    row("indented code", "Text\n\n    #a #b", "");
    row("end of a paragraph", "Text\n#a #b", "");
    row("empty heading", "Text\n\n#\n", "");
    row("double", "Text\n\n##a\n", "");
}

void TestArticleMeta::hashtagLine_cases()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, tags);
    const ArticleReading reading = readArticle(body, QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.meta->tags.join(QLatin1Char('|')), tags);
    if (!tags.isEmpty())
        QCOMPARE(reading.page.text, QStringLiteral("Text"));
    QVERIFY(tags.isEmpty() || reading.page.outline.isEmpty());
}

void TestArticleMeta::draft_saidInAnyWay_isDraft_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("draft");
    QTest::newRow("draft") << QByteArray("draft: true") << QStringLiteral("a.md") << true;
    QTest::newRow("not draft") << QByteArray("draft: false") << QStringLiteral("a.md") << false;
    QTest::newRow("unpublished") << QByteArray("published: false") << QStringLiteral("a.md") << true;
    QTest::newRow("published at") << QByteArray("published: 2020-01-02") << QStringLiteral("a.md") << false;
    QTest::newRow("folder") << QByteArray("x: y") << QStringLiteral("blog/_drafts/a.md") << true;
}

void TestArticleMeta::draft_saidInAnyWay_isDraft()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, name);
    QFETCH(bool, draft);
    QCOMPARE(metaOf("---\n" + lines + "\n---\n", name).draft, draft);
}

void TestArticleMeta::otherFields_written_areKept()
{
    const Metadata meta = metaOf("---\nauthors: [{name: Ada}, Bo]\nexcerpt: Short.\nguid: 7f\nlang: de\n"
                                 "header:\n  teaser: /t.png\nduration: 45 min\n---\n");
    QCOMPARE(meta.author, QStringLiteral("Ada, Bo"));
    QCOMPARE(meta.summary, QStringLiteral("Short."));
    QCOMPARE(meta.id, QStringLiteral("7f"));
    QCOMPARE(meta.language, QStringLiteral("de"));
    QCOMPARE(meta.hero, QStringLiteral("/t.png"));
    QVERIFY(meta.others.contains({QStringLiteral("duration"), QStringLiteral("45 min")}));
}

QTEST_GUILESS_MAIN(TestArticleMeta)
#include "tst_articlemeta.moc"
