#pragma once

#include "app/library/article.h"

#include <memory>
#include <vector>

namespace stillpoint {

/// All articles in memory, made once per import and then shared unchanged between threads. Tags and
/// categories are numbered, so that counting facets compares no text.
class Catalogue
{
public:
    struct Label
    {
        QString folded;
        QString name; ///< commonest spelling; of equally common ones the first in code order
    };
    struct Entry
    {
        Article article;
        std::vector<int> tags;       ///< into tags()
        std::vector<int> categories; ///< into categories()
        QString foldedTitle;
        QString foldedAuthor;
    };

    Catalogue() = default;
    explicit Catalogue(QList<Article> articles);

    const std::vector<Entry> &entries() const { return m_entries; }
    const std::vector<Label> &tags() const { return m_tags; }
    const std::vector<Label> &categories() const { return m_categories; }
    const Article *find(const QUuid &id) const;
    /// Whether it holds these articles, in any order, and no others.
    bool isOf(const QList<Article> &articles) const;
    const Article *findFile(const QString &absoluteFile) const;
    /// The only article below `root` whose file has this name, with or without its ending, in any case; null
    /// when there is none or more than one.
    const Article *findNamed(const QString &name, const QString &root) const;

private:
    std::vector<Entry> m_entries;
    std::vector<Label> m_tags;
    std::vector<Label> m_categories;
    QHash<QUuid, std::size_t> m_byId;
    QHash<QString, std::size_t> m_byFile;
    QMultiHash<QString, std::size_t> m_byName;
};

using CataloguePtr = std::shared_ptr<const Catalogue>;

} // namespace stillpoint
