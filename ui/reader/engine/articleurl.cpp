#include "ui/reader/engine/articleurl.h"

namespace stillpoint::ui {

namespace {

const QLatin1String pageHost("page");

/// What an address names, without host and slashes around it.
QString nameOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    QString name = url.path(QUrl::FullyEncoded);
    while (name.startsWith(QLatin1Char('/')))
        name.remove(0, 1);
    if (!host.isEmpty() && host != pageHost)
        name = name.isEmpty() ? host : host + QLatin1Char('/') + name;
    while (name.endsWith(QLatin1Char('/')))
        name.chop(1);
    return name;
}

QUrl withName(const QUrl &url, const QString &host, const QString &path)
{
    QUrl made;
    made.setScheme(QLatin1String(articleScheme));
    made.setHost(host);
    made.setPath(path, QUrl::TolerantMode);
    if (url.hasQuery())
        made.setQuery(url.query(QUrl::FullyEncoded));
    if (url.hasFragment())
        made.setFragment(url.fragment(QUrl::FullyEncoded));
    return made;
}

} // namespace

QUrl toEngine(const QUrl &url)
{
    if (url.scheme() != QLatin1String(articleScheme))
        return {};
    return withName(url, pageHost, QLatin1Char('/') + nameOf(url));
}

QUrl fromEngine(const QUrl &url)
{
    if (url.scheme() != QLatin1String(articleScheme))
        return url;
    return withName(url, {}, nameOf(url));
}

} // namespace stillpoint::ui
