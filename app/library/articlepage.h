#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUuid>

namespace stillpoint {

struct OutlineItem
{
    int level = 1; ///< 1 to 6
    QString text;
    QString anchor;
    bool operator==(const OutlineItem &) const = default;
};

/// A picture's place in a page.
struct PagePicture
{
    QUrl url; ///< as the author meant it
    QString alt;
    QString file; ///< absolute, when it lies inside the place; else empty
    bool operator==(const PagePicture &) const = default;
};

/// A link of the page itself: it asks for the choice of encodings. No author's link comes out so.
inline constexpr QLatin1String encodingLink("article:encoding");

/// One article ready to be shown. `html` is a whole document: reader template, sanitised body, pictures as
/// `article:picture/HASH` and links as http(s), mailto or `article:ID`. Nothing in it loads from a network.
struct ArticlePage
{
    QUuid id;
    QByteArray html; ///< UTF-8
    QString text;    ///< plain text of the body
    QList<OutlineItem> outline;
    QList<PagePicture> pictures;
    QHash<QString, QString> pictureFiles; ///< HASH → absolute file, for the scheme handler
    QStringList blockedHosts;             ///< hosts of pictures that were not loaded
    QStringList notes;                    ///< what went wrong, as sentences shown above the text
    QString encoding;                     ///< in which the file was read (base/textencodings.h)
    QString chosenEncoding;               ///< the same when the person chose it, else empty
    bool plainTextOnly = false;           ///< the render helper failed; html is escaped text
};

} // namespace stillpoint
