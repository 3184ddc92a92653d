#pragma once

#include "app/library/articlequery.h"

#include <QJsonObject>

namespace stillpoint::ui {

/// An ArticleQuery as stored in settings and slots. What is not known there is left at its default.
QJsonObject toJson(const ArticleQuery &query);
ArticleQuery queryFromJson(const QJsonObject &json);

/// "date", "title" or "length"; relevance is never stored.
QString sortText(ArticleSort sort);
ArticleSort sortFromText(const QString &text);

} // namespace stillpoint::ui
