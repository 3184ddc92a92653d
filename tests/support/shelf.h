#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "tests/support/coretest.h"

#include <QDir>

namespace stillpoint::test {

inline QString s(const char *text)
{
    return QString::fromUtf8(text);
}

inline const QUuid placeId(QStringLiteral("{11111111-1111-1111-1111-111111111111}"));

/// A folder of articles and a library over it, both fresh.
class Shelf
{
public:
    explicit Shelf(const QString &helper = programPath(QStringLiteral("stillpoint-render")))
        : m_helper(helper)
    {
        QDir().mkpath(articles());
        reopen();
    }

    QString articles() const { return m_folder.file(QStringLiteral("articles")); }
    QString index() const { return m_folder.file(QStringLiteral("library-v1.db")); }
    QString path(const char *name) const { return articles() + QLatin1Char('/') + s(name); }
    void write(const char *name, const QByteArray &bytes) const { writeFile(path(name), bytes); }
    QList<Place> places() const { return {{placeId, s("articles"), articles()}}; }

    void reopen()
    {
        library.reset();
        auto opened = Library::open({index(), m_helper, false}, m_clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        library = std::move(*opened);
    }

    ImportReport import(const QList<ArticleAnchor> &anchors = {})
    {
        auto future = library->import(places(), anchors);
        future.waitForFinished();
        const auto report = future.result();
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return *report;
    }

    Article at(const char *name) const
    {
        const auto article = library->articleAt(path(name));
        return article.value_or(Article());
    }

    ArticleHits find(const char *text) const
    {
        ArticleQuery query;
        query.text = s(text);
        query.publishedOnly = false;
        query.hideArchived = false;
        auto future = library->find(query);
        future.waitForFinished();
        return future.result();
    }

private:
    DataFolder m_folder;
    QString m_helper;
    SystemClock m_clock;

public:
    std::unique_ptr<Library> library;
};

inline QString counts(const ImportReport &report)
{
    return QStringLiteral("+%1 ~%2 =%3 -%4 !%5")
        .arg(report.added)
        .arg(report.updated)
        .arg(report.unchanged)
        .arg(report.removed)
        .arg(report.skipped);
}

inline ArticleAnchor anchorOf(const Article &article)
{
    return {article.id,   article.place, article.path,    article.frontMatterId,
            article.hash, article.title, article.encoding};
}

} // namespace stillpoint::test
