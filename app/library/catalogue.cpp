#include "app/library/catalogue.h"

#include "app/base/tag.h"

#include <QMap>

#include <algorithm>

namespace stillpoint {

namespace {

/// A file's name without folders and ending, in lower case.
QString bareName(const QString &file)
{
    QString name = file.mid(file.lastIndexOf(QLatin1Char('/')) + 1).toLower();
    for (const char *ending : {".md", ".markdown", ".mdx"}) {
        if (name.endsWith(QLatin1String(ending)))
            name.chop(static_cast<qsizetype>(qstrlen(ending)));
    }
    return name;
}

/// Numbers labels as they come and finds each one's commonest spelling at the end.
class Labels
{
public:
    std::vector<int> numbersOf(const QStringList &names)
    {
        std::vector<int> numbers;
        for (const QString &name : names) {
            const QString folded = foldedTag(name);
            if (folded.isEmpty())
                continue;
            const auto known = m_numbers.constFind(folded);
            const int number = known != m_numbers.constEnd() ? *known : int(m_spellings.size());
            if (known == m_numbers.constEnd()) {
                m_numbers.insert(folded, number);
                m_spellings.emplace_back();
            }
            ++m_spellings[std::size_t(number)][name.trimmed()];
            if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
                numbers.push_back(number);
        }
        return numbers;
    }

    std::vector<Catalogue::Label> labels() const
    {
        std::vector<Catalogue::Label> all(m_spellings.size());
        for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it) {
            const QMap<QString, int> &spellings = m_spellings[std::size_t(it.value())];
            auto best = spellings.cbegin();
            for (auto spelling = spellings.cbegin(); spelling != spellings.cend(); ++spelling) {
                if (spelling.value() > best.value())
                    best = spelling;
            }
            all[std::size_t(it.value())] = {it.key(), best.key()};
        }
        return all;
    }

private:
    QHash<QString, int> m_numbers;
    std::vector<QMap<QString, int>> m_spellings;
};

} // namespace

Catalogue::Catalogue(QList<Article> articles)
{
    Labels tags;
    Labels categories;
    m_entries.reserve(std::size_t(articles.size()));
    for (Article &article : articles) {
        Entry entry;
        entry.tags = tags.numbersOf(article.tags);
        entry.categories = categories.numbersOf(article.categories);
        entry.foldedTitle = foldedText(article.title);
        entry.foldedAuthor = foldedText(article.author);
        m_byId.insert(article.id, m_entries.size());
        if (!article.missing) {
            m_byFile.insert(article.file, m_entries.size());
            m_byName.insert(bareName(article.file), m_entries.size());
        }
        entry.article = std::move(article);
        m_entries.push_back(std::move(entry));
    }
    m_tags = tags.labels();
    m_categories = categories.labels();
}

const Article *Catalogue::find(const QUuid &id) const
{
    const auto it = m_byId.constFind(id);
    return it == m_byId.constEnd() ? nullptr : &m_entries[*it].article;
}

bool Catalogue::isOf(const QList<Article> &articles) const
{
    return std::size_t(articles.size()) == m_entries.size() &&
           std::all_of(articles.begin(), articles.end(), [this](const Article &article) {
               const Article *known = find(article.id);
               return known != nullptr && *known == article;
           });
}

const Article *Catalogue::findFile(const QString &absoluteFile) const
{
    const auto it = m_byFile.constFind(absoluteFile);
    return it == m_byFile.constEnd() ? nullptr : &m_entries[*it].article;
}

const Article *Catalogue::findNamed(const QString &name, const QString &root) const
{
    const Article *found = nullptr;
    const auto [first, last] = m_byName.equal_range(bareName(name));
    for (auto it = first; it != last; ++it) {
        const Article &article = m_entries[*it].article;
        if (!article.file.startsWith(root + QLatin1Char('/')))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &article;
    }
    return found;
}

} // namespace stillpoint
