#include "app/library/indexstore.h"
#include "tests/support/coretest.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace stillpoint;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Article article(const char *title, const QStringList &tags = {}, const char *summary = "")
{
    Article made;
    made.id = QUuid::createUuidV5(QUuid(), s(title));
    made.place = QUuid::createUuidV5(QUuid(), s("place"));
    made.title = s(title);
    made.file = s("/place/") + s(title);
    made.path = s(title);
    made.tags = tags;
    made.summary = s(summary);
    return made;
}

/// An index in a fresh folder, filled through the store itself.
class Index
{
public:
    Index()
        : store(IndexStore::open(file(), IndexStore::Mode::ReadWrite).value())
    {
    }
    QString file() const { return m_folder.file(QStringLiteral("library-v1.db")); }

    QUuid add(const Article &added, const char *body)
    {
        QVERIFY_RETURN(store.begin());
        const qint64 row = store.addText(added, body).value();
        QVERIFY_RETURN(store.putArticle({added, row, 1}));
        QVERIFY_RETURN(store.commit());
        return added.id;
    }

    QList<QUuid> find(const char *query)
    {
        const auto hits = store.search(parseQuery(s(query)));
        if (!hits)
            qFatal("%s", qPrintable(hits.error().message));
        QList<QUuid> ids = hits->found.value_or(QHash<QUuid, double>()).keys();
        std::sort(ids.begin(), ids.end(), [&](const QUuid &a, const QUuid &b) {
            return hits->found->value(a) > hits->found->value(b);
        });
        for (const QUuid &id : hits->forbidden)
            ids.removeAll(id);
        return ids;
    }

private:
    static void QVERIFY_RETURN(const Result<void> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
    }
    test::DataFolder m_folder;

public:
    IndexStore store;
};

} // namespace

class TestIndexStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void article_storedAndRead_isTheSame()
    {
        Index index;
        Article full = article("Full", {s("a, b"), s("\"c\"")}, "sum");
        full.categories = {s("Health")};
        full.dateMs = 1234567890123;
        full.dateText = s("2009-02-13 +0900");
        full.fileMs = 42;
        full.author = s("Ä. Author");
        full.frontMatterId = s("fm");
        full.hash = s("00ff");
        full.words = 7;
        full.draft = true;
        full.missing = true;
        full.warnings = {s("A sentence.")};
        index.add(full, "body");
        QCOMPARE(index.store.articles().value().first().article, full);
    }

    void search_ranks_titleOverTagsOverSummaryOverBody()
    {
        Index index;
        const QUuid body = index.add(article("One"), "the neck is here and more words");
        const QUuid summary = index.add(article("Two", {}, "the neck is here and more words"), "");
        const QUuid tag =
            index.add(article("Three", {s("neck"), s("is"), s("here"), s("and"), s("more"), s("words")}), "");
        const QUuid title = index.add(article("The neck is here and more words"), "");
        QCOMPARE(index.find("neck"), (QList<QUuid>{title, tag, summary, body}));
    }

    void search_terms_allMustHold()
    {
        Index index;
        const QUuid both = index.add(article("Both"), "a stiff neck at the desk");
        const QUuid one = index.add(article("One"), "a stiff neck");
        QCOMPARE(index.find("neck desk"), QList<QUuid>{both});
        QCOMPARE(index.find("neck -desk"), QList<QUuid>{one});
        QCOMPARE(index.find("\"neck stiff\""), QList<QUuid>{});
        QCOMPARE(index.find("\"stiff neck\" des*"), QList<QUuid>{both});
        QCOMPARE(index.find("title:one neck"), QList<QUuid>{one});
        QCOMPARE(index.find("NECK STIFF title:b*"), QList<QUuid>{both});
    }

    void search_accentsAndCase_areFolded()
    {
        Index index;
        const QUuid id = index.add(article("Café Größe"), "naïve ÉTUDE");
        for (const char *query : {"cafe", "CAFÉ", "naive", "étude", "etude"})
            QCOMPARE(index.find(query), QList<QUuid>{id});
    }

    void search_scriptsWithoutSpaces_findsSubstrings_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::newRow("Chinese, two characters") << s("经常按摩有助于放松身心。") << s("按摩");
        QTest::newRow("Chinese, one character") << s("经常按摩有助于放松身心。") << s("心");
        QTest::newRow("Japanese, across scripts") << s("肩こりとマッサージの関係") << s("りとマ");
        QTest::newRow("Korean, inside a word") << s("규칙적인 마사지는 좋다") << s("마사지");
        QTest::newRow("Thai") << s("การนวดแผนไทยช่วยผ่อนคลาย") << s("นวด");
        QTest::newRow("rare Han outside the first plane") << s("𠮷野家の話") << s("𠮷野");
        QTest::newRow("mixed with Latin") << s("每天做Yoga练习") << s("yoga练");
    }

    void search_scriptsWithoutSpaces_findsSubstrings()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        Index index;
        const QUuid id = index.add(article("x"), text.toUtf8().constData());
        index.add(article("y"), "摩按 nothing of the kind");
        QCOMPARE(index.find(query.toUtf8().constData()), QList<QUuid>{id});
        const auto snippets = index.store.snippets(parseQuery(query), {id}).value();
        QVERIFY(text.startsWith(snippets.value(id).text) || text == snippets.value(id).text);
        const auto [start, length] = snippets.value(id).marks.first();
        QCOMPARE(snippets.value(id).text.mid(start, length).toLower(), query);
    }

    void search_hostileInput_neverFails_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"\"",
                                  "'",
                                  "a'; DROP TABLE article; --",
                                  "NEAR(a, b)",
                                  "a AND OR NOT b",
                                  "title:",
                                  "^a",
                                  "a + b",
                                  "{title}:a",
                                  "\"a\"b\"c",
                                  "-",
                                  "--",
                                  "-\"",
                                  "*",
                                  "a**",
                                  "**a",
                                  "(((",
                                  ")))",
                                  "col:val",
                                  "%s%n",
                                  "\\",
                                  "a\"\"\"\"b",
                                  "title:\"",
                                  "-title:\"x",
                                  "\xf0\x9f\x92\x86",
                                  "tag:\"",
                                  "a:b:c",
                                  "\"*\"",
                                  "rank MATCH",
                                  "a* b* -c* title:d*"})
            QTest::newRow(query) << s(query);
        QTest::newRow("NUL") << s("a") + QChar(u'\0') + s("b\"");
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + s("x");
        QTest::newRow("very long word") << QString(100000, QLatin1Char('w'));
        QTest::newRow("very many words") << s("word ").repeated(3000);
    }

    void search_hostileInput_neverFails()
    {
        QFETCH(QString, query);
        Index index;
        index.add(article("a"), "b c");
        const ParsedQuery parsed = parseQuery(query);
        QVERIFY(index.store.search(parsed));
        QVERIFY(index.store.snippets(parsed, {article("a").id}));
        QCOMPARE(index.store.articles().value().size(), 1);
    }

    void search_anyMixOfSpecialCharacters_neverFails()
    {
        Index index;
        index.add(article("a"), "b c");
        const QStringList pieces{s("\""),  s("-"),    s("*"),   s(":"),        s("("),       s(")"),
                                 s(" "),   s("a"),    s("按"),  s("tag"),      s("title:"),  s("before:2"),
                                 s("is:"), s("NEAR"), s("AND"), s("'"),        s("^"),       s("+"),
                                 s("{"),   s("\\"),   s("é"),   s("\xcc\x81"), QChar(0x200b)};
        QRandomGenerator random(20261122);
        for (int round = 0; round < 1000; ++round) {
            QString query;
            for (int length = random.bounded(12); length >= 0; --length)
                query += pieces.at(random.bounded(int(pieces.size())));
            const ParsedQuery parsed = parseQuery(query);
            QVERIFY2(index.store.search(parsed), qPrintable(query));
            QVERIFY2(index.store.snippets(parsed, {article("a").id}), qPrintable(query));
        }
    }

    void snippets_marksTheWords_orShowTheSummary()
    {
        Index index;
        const QUuid id = index.add(article("t", {}, "A summary."), "Before the  desk\n\nafter the desk.");
        const QUuid plain = index.add(article("u"), "Only a body. More.");
        const auto marked = index.store.snippets(parseQuery(s("desk")), {id, plain}).value();
        QCOMPARE(marked.value(id).text, s("Before the desk after the desk."));
        QCOMPARE(marked.value(id).marks, (QList<QPair<int, int>>{{11, 4}, {26, 4}}));
        QCOMPARE(marked.value(plain), (Snippet{s("Only a body. More."), {}}));
        QCOMPARE(index.store.snippets(parseQuery({}), {id}).value().value(id),
                 (Snippet{s("A summary."), {}}));
    }

    void withoutCommit_nothingIsStored()
    {
        test::DataFolder folder;
        const QString file = folder.file(QStringLiteral("i.db"));
        {
            IndexStore store = IndexStore::open(file, IndexStore::Mode::ReadWrite).value();
            QVERIFY(store.begin());
            const qint64 row = store.addText(article("a"), "b").value();
            QVERIFY(store.putArticle({article("a"), row, 1}));
        }
        IndexStore store = IndexStore::open(file, IndexStore::Mode::ReadWrite).value();
        QCOMPARE(store.articles().value().size(), 0);
        QVERIFY(store.search(parseQuery(s("b"))).value().found->isEmpty());
    }

    void uselessFile_isReplaced_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("this is no database at all").repeated(50);
        QTest::newRow("damaged") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x7f');
        QTest::newRow("empty") << QByteArray();
    }

    void uselessFile_isReplaced()
    {
        QFETCH(QByteArray, bytes);
        test::DataFolder folder;
        const QString file = folder.file(QStringLiteral("library-v1.db"));
        test::writeFile(file, bytes);
        auto store = IndexStore::open(file, IndexStore::Mode::ReadWrite);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        QVERIFY(store->articles().value().isEmpty());
    }

    void newerIndex_isReplaced()
    {
        test::DataFolder folder;
        const QString file = folder.file(QStringLiteral("library-v1.db"));
        QVERIFY(IndexStore::open(file, IndexStore::Mode::ReadWrite));
        SQLite::Database(file.toStdString(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=99");
        auto store = IndexStore::open(file, IndexStore::Mode::ReadWrite);
        QVERIFY(store);
        QVERIFY(store->articles().value().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestIndexStore)
#include "tst_indexstore.moc"
