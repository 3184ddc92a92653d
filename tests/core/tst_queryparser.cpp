#include "app/library/queryparser.h"
#include "app/library/searchtext.h"

#include <QTest>

using namespace stillpoint;
using Kind = QueryTerm::Kind;

namespace {

QString s(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QueryTerm only(const char *query)
{
    const ParsedQuery parsed = parseQuery(s(query));
    return parsed.terms.size() == 1 && parsed.unusable.isEmpty() ? parsed.terms.first() : QueryTerm();
}

} // namespace

class TestQueryParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parse_oneTerm_hasItsMeaning_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("flags"); // - negated, " phrase, * prefix
        QTest::newRow("word") << s("neck") << int(Kind::Text) << s("neck") << QString();
        QTest::newRow("prefix") << s("mass*") << int(Kind::Text) << s("mass") << s("*");
        QTest::newRow("phrase") << s("\"deep tissue\"") << int(Kind::Text) << s("deep tissue") << s("\"");
        QTest::newRow("open phrase") << s("\"deep tis") << int(Kind::Text) << s("deep tis") << s("\"");
        QTest::newRow("not word") << s("-neck") << int(Kind::Text) << s("neck") << s("-");
        QTest::newRow("not phrase") << s("-\"deep tissue\"") << int(Kind::Text) << s("deep tissue")
                                    << s("-\"");
        QTest::newRow("tag") << s("tag:neck") << int(Kind::Tag) << s("neck") << QString();
        QTest::newRow("tag phrase") << s("tag:\"low back\"") << int(Kind::Tag) << s("low back") << s("\"");
        QTest::newRow("not tag") << s("-tag:neck") << int(Kind::Tag) << s("neck") << s("-");
        QTest::newRow("tag prefix") << s("tag:ne*") << int(Kind::Tag) << s("ne") << s("*");
        QTest::newRow("category") << s("category:Health") << int(Kind::Category) << s("Health") << QString();
        QTest::newRow("author") << s("author:brandt") << int(Kind::Author) << s("brandt") << QString();
        QTest::newRow("title") << s("title:desk") << int(Kind::Title) << s("desk") << QString();
        QTest::newRow("state in capitals") << s("is:Unread") << int(Kind::Is) << s("unread") << QString();
        QTest::newRow("capital field") << s("Tag:neck") << int(Kind::Tag) << s("neck") << QString();
        QTest::newRow("unknown field is text")
            << s("http://x.example") << int(Kind::Text) << s("http://x.example") << QString();
        QTest::newRow("hyphen inside") << s("self-care") << int(Kind::Text) << s("self-care") << QString();
        QTest::newRow("quote inside") << s("5\"tall") << int(Kind::Text) << s("5\"tall") << QString();
        QTest::newRow("Chinese") << s("按摩") << int(Kind::Text) << s("按摩") << QString();
    }

    void parse_oneTerm_hasItsMeaning()
    {
        QFETCH(QString, query);
        QFETCH(int, kind);
        QFETCH(QString, value);
        QFETCH(QString, flags);
        const ParsedQuery parsed = parseQuery(query);
        QVERIFY(parsed.unusable.isEmpty());
        QCOMPARE(parsed.terms.size(), 1);
        const QueryTerm term = parsed.terms.first();
        QCOMPARE(int(term.kind), kind);
        QCOMPARE(term.value, value);
        QCOMPARE(term.negated, flags.contains(QLatin1Char('-')));
        QCOMPARE(term.phrase, flags.contains(QLatin1Char('"')));
        QCOMPARE(term.prefix, flags.contains(QLatin1Char('*')));
    }

    void parse_dates_startTheirYearMonthOrDay()
    {
        QCOMPARE(only("before:2024").day, QDate(2024, 1, 1));
        QCOMPARE(only("after:2024-03").day, QDate(2024, 3, 1));
        QCOMPARE(only("after:2024-03-09").day, QDate(2024, 3, 9));
        QCOMPARE(only("after:2024-3-9").day, QDate(2024, 3, 9));
    }

    void parse_whatMeansNothing_isNamed_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query :
             {"-", "*", "\"", "\"\"", "...", "before:soon", "before:2024-13", "after:2024-02-30", "after:24",
              "before:2024-1-1-1", "is:good", "tag:", "tag:\"\"", "title:!", "-is:x"})
            QTest::newRow(query) << s(query);
    }

    void parse_whatMeansNothing_isNamed()
    {
        QFETCH(QString, query);
        const ParsedQuery parsed = parseQuery(query);
        QVERIFY(parsed.terms.isEmpty());
        QCOMPARE(parsed.unusable, QStringList{query});
    }

    void parse_manyTerms_keepsTheirOrder()
    {
        const ParsedQuery parsed = parseQuery(s("  neck tag:self-care\t-\"cold pack\" is:nothing  desk* "));
        QCOMPARE(parsed.terms.size(), 4);
        QCOMPARE(parsed.terms.at(1).value, s("self-care"));
        QVERIFY(parsed.terms.at(2).negated && parsed.terms.at(2).phrase);
        QVERIFY(parsed.terms.at(3).prefix);
        QCOMPARE(parsed.unusable, QStringList{s("is:nothing")});
    }

    void expression_ofQuotesAndOperators_isQuoted()
    {
        const auto expression = [](const char *query) {
            return ftsExpression(parseQuery(s(query)).terms, "AND");
        };
        QCOMPARE(expression("NEAR(a b) OR"), QByteArray("(\"NEAR(a\") AND (\"b)\") AND (\"OR\")"));
        QCOMPARE(expression("a\"b"), QByteArray("(\"a\"\"b\")"));
        QCOMPARE(expression("body:x*"), QByteArray("(\"body:x\" *)"));
        QCOMPARE(expression("title:x"), QByteArray("(title : \"x\")"));
        QCOMPARE(expression("tag:x"), QByteArray());
    }

    void spacedText_withoutSpaces_isAsBefore()
    {
        const QByteArray text = "Yoga 瑜伽 และ 마사지 𠮷 “end”";
        const QByteArray zero = "\xe2\x80\x8b";
        QVERIFY(spacedForIndex(text) != text);
        QVERIFY(spacedForIndex(text).contains(zero + "瑜" + zero));
        QVERIFY(spacedForIndex(text).contains(zero + "𠮷" + zero + " “end”"));
        QCOMPARE(withoutIndexSpaces(QString::fromUtf8(spacedForIndex(text))), QString::fromUtf8(text));
        QCOMPARE(spacedForIndex("Größe naïve Привет"), QByteArray("Größe naïve Привет"));
        for (const char *broken : {"瑜\xe7\x91", "\xf0\xa0", "\xff\xff\xff\xff", "\xe7"})
            QVERIFY(spacedForIndex(broken).endsWith(QByteArray(broken).right(1)));
    }

    void matches_inText_standWhereTheWordsAre()
    {
        const auto matches = [](const char *query, const char *text) {
            return wordMatches(parseQuery(s(query)).terms, s(text));
        };
        using Ranges = QList<QPair<int, int>>;
        QCOMPARE(matches("desk", "A desk, desks and DESK"), (Ranges{{2, 4}, {18, 4}}));
        QCOMPARE(matches("desk*", "A desk, desks"), (Ranges{{2, 4}, {8, 5}}));
        QCOMPARE(matches("\"deep tissue\"", "deep, Tissue deep"), (Ranges{{0, 12}}));
        QCOMPARE(matches("cafe", "Le Café"), (Ranges{{3, 4}}));
        QCOMPARE(matches("self-care", "self care"), (Ranges{{0, 9}}));
        QCOMPARE(matches("摩の", "按摩の本"), (Ranges{{1, 2}}));
        QCOMPARE(matches("-desk tag:desk", "desk"), Ranges());
        QCOMPARE(matches("title:desk", "desk"), (Ranges{{0, 4}}));
    }
};

QTEST_APPLESS_MAIN(TestQueryParser)
#include "tst_queryparser.moc"
