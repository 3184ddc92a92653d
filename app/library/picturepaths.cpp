#include "app/library/picturepaths.h"

#include "app/library/walker.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace stillpoint {

namespace {

/// Path part of an address, decoded; empty when it has a scheme or host.
QString pathOf(const QString &address)
{
    QString path = address.trimmed();
    path.replace(QLatin1Char('\\'), QLatin1Char('/'));
    if (path.startsWith(QLatin1String("//")))
        return {};
    const qsizetype end = path.indexOf(QRegularExpression(QStringLiteral("[?#]")));
    if (end >= 0)
        path.truncate(end);
    const qsizetype colon = path.indexOf(QLatin1Char(':'));
    if (colon > 0 && !path.left(colon).contains(QLatin1Char('/')))
        return {};
    return QUrl::fromPercentEncoding(path.toUtf8());
}

} // namespace

QString localFile(const QString &address, const ArticlePlace &place)
{
    const QString path = pathOf(address);
    const QString root = QFileInfo(place.root).canonicalFilePath();
    if (path.isEmpty() || root.isEmpty() || path.contains(QChar(u'\0')))
        return {};
    QString relative = path;
    while (relative.startsWith(QLatin1Char('/')))
        relative.remove(0, 1);
    QStringList candidates;
    if (relative == path)
        candidates.append(place.folder + QLatin1Char('/') + relative);
    for (const char *folder : {"/", "/static/", "/assets/", "/public/", "/images/", "/_posts/../"})
        candidates.append(root + QLatin1String(folder) + relative);
    for (const QString &candidate : std::as_const(candidates)) {
        const QString clean = QDir::cleanPath(candidate);
        if (QFileInfo(clean).isFile() && liesInside(clean, root))
            return QFileInfo(clean).canonicalFilePath();
    }
    return {};
}

QUrl remoteAddress(const QString &address)
{
    QString text = address.trimmed();
    if (text.startsWith(QLatin1String("//")))
        text.prepend(QLatin1String("https:"));
    const QUrl url(text);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

} // namespace stillpoint
