#pragma once

#include "app/base/error.h"

#include <QString>
#include <QUuid>

namespace stillpoint::bench {

struct ManyArticles
{
    QString dataFolder; ///< with the articles imported
    QUuid large;        ///< an article of 1 MB
    QUuid small;
    int articles = 0;
};

/// A data folder inside `folder` with an article of 1 MB and those of `articles`, or 8,000 made ones when
/// that is empty.
Result<ManyArticles> makeManyArticles(const QString &folder, const QString &articles);

/// An article of about that size with everything that articles have: headings, lists, tables, code, links.
QByteArray largeArticle(qsizetype bytes);

} // namespace stillpoint::bench
