#include "app/base/frames.h"
#include "tests/support/coretest.h"

#include <QJsonArray>
#include <QProcess>
#include <QtEndian>
#include <QtTest>

using namespace stillpoint;

namespace {

const QStringList everything{QStringLiteral("meta"), QStringLiteral("text"), QStringLiteral("outline"),
                             QStringLiteral("html")};

Frame request(int job, const QStringList &want, const QByteArray &bytes)
{
    return {{{QStringLiteral("v"), 1},
             {QStringLiteral("job"), job},
             {QStringLiteral("name"), QStringLiteral("notes/2020-01-02-neck.md")},
             {QStringLiteral("want"), QJsonArray::fromStringList(want)}},
            bytes};
}

/// The real helper process.
class Helper
{
public:
    Helper()
    {
        m_process.start(test::programPath(QStringLiteral("stillpoint-render")), {});
        m_started = m_process.waitForStarted();
    }
    ~Helper()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    bool started() const { return m_started; }
    void send(const QByteArray &bytes) { m_process.write(bytes); }
    /// The next answer; nothing when the helper ended or stayed silent for half a minute.
    std::optional<Frame> receive()
    {
        for (;;) {
            if (auto frame = m_reader.next())
                return frame;
            if (!m_process.waitForReadyRead(30'000))
                return std::nullopt;
            m_reader.append(m_process.readAllStandardOutput());
        }
    }
    std::optional<Frame> ask(const Frame &frame)
    {
        send(encodeFrame(frame));
        return receive();
    }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
    FrameReader m_reader;
    bool m_started = false;
};

QString reasonOf(const std::optional<Frame> &frame)
{
    if (!frame)
        return QStringLiteral("no answer");
    return frame->header.value(QLatin1String("ok")).toBool()
               ? QStringLiteral("ok")
               : frame->header.value(QLatin1String("reason")).toString();
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void article_asked_isAnsweredWhole();
    void want_subset_givesOnlyThat();
    void encoding_asked_isUsed();
    void refusals_each_areSaidAndWorkGoesOn_data();
    void refusals_each_areSaidAndWorkGoesOn();
    void requests_inPieces_areAnsweredInOrder();
    void stream_broken_endsTheProcess_data();
    void stream_broken_endsTheProcess();
    void input_ended_endsTheProcessCleanly();
    void slowArticle_asked_endsTheProcessButMetadataRemains();
};

void TestRender::article_asked_isAnsweredWhole()
{
    Helper helper;
    QVERIFY(helper.started());
    const auto reply =
        helper.ask(request(7, everything, test::fixture(QStringLiteral("articles/seed-shape.md"))));
    QCOMPARE(reasonOf(reply), QStringLiteral("ok"));
    const QJsonObject header = reply->header;
    QCOMPARE(header.value(QLatin1String("v")).toInt(), 1);
    QCOMPARE(header.value(QLatin1String("job")).toInt(), 7);
    const QJsonObject meta = header.value(QLatin1String("meta")).toObject();
    QCOMPARE(meta.value(QLatin1String("title")).toString(),
             QStringLiteral("Why a Warm Bath Before Stretching Helps"));
    QCOMPARE(meta.value(QLatin1String("title_from")).toString(), QStringLiteral("front matter"));
    QCOMPARE(meta.value(QLatin1String("tags")).toArray().size(), 7);
    QCOMPARE(meta.value(QLatin1String("date_text")).toString(), QStringLiteral("2020-01-02"));
    QCOMPARE(meta.value(QLatin1String("date_from")).toString(), QStringLiteral("file name"));
    QCOMPARE(meta.value(QLatin1String("encoding")).toString(), QStringLiteral("UTF-8"));
    QCOMPARE(header.value(QLatin1String("outline")).toArray().size(), 5);
    QCOMPARE(header.value(QLatin1String("pictures")).toArray().size(), 1);
    const int textBytes = header.value(QLatin1String("text_bytes")).toInt();
    QVERIFY(reply->body.left(textBytes).startsWith("Warmth lets a muscle give way."));
    QVERIFY(reply->body.mid(textBytes).startsWith("<p dir=\"auto\"><!--picture 0--></p>"));
    QVERIFY(header.value(QLatin1String("words")).toInt() > 20);
}

void TestRender::want_subset_givesOnlyThat()
{
    Helper helper;
    const auto meta = helper.ask(request(1, {QStringLiteral("meta")}, "# A\n\nText"));
    QCOMPARE(reasonOf(meta), QStringLiteral("ok"));
    QVERIFY(meta->body.isEmpty());
    QVERIFY(!meta->header.contains(QLatin1String("outline")));
    const auto text = helper.ask(request(2, {QStringLiteral("text")}, "# A\n\nText"));
    QCOMPARE(text->body, QByteArray("Text"));
    QVERIFY(!text->header.contains(QLatin1String("meta")));
}

void TestRender::encoding_asked_isUsed()
{
    Helper helper;
    Frame asked = request(1, {QStringLiteral("meta"), QStringLiteral("text")}, "\xe2\xc1\xce\xd1");
    const auto guessed = helper.ask(asked);
    QVERIFY(guessed->header.value(QLatin1String("meta"))[QLatin1String("encoding_doubt")].isString());
    asked.header.insert(QStringLiteral("encoding"), QStringLiteral("KOI8-R"));
    const auto chosen = helper.ask(asked);
    QCOMPARE(chosen->body, QByteArray("Баня"));
    const QJsonObject meta = chosen->header.value(QLatin1String("meta")).toObject();
    QCOMPARE(meta.value(QLatin1String("encoding")).toString(), QStringLiteral("KOI8-R"));
    QVERIFY(!meta.contains(QLatin1String("encoding_doubt")));
    QVERIFY(chosen->header.value(QLatin1String("issues")).toArray().isEmpty());
}

void TestRender::refusals_each_areSaidAndWorkGoesOn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("file too large") << QByteArray(17 * 1024 * 1024, 'a') << QStringLiteral("too-large");
    QTest::newRow("body too large") << QByteArray("word ").repeated(500'000) << QStringLiteral("too-large");
    QTest::newRow("output too large")
        << QByteArray("''''''''''''''''\n").repeated(120'000) << QStringLiteral("too-large");
    QTest::newRow("binary") << QByteArray("a\0b", 3) << QStringLiteral("binary");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("ok");
}

void TestRender::refusals_each_areSaidAndWorkGoesOn()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    Helper helper;
    QCOMPARE(reasonOf(helper.ask(request(1, everything, bytes))), reason);
    const auto next = helper.ask(request(2, everything, "Text"));
    QCOMPARE(reasonOf(next), QStringLiteral("ok"));
    QCOMPARE(next->header.value(QLatin1String("job")).toInt(), 2);
}

void TestRender::requests_inPieces_areAnsweredInOrder()
{
    Helper helper;
    QByteArray stream;
    for (int job = 1; job <= 20; ++job)
        stream += encodeFrame(request(job, everything, "Text " + QByteArray::number(job)));
    stream += encodeFrame({{{QStringLiteral("v"), 2}, {QStringLiteral("job"), 21}}, {}});
    for (qsizetype i = 0; i < stream.size(); i += 37)
        helper.send(stream.mid(i, 37));
    for (int job = 1; job <= 20; ++job) {
        const auto reply = helper.receive();
        QVERIFY(reply);
        QCOMPARE(reply->header.value(QLatin1String("job")).toInt(), job);
        QVERIFY(reply->body.contains("Text " + QByteArray::number(job)));
    }
    QCOMPARE(reasonOf(helper.receive()), QStringLiteral("bad-request"));
}

void TestRender::stream_broken_endsTheProcess_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("sizes over the caps") << QByteArray(8, '\xff');
    QTest::newRow("header that is no JSON") << QByteArray("\0\0\0\3\0\0\0\0abc", 11);
    QTest::newRow("header that is a list") << QByteArray("\0\0\0\2\0\0\0\0[]", 10);
}

void TestRender::stream_broken_endsTheProcess()
{
    QFETCH(QByteArray, bytes);
    Helper helper;
    helper.send(bytes);
    QVERIFY(helper.process().waitForFinished());
    QCOMPARE(helper.process().exitStatus(), QProcess::NormalExit);
    QVERIFY(helper.process().exitCode() != 0);
    QVERIFY(helper.process().readAllStandardOutput().isEmpty());
}

void TestRender::input_ended_endsTheProcessCleanly()
{
    Helper helper;
    helper.process().closeWriteChannel();
    QVERIFY(helper.process().waitForFinished());
    QCOMPARE(helper.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(helper.process().exitCode(), 0);
}

void TestRender::slowArticle_asked_endsTheProcessButMetadataRemains()
{
    // Quotes in quotes in quotes: quadratic in cmark-gfm, far over three seconds.
    const QByteArray slow = "---\ntitle: Slow\n---\n" + QByteArray(90'000, '>') + "\na";
    Helper helper;
    QCOMPARE(reasonOf(helper.ask(request(1, everything, slow))), QStringLiteral("no answer"));
    QTRY_COMPARE(helper.process().state(), QProcess::NotRunning);
    QCOMPARE(helper.process().exitStatus(), QProcess::CrashExit);
    Helper second;
    const auto meta = second.ask(request(2, {QStringLiteral("meta")}, slow));
    QCOMPARE(reasonOf(meta), QStringLiteral("ok"));
    QCOMPARE(meta->header.value(QLatin1String("meta")).toObject().value(QLatin1String("title")).toString(),
             QStringLiteral("Slow"));
}

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
