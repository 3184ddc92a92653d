#pragma once

#include "app/library/library.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stillpoint {

// The field names are a contract: add, don't rename.
QJsonObject reportJson(const ImportReport &report);
QJsonObject articleJson(const Article &article, const ArticleMarks &marks);
QJsonArray outlineJson(const QList<OutlineItem> &outline);
/// What is known of a page beside its article: outline, text, pictures, notes.
QJsonObject pageJson(const ArticlePage &page);

QString reportText(const ImportReport &report);
/// Title, then one line of what is known, then the file.
QString articleText(const Article &article, const ArticleMarks &marks);
QString outlineText(const QList<OutlineItem> &outline);

} // namespace stillpoint
