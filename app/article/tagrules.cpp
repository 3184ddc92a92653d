#include "app/article/tagrules.h"

#include "app/base/tag.h"

#include <QRegularExpression>
#include <QSet>

namespace stillpoint {

namespace {

enum class Spaces { Keep, Split };

void collectString(const QString &text, Spaces spaces, QStringList &into)
{
    static const QRegularExpression separators(QStringLiteral("[,;\uff0c\u3001\uff1b\\n]"));
    static const QRegularExpression whitespace(QStringLiteral("\\s+"));
    const bool separated = text.contains(separators);
    const QStringList parts =
        spaces == Spaces::Split && !separated ? text.split(whitespace) : text.split(separators);
    for (const QString &part : parts) {
        const QString tag = part.simplified();
        if (!tag.isEmpty())
            into.append(tag);
    }
}

void collect(const MetaValue &value, Spaces spaces, QStringList &into)
{
    if (value.kind == MetaValue::Kind::Scalar)
        collectString(value.text, spaces, into);
    // An item of a list is never cut at spaces; of a map the keys would be tags, but nobody writes that.
    if (value.kind == MetaValue::Kind::List) {
        for (const MetaValue &item : value.items)
            collect(item, Spaces::Keep, into);
    }
}

void collectKeys(const MetaValue &root, const QStringList &names, const QString &splitting, QStringList &into)
{
    for (qsizetype i = 0; i < root.keys.size(); ++i) {
        const QString key = root.keys.at(i).toLower();
        if (names.contains(key))
            collect(root.items[static_cast<std::size_t>(i)], key == splitting ? Spaces::Split : Spaces::Keep,
                    into);
    }
}

QStringList collected(const MetaValue &root, const QStringList &names, const QString &splitting)
{
    QStringList found;
    collectKeys(root, names, splitting, found);
    // Zola keeps both under [taxonomies].
    const MetaValue *taxonomies = root.find(u"taxonomies");
    if (taxonomies != nullptr && taxonomies->kind == MetaValue::Kind::Map)
        collectKeys(*taxonomies, names, splitting, found);
    QStringList unique;
    mergeTags(unique, found);
    return unique;
}

} // namespace

QStringList tagsOf(const MetaValue &root)
{
    static const QStringList names{QStringLiteral("tag"), QStringLiteral("tags"), QStringLiteral("keywords"),
                                   QStringLiteral("topics"), QStringLiteral("hashtags")};
    return collected(root, names, QStringLiteral("tags"));
}

QStringList categoriesOf(const MetaValue &root)
{
    static const QStringList names{QStringLiteral("category"), QStringLiteral("categories")};
    return collected(root, names, QStringLiteral("categories"));
}

void mergeTags(QStringList &tags, const QStringList &more)
{
    QSet<QString> known;
    for (const QString &tag : std::as_const(tags))
        known.insert(foldedTag(tag));
    for (const QString &tag : more) {
        const QString folded = foldedTag(tag);
        if (folded.isEmpty() || known.contains(folded))
            continue;
        known.insert(folded);
        tags.append(tag);
    }
}

} // namespace stillpoint
