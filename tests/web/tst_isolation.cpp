#include "tests/web/readerfixture.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>

using namespace stillpoint::test;

namespace {

const QString url = QStringLiteral("article:0192f0c1-0000-7000-8000-000000000001");

/// Ways in which a page can reach out by itself; %1 is the address of a listener that must stay alone.
constexpr const char *reachingOut[] = {
    "<link rel='stylesheet' href='http://%1/stylesheet'>",
    "<link rel='preload' as='image' href='http://%1/preload'>",
    "<link rel='modulepreload' href='http://%1/modulepreload'>",
    "<link rel='prefetch' href='http://%1/prefetch'>",
    "<link rel='prerender' href='http://%1/prerender'>",
    "<link rel='preconnect' href='http://%1'>",
    "<link rel='dns-prefetch' href='http://%1'>",
    "<link rel='icon' href='http://%1/icon'>",
    "<link rel='apple-touch-icon' href='http://%1/touch-icon'>",
    "<link rel='manifest' href='http://%1/manifest'>",
    "<link rel='import' href='http://%1/import'>",
    "<style>@import 'http://%1/css-import';</style>",
    "<style>@font-face { font-family: F; src: url('http://%1/font'); } b { font-family: F; "
    "}</style><b>font</b>",
    "<style>i { background: url('http://%1/background'); list-style: url('http://%1/list'); "
    "}</style><i>x</i>",
    "<style>u { cursor: url('http://%1/cursor'), auto; content: url('http://%1/content'); }</style><u>x</u>",
    "<p style='background-image: image-set(\"http://%1/image-set\" 1x); filter: "
    "url(http://%1/f.svg#f)'>x</p>",
    "<img src='http://%1/img'>",
    "<img srcset='http://%1/srcset 1x'>",
    "<img loading='lazy' src='http://%1/lazy'>",
    "<img lowsrc='http://%1/lowsrc' dynsrc='http://%1/dynsrc' src='//%1/no-scheme'>",
    "<picture><source srcset='http://%1/source'><img></picture>",
    "<table background='http://%1/table'><tr><td background='http://%1/cell'>x</td></tr></table>",
    "<iframe src='http://%1/iframe'></iframe>",
    "<iframe srcdoc=\"<img src='http://%1/srcdoc'>\"></iframe>",
    "<iframe src=\"data:text/html,<img src='http://%1/data-frame'>\"></iframe>",
    "<object data='http://%1/object'></object>",
    "<embed src='http://%1/embed'>",
    "<embed type='application/pdf' src='http://%1/pdf'>",
    "<video autoplay muted src='http://%1/video' poster='http://%1/poster'></video>",
    "<audio autoplay preload='auto' src='http://%1/audio'></audio>",
    "<video autoplay muted><track default src='http://%1/track'></video>",
    "<svg><image href='http://%1/svg-image'/><use href='http://%1/svg-use#x'/></svg>",
    "<svg><filter id='f'><feImage href='http://%1/fe-image'/></filter><rect filter='url(#f)' width='9' "
    "height='9'/></svg>",
    "<math><mtext><img src='http://%1/math'></mtext></math>",
    "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image "
    "href='http://%1/in-svg'/></svg>\">",
    "<a href='#here' ping='http://%1/ping'>ping</a>",
    "<form action='http://%1/form'><input autofocus name='a' value='b'><input type='image' "
    "src='http://%1/input'></form>",
    "<body background='http://%1/body'>",
    "<base href='http://%1/base/'><img src='relative'>",
    "<portal src='http://%1/portal'></portal>",
    "<script src='http://%1/script'></script>",
    "<script type='module'>import 'http://%1/module';</script>",
    "<script>fetch('http://%1/fetch', {mode: 'no-cors'})</script>",
    "<script>const x = new XMLHttpRequest(); x.open('GET', 'http://%1/xhr'); x.send()</script>",
    "<script>new WebSocket('ws://%1/socket')</script>",
    "<script>new EventSource('http://%1/events')</script>",
    "<script>navigator.sendBeacon('http://%1/beacon', 'x')</script>",
    "<script>new Image().src = 'http://%1/new-image'</script>",
    "<script>new Worker(URL.createObjectURL(new Blob([\"importScripts('http://%1/worker')\"])))</script>",
    "<script>window.open('http://%1/window')</script>",
    "<script>document.forms[0].submit()</script>",
    "<script>new FontFace('G', \"url('http://%1/font-face')\").load()</script>",
    "<script>const c = new RTCPeerConnection({iceServers: [{urls: 'stun:%1'}]}); c.createDataChannel('d');"
    " c.createOffer().then(o => c.setLocalDescription(o))</script>",
    "<script>addEventListener('load', () => setTimeout(() => location = 'http://%1/last', 1000))</script>",
    "<img src='file:///etc/hostname'><link rel='stylesheet' href='file:///etc/hostname'>",
    "<img src='qrc:/engine/reader.js'><iframe src='chrome://version'></iframe><img src='ftp://%1/ftp'>",
};

QStringList engineLog;
QtMessageHandler testLog = nullptr;

void keepEngineLog(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (QLatin1String(context.category) == QLatin1String("stillpoint.engine"))
        engineLog.append(message);
    else
        testLog(type, context, message);
}

/// Listens for anybody, TCP and UDP at one port.
class Listener
{
public:
    Listener()
    {
        m_listening =
            m_tcp.listen(QHostAddress::LocalHost) && m_udp.bind(QHostAddress::LocalHost, m_tcp.serverPort());
        QObject::connect(&m_tcp, &QTcpServer::newConnection, &m_tcp, [this] { ++m_visits; });
        QObject::connect(&m_udp, &QUdpSocket::readyRead, &m_udp, [this] { ++m_visits; });
    }
    bool isListening() const { return m_listening; }
    int visits() const { return m_visits; }
    quint16 port() const { return m_tcp.serverPort(); }
    QByteArray address(const char *host) const { return host + QByteArray(":") + QByteArray::number(port()); }

private:
    QTcpServer m_tcp;
    QUdpSocket m_udp;
    bool m_listening = false;
    int m_visits = 0;
};

QByteArray hostilePage(const Listener &listener)
{
    QByteArray html = "<!doctype html><html><body><p id='here'>Read me</p>";
    for (const char *way : reachingOut) {
        for (const char *host : {"127.0.0.1", "localhost"})
            html += QByteArray(way).replace("%1", listener.address(host)) + "\n";
    }
    // The latest thing to happen: once it was asked for, everything else was.
    return html + "<meta http-equiv='refresh' content='1; url=http://" + listener.address("127.0.0.1") +
           "/last'>";
}

} // namespace

class TestIsolation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("stillpoint.engine.debug=true"));
        testLog = qInstallMessageHandler(keepEngineLog);
    }
    void cleanupTestCase() { qInstallMessageHandler(testLog); }
    void init() { engineLog.clear(); }
    void hostilePage_reachesNobody();
    void template_underScripts_refusesBeforeTheFilter();
    void settings_allOff();
    void flags_ofThePerson_areKept();
};

/// The page has none of the template's protection: filter, settings and flags have to hold alone.
void TestIsolation::hostilePage_reachesNobody()
{
    Listener listener;
    QVERIFY(listener.isListening());
    QTcpSocket self;
    self.connectToHost(QHostAddress::LocalHost, listener.port());
    QTRY_COMPARE(listener.visits(), 1); // it would notice

    Reader reader;
    reader.pages.add(url, hostilePage(listener));
    reader.view().show(QUrl(url), {});
    const QRegularExpression last(QStringLiteral("^refused navigation .*/last$"));
    QTRY_VERIFY_WITH_TIMEOUT(engineLog.indexOf(last) >= 0, 20000);
    QTRY_VERIFY(!reader.loaded.isEmpty());

    QCOMPARE(listener.visits(), 1);
    QCOMPARE(reader.page()->url(),
             QUrl(QStringLiteral("article://page/0192f0c1-0000-7000-8000-000000000001")));
    const QStringList allowed = engineLog.filter(QRegularExpression(QStringLiteral("^allowed")));
    const QStringList ours =
        allowed.filter(QRegularExpression(QStringLiteral("^allowed \\d+ (article|data):")));
    QCOMPARE(allowed, ours);
    QVERIFY2(engineLog.size() - allowed.size() > 10, qPrintable(engineLog.join(QLatin1Char('\n'))));
    for (const QString &asked : reader.pages.asked())
        QVERIFY2(asked.startsWith(QLatin1String("article:")), qPrintable(asked));
}

/// With the template around it the policy refuses what the filter would refuse again.
void TestIsolation::template_underScripts_refusesBeforeTheFilter()
{
    Listener listener;
    Reader reader;
    reader.pages.add(
        url, articleHtml("<img src='http://" + listener.address("127.0.0.1") +
                         "/x'>"
                         "<style>p { color: rgb(1, 2, 3) }</style><p style='color: rgb(1, 2, 3)'>x</p>"));
    QVERIFY(reader.open(url));
    QCOMPARE(engineLog.filter(QStringLiteral("127.0.0.1")), QStringList());
    QVERIFY(
        reader.evaluate(QStringLiteral("getComputedStyle(document.querySelector('.article-body p')).color"))
            .toString() != QLatin1String("rgb(1, 2, 3)"));
}

void TestIsolation::settings_allOff()
{
    Reader reader;
    const QWebEngineSettings *settings = reader.page()->settings();
    for (const auto attribute :
         {QWebEngineSettings::JavascriptEnabled, QWebEngineSettings::PluginsEnabled,
          QWebEngineSettings::LocalStorageEnabled, QWebEngineSettings::WebGLEnabled,
          QWebEngineSettings::PdfViewerEnabled, QWebEngineSettings::HyperlinkAuditingEnabled,
          QWebEngineSettings::AutoLoadIconsForPage, QWebEngineSettings::DnsPrefetchEnabled,
          QWebEngineSettings::LocalContentCanAccessFileUrls,
          QWebEngineSettings::LocalContentCanAccessRemoteUrls, QWebEngineSettings::NavigateOnDropEnabled,
          QWebEngineSettings::ErrorPageEnabled, QWebEngineSettings::FullScreenSupportEnabled})
        QVERIFY2(!settings->testAttribute(attribute), qPrintable(QString::number(attribute)));
    QVERIFY(reader.page()->profile()->isOffTheRecord());
}

void TestIsolation::flags_ofThePerson_areKept()
{
    QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS"),
             QByteArray("--lang=en --host-resolver-rules=\"MAP * ~NOTFOUND\""
                        " --force-webrtc-ip-handling-policy=disable_non_proxied_udp"));
}

int main(int argc, char **argv)
{
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--lang=en");
    TestIsolation test;
    return runWebTest(argc, argv, test);
}

#include "tst_isolation.moc"
