#include "tests/web/enginelog.h"
#include "tests/web/hostilecases.h"
#include "tests/web/ownnetwork.h"
#include "tests/web/readerfixture.h"

#include <QRegularExpression>
#include <QUdpSocket>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>

using namespace stillpoint::test;

namespace {

const QString url = QStringLiteral("article:0192f0c1-0000-7000-8000-000000000001");

bool leaves(const HostileCase &way)
{
    return way.family.contains("leave");
}

/// All that a page can do while it stays, and as its last act an attempt to go: once that was refused,
/// everything before it was asked for.
QByteArray stayingPage(const Listener &listener)
{
    QByteArray html = "<!doctype html><html><body><p id='here'>Read me</p>";
    for (const char *host :
         {"127.0.0.1", "localhost", "[::1]", "192.0.2.7", "[2001:db8::7]", "listener.example"}) {
        for (const HostileCase &way : reachingOut(listener.address(host)))
            html += leaves(way) ? QByteArray() : way.text + "\n";
    }
    return html +
           "<script>document.documentElement.dataset.ran = 1</script><meta http-equiv='refresh' "
           "content='1; url=http://" +
           listener.address("127.0.0.1") + "/last'>";
}

/// A page each, so that no attempt ends another; it is made once the page is there.
QList<QByteArray> leavingPages(const Listener &listener)
{
    QList<QByteArray> pages;
    for (const HostileCase &way : reachingOut(listener.address("127.0.0.1"))) {
        if (!leaves(way))
            continue;
        QByteArray script = way.text;
        script.replace("<script>", "<script>addEventListener('load', () => setTimeout(() => { try { ");
        script.replace("</script>", " } finally { document.documentElement.dataset.ran = 1 } }))</script>");
        pages.append("<!doctype html><html><body><p id='here'>Read me</p><form action='http://" +
                     listener.address("127.0.0.1") + "/form'></form>" + script);
    }
    return pages;
}

} // namespace

class TestIsolation : public QObject
{
    Q_OBJECT

    std::unique_ptr<EngineLog> m_log;

private Q_SLOTS:
    void initTestCase() { m_log = std::make_unique<EngineLog>(); }
    void cleanupTestCase() { m_log.reset(); }
    void init() { m_log->clear(); }
    void hostilePage_reachesNobody_data();
    void hostilePage_reachesNobody();
    void filter_otherUsesOfOurScheme_neverArrive();
    void template_underScripts_refusesBeforeTheFilter();
    void template_begins_withThePolicy();
    void dialogs_ofScripts_neverOpen();
    void settings_allOff();
    void profile_keepsNothing();
    void flags_ofThePerson_areKept();
};

void TestIsolation::hostilePage_reachesNobody_data()
{
    QTest::addColumn<bool>("scripts");
    QTest::newRow("as articles are shown") << false;
    QTest::newRow("scripts forced on") << true;
}

/// The page has none of the template's protection: filter, settings and flags have to hold alone.
void TestIsolation::hostilePage_reachesNobody()
{
    QFETCH(bool, scripts);
    Listener listener;
    QVERIFY(listener.isListening());
    QUdpSocket().writeDatagram("x", QHostAddress::LocalHost, listener.port());
    QStringList visits;
    QTRY_VERIFY((visits += listener.visits()).contains(QStringLiteral("a datagram"))); // it would notice

    Reader reader;
    reader.page()->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, scripts);
    reader.pages.add(url, stayingPage(listener));
    reader.view().show(QUrl(url), {});
    const QRegularExpression last(QStringLiteral("^refused navigation .*/last$"));
    QTRY_VERIFY_WITH_TIMEOUT(m_log->lines().indexOf(last) >= 0, 20000);
    QTRY_VERIFY(!reader.loaded.isEmpty());
    const auto ran = [&reader] {
        return reader.evaluate(QStringLiteral("document.documentElement.dataset.ran || 'nothing'"))
            .toString();
    };
    const QString expected = QString::fromLatin1(scripts ? "1" : "nothing");
    QCOMPARE(ran(), expected);
    for (const QByteArray &page : leavingPages(listener)) {
        reader.pages.add(url, page);
        QVERIFY(reader.open(url));
        QTRY_COMPARE(ran(), expected);
    }

    visits = listener.visits();
    QVERIFY2(visits.isEmpty(), qPrintable(visits.join(QLatin1Char('\n'))));
    QCOMPARE(reader.page()->url(),
             QUrl(QStringLiteral("article://page/0192f0c1-0000-7000-8000-000000000001")));
    const QStringList allowed = m_log->lines().filter(QRegularExpression(QStringLiteral("^allowed")));
    const QStringList ours =
        allowed.filter(QRegularExpression(QStringLiteral("^allowed \\d+ (article|data):")));
    QCOMPARE(allowed, ours);
    const auto refused = m_log->lines().size() - allowed.size();
    QVERIFY2(refused > (scripts ? 300 : 150), qPrintable(QString::number(refused)));
    for (const QString &asked : reader.pages.asked())
        QVERIFY2(asked.startsWith(QLatin1String("article:")), qPrintable(asked));
}

/// The filter is a lock of its own: what it refuses does not even reach our own scheme.
void TestIsolation::filter_otherUsesOfOurScheme_neverArrive()
{
    Reader reader;
    reader.page()->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, true);
    reader.pages.add(
        url, "<!doctype html><script src='article:a'></script><iframe src='article:b'></iframe>"
             "<object data='article:c'></object><video src='article:d'></video>"
             "<style>@font-face { font-family: F; src: url('article:e') } p { font-family: F }</style>"
             "<p>x</p><script>fetch('article:f').catch(() => document.title = 'asked')</script>");
    QVERIFY(reader.open(url));
    QTRY_COMPARE(reader.page()->title(), QStringLiteral("asked"));
    QCOMPARE(reader.pages.asked(), QStringList{url});
    QVERIFY(m_log->lines().filter(QRegularExpression(QStringLiteral("^refused"))).size() >= 4);
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
    QCOMPARE(m_log->lines().filter(QStringLiteral("127.0.0.1")), QStringList());
    QVERIFY(
        reader.evaluate(QStringLiteral("getComputedStyle(document.querySelector('.article-body p')).color"))
            .toString() != QLatin1String("rgb(1, 2, 3)"));
}

/// Nothing of the template, and so nothing of an article, stands before its policy.
void TestIsolation::template_begins_withThePolicy()
{
    const QByteArray page = articleHtml("<p>x</p>");
    const QByteArray head = page.mid(page.indexOf("<head>") + 6).trimmed();
    QVERIFY2(
        head.startsWith("<meta http-equiv=\"x-dns-prefetch-control\" content=\"off\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                        "img-src article: data:; style-src article:; font-src article:; base-uri 'none'; "
                        "form-action 'none'\">\n"),
        head.left(400).constData());
}

/// Were scripts ever on, nothing of theirs would stop the program.
void TestIsolation::dialogs_ofScripts_neverOpen()
{
    Reader reader;
    reader.page()->settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, true);
    reader.pages.add(url, "<!doctype html><body><script>alert(1); document.documentElement.dataset.answers ="
                          " [confirm(2), prompt(3, 'x')].join()</script>");
    QVERIFY(reader.open(url));
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    QCOMPARE(reader.evaluate(QStringLiteral("document.documentElement.dataset.answers")).toString(),
             QStringLiteral("false,"));
}

void TestIsolation::settings_allOff()
{
    using S = QWebEngineSettings;
    Reader reader;
    const QWebEngineSettings *settings = reader.page()->settings();
    for (const S::WebAttribute attribute : {S::JavascriptEnabled,
                                            S::JavascriptCanOpenWindows,
                                            S::JavascriptCanAccessClipboard,
                                            S::JavascriptCanPaste,
                                            S::PluginsEnabled,
                                            S::LocalStorageEnabled,
                                            S::WebGLEnabled,
                                            S::Accelerated2dCanvasEnabled,
                                            S::PdfViewerEnabled,
                                            S::HyperlinkAuditingEnabled,
                                            S::AutoLoadIconsForPage,
                                            S::TouchIconsEnabled,
                                            S::DnsPrefetchEnabled,
                                            S::LocalContentCanAccessFileUrls,
                                            S::LocalContentCanAccessRemoteUrls,
                                            S::NavigateOnDropEnabled,
                                            S::ErrorPageEnabled,
                                            S::FullScreenSupportEnabled,
                                            S::ScreenCaptureEnabled,
                                            S::AllowRunningInsecureContent,
                                            S::AllowGeolocationOnInsecureOrigins,
                                            S::AllowWindowActivationFromJavaScript})
        QVERIFY2(!settings->testAttribute(attribute), qPrintable(QString::number(attribute)));
    QVERIFY(settings->testAttribute(S::PlaybackRequiresUserGesture));
    QVERIFY(settings->testAttribute(S::WebRTCPublicInterfacesOnly));
    QCOMPARE(settings->unknownUrlSchemePolicy(), S::DisallowUnknownUrlSchemes);
}

void TestIsolation::profile_keepsNothing()
{
    Reader reader;
    const QWebEngineProfile *profile = reader.page()->profile();
    QVERIFY(profile->isOffTheRecord());
    QCOMPARE(profile->httpCacheType(), QWebEngineProfile::NoCache);
    QCOMPARE(profile->persistentCookiesPolicy(), QWebEngineProfile::NoPersistentCookies);
    QVERIFY(!profile->isSpellCheckEnabled());
}

void TestIsolation::flags_ofThePerson_areKept()
{
    QCOMPARE(qgetenv("QTWEBENGINE_CHROMIUM_FLAGS"),
             QByteArray("--lang=en --disable-features=WebRtcHideLocalIpsWithMdns,Translate "
                        "--host-resolver-rules=\"MAP * ~NOTFOUND\""
                        " --force-webrtc-ip-handling-policy=disable_non_proxied_udp"));
}

int main(int argc, char **argv)
{
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--lang=en --disable-features=Translate");
    return runWebTest<TestIsolation>(argc, argv);
}

#include "tst_isolation.moc"
