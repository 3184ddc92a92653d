#pragma once

#include "app/library/article.h"

namespace stillpoint {

/// What tells a file on disk apart (formats.md §6).
struct FileIdentity
{
    QUuid place;
    QString path; ///< relative to the place
    QString frontMatterId;
    QString hash; ///< SHA-256 of the bytes, hex
    QString title;
};

/// The id of each of `files`, in their order, all different: that of a known article where one of the steps
/// front-matter id, place and path, content, file name and title matches uniquely on both sides; else a new
/// one. Pure; any thread.
QList<QUuid> identify(const QList<FileIdentity> &files, const QList<ArticleAnchor> &known);

/// 16 bytes of SHA-256(path ‖ 0 ‖ SHA-256 of the bytes [‖ place]).
QUuid newArticleId(const FileIdentity &file, bool withPlace);

} // namespace stillpoint
