#include "ui/reader/engine/factory.h"

#include "ui/reader/engine/articleurl.h"
#include "ui/reader/engine/engineview.h"

#include <QQuickWindow>
#include <QtWebEngineCore>
#include <QWebEngineUrlScheme>

#include <unistd.h>

namespace stillpoint::ui {

namespace {

/// Behind the interceptor: no name is ever resolved, and WebRTC has no way around and joins no group of the
/// local network. The person's own flags stay.
void appendChromiumFlags()
{
    const char variable[] = "QTWEBENGINE_CHROMIUM_FLAGS";
    QByteArray flags = qgetenv(variable);
    for (const char *flag : {"--host-resolver-rules=\"MAP * ~NOTFOUND\"",
                             "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"}) {
        if (!flags.contains(flag))
            flags += (flags.isEmpty() ? "" : " ") + QByteArray(flag);
    }
    // Of this one Chromium reads the last only.
    const QByteArray disable = "--disable-features=";
    const QByteArray feature = "WebRtcHideLocalIpsWithMdns";
    const qsizetype given = flags.lastIndexOf(disable);
    if (given < 0)
        flags += ' ' + disable + feature;
    else if (!flags.contains(feature))
        flags.insert(given + disable.size(), feature + ',');
    qputenv(variable, flags);
}

void registerScheme()
{
    QWebEngineUrlScheme scheme(articleScheme);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

/// Pages are drawn by the processor. With OpenGL, Qt would make the whole window anew when the first article
/// is shown (it goes from the screen and may come back elsewhere), and every later change of the window would
/// go through OpenGL too; text does not need it.
void drawWithoutOpenGl()
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

} // namespace

Factory::Factory()
{
    drawWithoutOpenGl();
    appendChromiumFlags();
    registerScheme();
}

ReaderView *Factory::create(QWidget *parent)
{
    if (geteuid() == 0)
        return nullptr; // Chromium would end the whole program
    return new EngineView(parent);
}

QString Factory::engineVersion() const
{
    return QStringLiteral("QtWebEngine %1, Chromium %2")
        .arg(QLatin1String(qWebEngineVersion()), QLatin1String(qWebEngineChromiumVersion()));
}

} // namespace stillpoint::ui
