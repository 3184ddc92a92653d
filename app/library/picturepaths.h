#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace stillpoint {

/// Where an article lies; what its relative addresses are read against.
struct ArticlePlace
{
    QString folder; ///< of the article, absolute
    QString root;   ///< of its place, absolute; nothing outside of it is ever opened
};

/// The absolute file that a picture's or link's address means, or empty: not there, not local, or (with links
/// resolved) outside of the place. Tries the article's folder, the place, then the folders that site
/// generators serve from (articles.md 19). Touches the disk.
QString localFile(const QString &address, const ArticlePlace &place);

/// The network address of a picture: http or https, also written without a scheme; empty for anything else.
QUrl remoteAddress(const QString &address);

} // namespace stillpoint
