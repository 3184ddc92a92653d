#include "ui/reader/librarypages.h"

#include "ui/shell/whenready.h"

#include <QFile>
#include <QMimeDatabase>
#include <QtConcurrentRun>

namespace stillpoint::ui {

namespace {

constexpr qint64 largestPicture = 32 * 1024 * 1024;

const QLatin1String pictures("picture/");

PageSource::Answer readPicture(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestPicture)
        return {};
    const QByteArray bytes = file.readAll();
    const QString mime = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name();
    return mime.startsWith(QLatin1String("image/")) ? PageSource::Answer{bytes, mime.toLatin1()}
                                                    : PageSource::Answer{};
}

} // namespace

QUrl articleUrl(const QUuid &id)
{
    return QUrl(QStringLiteral("article:%1").arg(id.toString(QUuid::WithoutBraces)));
}

std::optional<QUuid> articleIdOf(const QUrl &url)
{
    if (url.scheme() != QLatin1String("article"))
        return std::nullopt;
    const QUuid id(url.path());
    return id.isNull() ? std::nullopt : std::make_optional(id);
}

void LibraryPages::setCurrent(const Article &article, const ArticlePage &page)
{
    m_article = article;
    m_page = page;
}

void LibraryPages::fetch(const QUrl &url, Then<Answer> answer)
{
    const QString path = url.path();
    const QString picture =
        path.startsWith(pictures) ? m_page.pictureFiles.value(path.mid(pictures.size())) : QString();
    if (articleIdOf(url) == m_page.id)
        answer({m_page.html, QByteArrayLiteral("text/html")});
    else if (!picture.isEmpty())
        whenReady(QtConcurrent::run(readPicture, picture), this, std::move(answer));
    else
        answer({});
}

} // namespace stillpoint::ui
