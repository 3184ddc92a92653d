#include "app/library/finder.h"

#include <QTest>

using namespace stillpoint;

namespace {

constexpr qint64 now = 1'800'000'000'000;
constexpr qint64 day = 86'400'000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QUuid idOf(int n)
{
    return QUuid(uint(n), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

Article article(int n, const QStringList &tags, const QStringList &categories = {})
{
    Article made;
    made.id = idOf(n);
    made.title = QStringLiteral("Article %1").arg(n);
    made.file = QStringLiteral("/p/%1.md").arg(n);
    made.tags = tags;
    made.categories = categories;
    made.dateMs = now - n * day;
    made.words = 100 * n;
    return made;
}

/// 1: neck desk, 2: Neck, 3: neck children, 4: desk, 5: none (draft)
Catalogue example()
{
    Article draft = article(5, {});
    draft.draft = true;
    return Catalogue({article(1, {s("neck"), s("desk")}, {s("Self-care")}),
                      article(2, {s("Neck")}, {s("Research")}), article(3, {s("neck"), s("children")}),
                      article(4, {s("desk")}, {s("self care")}), draft});
}

/// The example and -7: of a week hence.
Catalogue mixed()
{
    QList<Article> articles{article(-7, {})};
    const Catalogue published = example();
    for (const Catalogue::Entry &entry : published.entries())
        articles.append(entry.article);
    return Catalogue(articles);
}

MarksById archived(int n)
{
    return {{idOf(n), {ArticleMarks::State::Unread, false, true}}};
}

QList<int> numbers(const ArticleHits &hits)
{
    QList<int> found;
    for (const QUuid &id : hits.ids)
        found.append(int(id.data1));
    return found;
}

ArticleHits run(const Catalogue &catalogue, const ArticleQuery &query, const MarksById &marks = {},
                const WordHits &words = {})
{
    return filterArticles(catalogue, marks, query, parseQuery(query.text), words, now);
}

QString facets(const QList<FacetCount> &list)
{
    QStringList texts;
    for (const FacetCount &facet : list)
        texts.append(QStringLiteral("%1=%2").arg(facet.name).arg(facet.count));
    return texts.join(QLatin1Char(' '));
}

} // namespace

class TestFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noFilter_listsPublishedNewestFirst()
    {
        const ArticleHits hits = run(example(), {});
        QCOMPARE(numbers(hits), (QList<int>{1, 2, 3, 4}));
        QCOMPARE(hits.total, 4);
        QCOMPARE(facets(hits.tags), s("neck=3 desk=2 children=1"));
    }

    void drafts_areListedOnRequest()
    {
        ArticleQuery query;
        query.publishedOnly = false;
        QCOMPARE(run(example(), query).total, 5);
    }

    void futureArticle_isNotPublishedYet()
    {
        Article future = article(-2, {});
        QCOMPARE(run(Catalogue({future}), {}).total, 0);
    }

    void leftOut_isCountedByTheFilterThatShowsIt()
    {
        const ArticleHits hits = run(mixed(), {}, archived(4));
        QCOMPARE(numbers(hits), (QList<int>{1, 2, 3}));
        QCOMPARE(hits.total, 3);
        QCOMPARE(hits.leftOut,
                 (QMap<ReadFilter, int>{
                     {ReadFilter::Archived, 1}, {ReadFilter::Draft, 1}, {ReadFilter::Future, 1}}));
    }

    void leftOut_askedFor_isListed_data()
    {
        QTest::addColumn<ReadFilter>("filter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("found");
        QTest::newRow("drafts") << ReadFilter::Draft << s("is:draft") << QList<int>{5};
        QTest::newRow("future posts") << ReadFilter::Future << s("is:future") << QList<int>{-7};
        QTest::newRow("archived") << ReadFilter::Archived << s("is:archived") << QList<int>{4};
    }

    void leftOut_askedFor_isListed()
    {
        QFETCH(ReadFilter, filter);
        QFETCH(QString, text);
        QFETCH(QList<int>, found);
        ArticleQuery query;
        query.read = filter;
        const ArticleHits filtered = run(mixed(), query, archived(4));
        QCOMPARE(numbers(filtered), found);
        QCOMPARE(filtered.total, 4);
        QCOMPARE(filtered.readCounts.value(ReadFilter::All), 3);
        QCOMPARE(filtered.readCounts.value(filter), 1);
        query.read = ReadFilter::All;
        query.text = text;
        QCOMPARE(numbers(run(mixed(), query, archived(4))), found);
        query.text = s("-") + text;
        QCOMPARE(numbers(run(mixed(), query, archived(4))), (QList<int>{1, 2, 3}));
    }

    void archivedDraft_isOnlyArchived()
    {
        ArticleQuery query;
        query.read = ReadFilter::Draft;
        QCOMPARE(numbers(run(mixed(), query, archived(5))), QList<int>{});
        query.read = ReadFilter::Archived;
        QCOMPARE(numbers(run(mixed(), query, archived(5))), QList<int>{5});
        query = {};
        query.hideArchived = false;
        QCOMPARE(numbers(run(mixed(), query, archived(1))), (QList<int>{1, 2, 3, 4}));
    }

    void spellings_thatFoldAlike_areOneFacetUnderTheCommonest()
    {
        const Catalogue catalogue({article(1, {s("Self-Care")}), article(2, {s("self care")}),
                                   article(3, {s("self care")}),
                                   article(4, {s("#self_care"), s("SELF-CARE")})});
        QCOMPARE(facets(run(catalogue, {}).tags), s("self care=4"));
    }

    void filters_giveIdsAndCounts_data()
    {
        QTest::addColumn<QString>("include");
        QTest::addColumn<QString>("exclude");
        QTest::addColumn<bool>("any");
        QTest::addColumn<QList<int>>("found");
        QTest::addColumn<QString>("counts");
        QTest::newRow("include one") << s("neck") << QString() << false << QList<int>{1, 2, 3}
                                     << s("neck=3 children=1 desk=1");
        QTest::newRow("include both")
            << s("neck,desk") << QString() << false << QList<int>{1} << s("desk=1 neck=1 children=0");
        QTest::newRow("include any") << s("neck,desk") << QString() << true << QList<int>{1, 2, 3, 4}
                                     << s("neck=3 desk=2 children=1");
        QTest::newRow("exclude counts what it hides")
            << s("neck") << s("children") << false << QList<int>{1, 2} << s("neck=2 children=1 desk=1");
        QTest::newRow("exclude two") << QString() << s("neck,desk") << false << QList<int>{}
                                     << s("neck=2 desk=1 children=0");
        QTest::newRow("unknown tag") << s("nowhere") << QString() << false << QList<int>{}
                                     << s("children=0 desk=0 neck=0");
        QTest::newRow("any of unknown and known")
            << s("nowhere,desk") << QString() << true << QList<int>{1, 4} << s("desk=2 neck=1 children=0");
    }

    void filters_giveIdsAndCounts()
    {
        QFETCH(QString, include);
        QFETCH(QString, exclude);
        QFETCH(bool, any);
        QFETCH(QList<int>, found);
        QFETCH(QString, counts);
        ArticleQuery query;
        query.match = any ? TagMatch::Any : TagMatch::All;
        for (const QString &tag : include.split(QLatin1Char(','), Qt::SkipEmptyParts))
            query.tags.insert(tag, TagState::Include);
        for (const QString &tag : exclude.split(QLatin1Char(','), Qt::SkipEmptyParts))
            query.tags.insert(tag, TagState::Exclude);
        const ArticleHits hits = run(example(), query);
        QCOMPARE(numbers(hits), found);
        QCOMPARE(facets(hits.tags), counts);
    }

    void categories_foldLikeTags()
    {
        ArticleQuery query;
        query.categories.insert(s("self care"), TagState::Include);
        const ArticleHits hits = run(example(), query);
        QCOMPARE(numbers(hits), (QList<int>{1, 4}));
        QCOMPARE(hits.categories.first().count, 2);
    }

    void readFilter_countsIgnoreItself()
    {
        MarksById marks;
        marks[idOf(1)] = {ArticleMarks::State::Read, true, false};
        marks[idOf(2)] = {ArticleMarks::State::Reading, false, true};
        ArticleQuery query;
        query.read = ReadFilter::Read;
        const ArticleHits hits = run(example(), query, marks);
        QCOMPARE(numbers(hits), QList<int>{1});
        QCOMPARE(hits.readCounts.value(ReadFilter::All), 3); // what is archived is only there
        QCOMPARE(hits.readCounts.value(ReadFilter::Unread), 2);
        QCOMPARE(hits.readCounts.value(ReadFilter::Reading), 0);
        QCOMPARE(hits.readCounts.value(ReadFilter::Read), 1);
        QCOMPARE(hits.readCounts.value(ReadFilter::Starred), 1);
        QCOMPARE(hits.readCounts.value(ReadFilter::Archived), 1);
    }

    void sort_byEachKey_ordersIds()
    {
        ArticleQuery query;
        query.sort = ArticleSort::Length;
        QCOMPARE(numbers(run(Catalogue({article(3, {}), article(1, {}), article(2, {})}), query)),
                 (QList<int>{1, 2, 3}));
        Article accented = article(1, {});
        accented.title = s("Éclair");
        Article plain = article(2, {});
        plain.title = s("zebra");
        query.sort = ArticleSort::Title;
        QCOMPARE(numbers(run(Catalogue({plain, accented}), query)), (QList<int>{1, 2}));
        Article undated = article(9, {});
        undated.dateMs.reset();
        undated.fileMs = now - 2 * day - 1;
        query.sort = ArticleSort::Date;
        QCOMPARE(numbers(run(Catalogue({article(3, {}), undated, article(2, {})}), query)),
                 (QList<int>{2, 9, 3}));
    }

    void relevance_withScores_putsTheBestFirst()
    {
        ArticleQuery query;
        query.text = s("words");
        query.sort = ArticleSort::Relevance;
        WordHits words;
        words.found = QHash<QUuid, double>{{idOf(3), 5.0}, {idOf(1), 1.0}, {idOf(4), 9.0}};
        words.forbidden = {idOf(4)};
        const ArticleHits hits = run(example(), query, {}, words);
        QCOMPARE(numbers(hits), (QList<int>{3, 1}));
        QCOMPARE(hits.scores.value(idOf(3)), 5.0);
        QCOMPARE(facets(hits.tags), s("neck=2 children=1 desk=1"));
    }

    void queryFields_filterTheCatalogue_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<int>>("found");
        QTest::newRow("tag") << s("tag:DESK") << QList<int>{1, 4};
        QTest::newRow("not tag") << s("-tag:neck") << QList<int>{4, 5};
        QTest::newRow("tag prefix") << s("tag:chi*") << QList<int>{3};
        QTest::newRow("category") << s("category:\"self-care\"") << QList<int>{1, 4};
        QTest::newRow("untagged") << s("is:untagged") << QList<int>{5};
        QTest::newRow("draft") << s("is:draft") << QList<int>{5};
        QTest::newRow("not draft, tag") << s("-is:draft tag:neck tag:desk") << QList<int>{1};
        QTest::newRow("author") << s("author:nobody") << QList<int>{};
        QTest::newRow("dates") << s("after:1999 before:2000") << QList<int>{};
        QTest::newRow("after") << s("after:1999") << QList<int>{1, 2, 3, 4, 5};
    }

    void queryFields_filterTheCatalogue()
    {
        QFETCH(QString, query);
        QFETCH(QList<int>, found);
        ArticleQuery asked;
        asked.text = query;
        asked.publishedOnly = false;
        QCOMPARE(numbers(run(example(), asked)), found);
    }

    void dateTerms_boundary_afterIncludesBeforeExcludes()
    {
        Article first = article(1, {});
        first.dateMs = QDate(2024, 3, 1).startOfDay().toMSecsSinceEpoch();
        ArticleQuery query;
        query.text = s("after:2024-03");
        QCOMPARE(run(Catalogue({first}), query).ids.size(), 1);
        query.text = s("before:2024-03");
        QCOMPARE(run(Catalogue({first}), query).ids.size(), 0);
        first.dateMs.reset();
        QCOMPARE(run(Catalogue({first}), query).ids.size(), 0);
    }
};

QTEST_APPLESS_MAIN(TestFinder)
#include "tst_finder.moc"
