#pragma once

#include "app/article/frontmatter.h"

#include <QStringList>

#include <optional>

namespace stillpoint {

/// What an article says of itself. Everything is plain text unless noted.
struct Metadata
{
    enum class TitleFrom { FrontMatter, Heading, File };
    enum class DateFrom { None, FrontMatter, FileName };

    QString title;
    QString titleWritten; ///< with its Markdown; empty when taken from the file's name
    TitleFrom titleFrom = TitleFrom::File;
    std::optional<qint64> dateMs; ///< UTC; empty when no date could be understood
    QString dateText;             ///< as written
    DateFrom dateFrom = DateFrom::None;
    QString author;
    QString summary;
    QStringList tags;
    QStringList categories;
    QString id;
    bool draft = false;
    QString hero; ///< URL or path of the front matter's picture, as written
    QString language;
    QList<QPair<QString, QString>> others; ///< unknown keys with scalar values, as written
};

/// `name` is the file's name, perhaps with folders; `body` the text behind the front matter.
Metadata metadataOf(const FrontMatter &front, const QString &body, const QString &name,
                    ArticleIssues &issues);

} // namespace stillpoint
