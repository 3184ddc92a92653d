#pragma once

#include "app/library/article.h"
#include "app/library/articlepage.h"
#include "ui/reader/readerview.h"

#include <QObject>

namespace stillpoint {
class Workspace;
}

namespace stillpoint::ui {

/// The address of an article and back; empty for anything that is not the address of an article.
QUrl articleUrl(const QUuid &id);
std::optional<QUuid> articleIdOf(const QUrl &url);

/// Serves the article that is shown and the pictures that it names, by their hash: no path is ever made from
/// an address. Pictures are read on a worker.
class LibraryPages final : public QObject, public PageSource
{
    Q_OBJECT
public:
    using QObject::QObject;
    void setCurrent(const Article &article, const ArticlePage &page);
    const Article &article() const { return m_article; }
    const ArticlePage &page() const { return m_page; }

    void fetch(const QUrl &url, Then<Answer> answer) override;

private:
    Article m_article;
    ArticlePage m_page;
};

} // namespace stillpoint::ui
