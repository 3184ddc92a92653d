#include "app/article/articlereader.h"
#include "app/base/textencodings.h"

#include <QStringDecoder>
#include <QStringEncoder>
#include <QtTest>

using namespace stillpoint;

class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encoding_each_isRead_data();
    void encoding_each_isRead();
    void encoding_nulBytes_areRefusedAsBinary();
    void encoding_fewDamagedBytes_areReplacedAndTold();
    void encoding_replacementCharacterWritten_isStillUtf8();
    void encoding_linesOfTwoKinds_areEachRead();
    void encoding_chosen_isUsedAndNotDoubted_data();
    void encoding_chosen_isUsedAndNotDoubted();
    void encoding_chosenForAMixture_leavesLinesOfUtf8();
    void encoding_chosenOfNoKnownName_isAsGuessed();
    void encodings_offered_areAllKnown();
    void lineEnds_each_areOne();
};

void TestEncoding::encoding_each_isRead_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, bool mark, const char *text, const char *said) {
        QTest::newRow(qPrintable(QLatin1String(name) + QLatin1String(mark ? " mark " : " ") +
                                 QString::fromUtf8(text).left(12)))
            << QByteArray(name) << mark << QString::fromUtf8(text) << QString::fromLatin1(said);
    };
    row("UTF-8", false, "Größe 体", "UTF-8");
    row("UTF-8", true, "Größe 体", "UTF-8");
    row("UTF-16LE", true, "Größe 体", "UTF-16LE");
    row("UTF-16BE", true, "Größe 体", "UTF-16BE");
    row("UTF-32LE", true, "Größe 体", "UTF-32LE");
    row("UTF-32BE", true, "Größe 体", "UTF-32BE");
    row("windows-1252", false, "It’s a small café – “open”", "windows-1252");
    row("GB18030", false, "推拿可以缓解肌肉紧张，改善血液循环，帮助身体放松。", "GB18030");
    row("Big5", false, "推拿可以緩解肌肉緊張，改善血液循環，幫助身體放鬆。", "Big5");
    row("UTF-16LE", false, "Größe – kurz", "UTF-16LE");
    row("UTF-16BE", false, "Größe – kurz", "UTF-16BE");
    row("windows-1252", false, "Il s’étire déjà, très tôt, là où ça gêne", "windows-1252");
    row("windows-1252", false, "Für müde Füße: wärmen, dann dehnen", "windows-1252");
    row("windows-1250", false, "Opuštanje mišića poslije vježbe: polako, češće, duže", "windows-1250");
    row("windows-1250", false, "Žluťoučký kůň se protáhl, pak ještě jednou", "windows-1250");
    row("ISO-8859-2", false, "Rozciąganie pomaga, gdy mięśnie są zmęczone i sztywne; śpij dłużej",
        "ISO-8859-2");
    row("windows-1254", false, "Sıcak duş kasları gevşetir, ağrıyı azaltır", "windows-1254");
    row("windows-1251", false, "Тёплая вода расслабляет мышцы и помогает заснуть", "windows-1251");
    row("KOI8-R", false, "Тёплая вода расслабляет мышцы и помогает заснуть", "KOI8-R");
    row("windows-1253", false, "Το ζεστό νερό χαλαρώνει τους μυς και βοηθά τον ύπνο", "windows-1253");
    row("windows-1255", false, "מים חמים מרפים את השרירים ועוזרים לישון", "windows-1255");
    row("windows-1256", false, "الماء الدافئ يرخي العضلات ويساعد على النوم", "windows-1256");
    row("windows-874", false, "น้ำอุ่นช่วยให้กล้ามเนื้อผ่อนคลายและนอนหลับดีขึ้น", "windows-874");
    row("Shift_JIS", false, "マッサージは筋肉の緊張をやわらげ、体をゆるめます。", "Shift_JIS");
    row("EUC-JP", false, "マッサージは筋肉の緊張をやわらげ、体をゆるめます。", "EUC-JP");
    row("windows-949", false, "마사지는 근육의 긴장을 풀고 몸을 편안하게 합니다", "windows-949");
}

void TestEncoding::encoding_each_isRead()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, mark);
    QFETCH(QString, text);
    QFETCH(QString, said);
    QStringEncoder encoder(name.constData(),
                           mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    QVERIFY(encoder.isValid());
    const QByteArray bytes = encoder(text + QLatin1Char('\n'));
    const ArticleReading reading = readArticle(bytes, QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.page.text, text);
    QCOMPARE(QLatin1String(reading.encoding), said);
    QCOMPARE(reading.issues.isEmpty(), mark || said == QLatin1String("UTF-8"));
}

void TestEncoding::encoding_nulBytes_areRefusedAsBinary()
{
    const ArticleReading reading = readArticle(QByteArray("ab\0cd", 5), QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.refusal, Refusal::Binary);
}

void TestEncoding::encoding_fewDamagedBytes_areReplacedAndTold()
{
    const ArticleReading reading = readArticle("Gr\xc3\xb6\xc3\x9f"
                                               "e und G\xc3\xbcte und \xff ende",
                                               QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.page.text, QStringLiteral("Größe und Güte und \ufffd ende"));
    QCOMPARE(reading.issues.size(), 1);
}

void TestEncoding::encoding_replacementCharacterWritten_isStillUtf8()
{
    const ArticleReading reading =
        readArticle("A lost letter: \xef\xbf\xbd", QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.page.text, QStringLiteral("A lost letter: \ufffd"));
    QVERIFY(reading.issues.isEmpty());
}

void TestEncoding::encoding_linesOfTwoKinds_areEachRead()
{
    QStringEncoder gbk("GB18030");
    const QByteArray bytes = QByteArray(gbk(QStringLiteral("热敷可以缓解肌肉紧张，帮助身体放松。\n\n"))) +
                             QByteArray("每天十五分钟就够了。\n\n") +
                             QByteArray(gbk(QStringLiteral("改善血液循环，缓解疲劳。\n")));
    const ArticleReading reading = readArticle(bytes, QStringLiteral("a.md"), Depth::Page);
    QCOMPARE(reading.page.text,
             QStringLiteral(
                 "热敷可以缓解肌肉紧张，帮助身体放松。\n\n每天十五分钟就够了。\n\n改善血液循环，缓解疲劳。"));
}

void TestEncoding::encoding_chosen_isUsedAndNotDoubted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("text");
    const auto bytes = [](const char *encoding, const char *text) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
        return QByteArray(encoder(QString::fromUtf8(text)));
    };
    QTest::newRow("Baltic") << bytes("windows-1257", "Ąžuolas, ėjimas") << QStringLiteral("windows-1257")
                            << QStringLiteral("Ąžuolas, ėjimas");
    // Looks like ASCII.
    QTest::newRow("mail") << bytes("ISO-2022-JP", "体をゆるめます") << QStringLiteral("ISO-2022-JP")
                          << QStringLiteral("体をゆるめます");
    // Looks like UTF-8, twice encoded.
    QTest::newRow("against the bytes")
        << QByteArray("caf\xc3\xa9") << QStringLiteral("windows-1252") << QStringLiteral("cafÃ©");
    QTest::newRow("odd number of bytes") << bytes("UTF-16LE", "Größe") + "\n"
                                         << QStringLiteral("UTF-16LE") << QStringLiteral("Größe\ufffd");
    QTest::newRow("nothing fits") << QByteArray("Gr\xf6\xdf") << QStringLiteral("UTF-8")
                                  << QStringLiteral("Gr\ufffd\ufffd");
}

void TestEncoding::encoding_chosen_isUsedAndNotDoubted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, chosen);
    QFETCH(QString, text);
    QVERIFY(readArticle(bytes, QStringLiteral("a.md"), Depth::Page).page.text != text);
    const ArticleReading reading = readArticle(bytes, QStringLiteral("a.md"), Depth::Page, chosen);
    QCOMPARE(reading.page.text, text);
    QCOMPARE(QLatin1String(reading.encoding), chosen);
    QVERIFY(reading.issues.isEmpty());
    QVERIFY(reading.encodingDoubt.isEmpty());
}

void TestEncoding::encoding_chosenForAMixture_leavesLinesOfUtf8()
{
    QStringEncoder korean("windows-949");
    const QByteArray bytes =
        QByteArray(korean(QStringLiteral("몸을 편안하게 합니다\n\n"))) + QByteArray("每天十五分钟就够了。\n");
    const ArticleReading reading =
        readArticle(bytes, QStringLiteral("a.md"), Depth::Page, QStringLiteral("windows-949"));
    QCOMPARE(reading.page.text, QStringLiteral("몸을 편안하게 합니다\n\n每天十五分钟就够了。"));
}

void TestEncoding::encoding_chosenOfNoKnownName_isAsGuessed()
{
    for (const QString &chosen : {QStringLiteral("UTF-7"), QStringLiteral("none"), QString()}) {
        const ArticleReading reading =
            readArticle("Caf\xe9 +AGE-", QStringLiteral("a.md"), Depth::Page, chosen);
        QCOMPARE(reading.page.text, QStringLiteral("Café +AGE-"));
        QCOMPARE(reading.issues.size(), 1);
        QCOMPARE(reading.encodingDoubt, reading.issues.first().message);
    }
}

void TestEncoding::encodings_offered_areAllKnown()
{
    QVERIFY(textEncodings().size() > 20);
    for (const TextEncoding &encoding : textEncodings()) {
        QVERIFY2(QStringDecoder(encoding.code.toLatin1().constData()).isValid(), qPrintable(encoding.code));
        QCOMPARE(textEncodingName(encoding.code), encoding.name);
    }
    QCOMPARE(textEncodingName(QStringLiteral("other")), QStringLiteral("other"));
}

void TestEncoding::lineEnds_each_areOne()
{
    for (const char *bytes : {"---\r\ntitle: A\r\n---\r\nOne\r\n\r\nTwo", "---\rtitle: A\r---\rOne\r\rTwo",
                              "---\ntitle: A\n---\nOne\xe2\x80\xa8\xe2\x80\xa9Two"}) {
        const ArticleReading reading = readArticle(bytes, QStringLiteral("a.md"), Depth::Page);
        QCOMPARE(reading.meta->title, QStringLiteral("A"));
        QCOMPARE(reading.page.text, QStringLiteral("One\n\nTwo"));
    }
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
