#include "ui/reader/engine/enginepage.h"

#include "ui/reader/engine/articleurl.h"
#include "ui/reader/engine/requestfilter.h"

#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineSettings>

namespace stillpoint::ui {

namespace {

void closeDown(QWebEngineSettings *settings)
{
    using S = QWebEngineSettings;
    for (const S::WebAttribute off : {S::JavascriptEnabled,
                                      S::JavascriptCanOpenWindows,
                                      S::JavascriptCanAccessClipboard,
                                      S::JavascriptCanPaste,
                                      S::LocalStorageEnabled,
                                      S::LocalContentCanAccessRemoteUrls,
                                      S::LocalContentCanAccessFileUrls,
                                      S::HyperlinkAuditingEnabled,
                                      S::ErrorPageEnabled,
                                      S::PluginsEnabled,
                                      S::FullScreenSupportEnabled,
                                      S::ScreenCaptureEnabled,
                                      S::WebGLEnabled,
                                      S::Accelerated2dCanvasEnabled,
                                      S::AutoLoadIconsForPage,
                                      S::TouchIconsEnabled,
                                      S::FocusOnNavigationEnabled,
                                      S::AllowRunningInsecureContent,
                                      S::AllowGeolocationOnInsecureOrigins,
                                      S::AllowWindowActivationFromJavaScript,
                                      S::DnsPrefetchEnabled,
                                      S::PdfViewerEnabled,
                                      S::NavigateOnDropEnabled,
                                      S::ScrollAnimatorEnabled}) {
        settings->setAttribute(off, false);
    }
    settings->setAttribute(S::PlaybackRequiresUserGesture, true);
    settings->setAttribute(S::WebRTCPublicInterfacesOnly, true);
    settings->setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
    settings->setDefaultTextEncoding(QStringLiteral("utf-8"));
}

/// What was clicked: an address, or one of mail that the page's own script handed over (reader.js).
QUrl linkOf(const QUrl &url)
{
    const QUrl link = fromEngine(url);
    if (link.scheme() != QLatin1String(articleScheme) || link.path() != QLatin1String("mail"))
        return link;
    const QUrl mail(QUrl::fromPercentEncoding(link.query(QUrl::FullyEncoded).toUtf8()));
    return mail.scheme() == QLatin1String("mailto") ? mail : QUrl();
}

} // namespace

EnginePage::EnginePage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
    closeDown(settings());
    refuseRequests();
}

void EnginePage::refuseRequests()
{
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::quotaRequested, this,
            [](QWebEngineQuotaRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
    connect(this, &QWebEnginePage::certificateError, this,
            [](QWebEngineCertificateError error) { error.rejectCertificate(); });
    connect(this, &QWebEnginePage::newWindowRequested, this,
            [this](const QWebEngineNewWindowRequest &request) {
                if (request.isUserInitiated())
                    Q_EMIT linkActivated(fromEngine(request.requestedUrl()));
            });
}

void EnginePage::open(const QUrl &url)
{
    m_expected = url;
    load(url);
}

bool EnginePage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (isMainFrame && type == NavigationTypeLinkClicked) {
        Q_EMIT linkActivated(linkOf(url));
        return false;
    }
    const bool ours = isMainFrame && !m_expected.isEmpty() && url == m_expected &&
                      (type == NavigationTypeTyped || type == NavigationTypeReload);
    if (ours)
        m_expected.clear();
    else
        qCDebug(logEngine).noquote() << "refused navigation" << url.toString(QUrl::FullyEncoded).left(200);
    return ours;
}

QWebEnginePage *EnginePage::createWindow(WebWindowType)
{
    return nullptr;
}

QStringList EnginePage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

void EnginePage::javaScriptAlert(const QUrl &, const QString &) {}

bool EnginePage::javaScriptConfirm(const QUrl &, const QString &)
{
    return false;
}

bool EnginePage::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

/// What an article says does not belong in a log.
void EnginePage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int,
                                          const QString &)
{
}

} // namespace stillpoint::ui
