#pragma once

#include "app/library/article.h"
#include "app/library/importreport.h"

#include <functional>

namespace stillpoint {

/// A file that may be an article.
struct FoundFile
{
    QUuid place;
    QString placeName; ///< last part of the place's path
    QString path;      ///< relative to the place
    QString file;      ///< absolute
    qint64 size = 0;
    qint64 modifiedMs = 0;
};

struct FoundFiles
{
    QList<FoundFile> files;  ///< sorted by place, then path
    QSet<QUuid> unreachable; ///< places whose folder or file is not there
    QList<ImportIssue> issues;
};

/// Finds .md .markdown .mdx files. Hidden folders and node_modules are passed over, links that leave the
/// place and links to folders are not followed; a file below two places belongs to the first. Any thread.
FoundFiles findFiles(const QList<Place> &places, const std::function<bool()> &isCancelled);

/// Whether a name ends as an article's does: .md, .markdown or .mdx.
bool isArticleFile(const QString &name);

/// Whether `file`, with links resolved, lies in `folder` (whose links are resolved already).
bool liesInside(const QString &file, const QString &canonicalFolder);

} // namespace stillpoint
