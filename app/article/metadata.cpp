#include "app/article/metadata.h"

#include "app/article/bodytext.h"
#include "app/article/dates.h"
#include "app/article/tagrules.h"
#include "app/article/titles.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stillpoint {

namespace {

/// First of `keys` with a scalar that is not blank, or with a list of them.
QString firstText(const MetaValue &root, std::initializer_list<QStringView> keys)
{
    for (const QStringView key : keys) {
        const MetaValue *value = root.find(key);
        QString text = value == nullptr ? QString() : value->asText().trimmed();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

std::optional<bool> asBool(const MetaValue *value)
{
    if (value == nullptr || value->kind != MetaValue::Kind::Scalar)
        return std::nullopt;
    const QString text = value->text.trimmed().toLower();
    if (text == QLatin1String("true") || text == QLatin1String("yes") || text == QLatin1String("on"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("no") || text == QLatin1String("off"))
        return false;
    return std::nullopt;
}

QString personName(const MetaValue &value)
{
    if (value.kind == MetaValue::Kind::Scalar)
        return plainTitle(value.text);
    if (value.kind == MetaValue::Kind::Map)
        return plainTitle(firstText(value, {u"name", u"title", u"display_name"}));
    QStringList names;
    for (const MetaValue &item : value.items) {
        const QString name = personName(item);
        if (!name.isEmpty())
            names.append(name);
    }
    return names.join(QLatin1String(", "));
}

QString authorOf(const MetaValue &root)
{
    for (const QStringView key : {u"author", u"authors", u"byline"}) {
        const MetaValue *value = root.find(key);
        QString name = value == nullptr ? QString() : personName(*value);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

/// A picture's address: a scalar, the first of a list, or a map that holds one.
QString pictureAddress(const MetaValue &value)
{
    if (value.kind == MetaValue::Kind::Scalar)
        return value.text.trimmed();
    if (value.kind == MetaValue::Kind::List)
        return value.items.empty() ? QString() : pictureAddress(value.items.front());
    return firstText(value,
                     {u"url", u"src", u"path", u"image", u"feature", u"overlay_image", u"teaser", u"file"});
}

QString heroOf(const MetaValue &root)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{\\{[^{}]*\\}\\}"));
    for (const QStringView key : {u"image", u"hero", u"cover", u"coverimage", u"cover_image", u"heroimage",
                                  u"hero_image", u"featured_image", u"featuredimage", u"featured",
                                  u"thumbnail", u"banner", u"img", u"images", u"header"}) {
        const MetaValue *value = root.find(key);
        QString address = value == nullptr ? QString() : pictureAddress(*value);
        if (!address.isEmpty() && asBool(value) == std::nullopt)
            return address.remove(placeholder).trimmed();
    }
    return {};
}

void readTitle(Metadata &meta, const MetaValue &root, const QString &body, const QString &name)
{
    meta.titleWritten = firstText(root, {u"title"});
    meta.title = plainTitle(meta.titleWritten);
    meta.titleFrom = Metadata::TitleFrom::FrontMatter;
    if (meta.title.isEmpty()) {
        meta.titleWritten = firstHeading(body);
        meta.title = plainTitle(meta.titleWritten);
        meta.titleFrom = Metadata::TitleFrom::Heading;
    }
    if (meta.title.isEmpty()) {
        meta.titleWritten.clear();
        meta.title = titleFromFileName(name);
        meta.titleFrom = Metadata::TitleFrom::File;
    }
}

void readDate(Metadata &meta, const MetaValue &root, const QString &name, ArticleIssues &issues)
{
    for (const QStringView key :
         {u"date", u"pubdate", u"publishdate", u"published_at", u"datepublished", u"published"}) {
        const MetaValue *value = root.find(key);
        if (value == nullptr || asBool(value) || value->asText().trimmed().isEmpty())
            continue;
        const QString text = value->asText().trimmed();
        meta.dateMs = instantFromText(text);
        if (meta.dateText.isEmpty() || meta.dateMs)
            meta.dateText = text;
        meta.dateFrom = Metadata::DateFrom::FrontMatter;
        if (meta.dateMs)
            return;
    }
    if (!meta.dateText.isEmpty()) {
        issues.append(
            {0, ArticleIssue::Severity::Note,
             QCoreApplication::translate("Article", "The date “%1” was not understood. It is shown as "
                                                    "written but not used for sorting.")
                 .arg(meta.dateText.left(60))});
    }
    const QString fromName = dateInFileName(name.section(QLatin1Char('/'), -1));
    const std::optional<qint64> ms = instantFromText(fromName);
    if (!ms)
        return;
    meta.dateMs = ms;
    meta.dateText = fromName;
    meta.dateFrom = Metadata::DateFrom::FileName;
}

} // namespace

Metadata metadataOf(const FrontMatter &front, const QString &body, const QString &name, ArticleIssues &issues)
{
    const MetaValue &root = front.root;
    Metadata meta;
    readTitle(meta, root, body, name);
    readDate(meta, root, name, issues);
    meta.author = authorOf(root);
    meta.summary = plainTitle(firstText(root, {u"summary", u"description", u"excerpt"}));
    meta.tags = tagsOf(root);
    meta.categories = categoriesOf(root);
    meta.id = firstText(root, {u"id", u"guid"});
    meta.draft = asBool(root.find(u"draft")).value_or(false) ||
                 !asBool(root.find(u"published")).value_or(true) ||
                 name.startsWith(QLatin1String("_drafts/")) || name.contains(QLatin1String("/_drafts/"));
    meta.hero = heroOf(root);
    meta.language = firstText(root, {u"lang", u"language", u"locale"});
    static const QStringList known{
        QStringLiteral("title"),    QStringLiteral("date"),       QStringLiteral("author"),
        QStringLiteral("authors"),  QStringLiteral("summary"),    QStringLiteral("description"),
        QStringLiteral("excerpt"),  QStringLiteral("tag"),        QStringLiteral("tags"),
        QStringLiteral("keywords"), QStringLiteral("topics"),     QStringLiteral("hashtags"),
        QStringLiteral("category"), QStringLiteral("categories"), QStringLiteral("id"),
        QStringLiteral("guid"),     QStringLiteral("draft"),      QStringLiteral("published"),
        QStringLiteral("lang")};
    for (qsizetype i = 0; i < root.keys.size() && meta.others.size() < 100; ++i) {
        const MetaValue &value = root.items[static_cast<std::size_t>(i)];
        if (!known.contains(root.keys.at(i).toLower()) && !value.asText().isEmpty())
            meta.others.append({root.keys.at(i).left(200), value.asText().left(1000)});
    }
    return meta;
}

} // namespace stillpoint
