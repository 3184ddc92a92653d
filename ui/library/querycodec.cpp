#include "ui/library/querycodec.h"

#include <QJsonArray>

#include <array>

namespace stillpoint::ui {

namespace {

template<class Value>
struct Name
{
    Value value;
    const char *text;
};

constexpr std::array<Name<ArticleSort>, 3> sortNames{
    {{ArticleSort::Date, "date"}, {ArticleSort::Title, "title"}, {ArticleSort::Length, "length"}}};
constexpr std::array<Name<ReadFilter>, 8> readNames{{{ReadFilter::All, "all"},
                                                     {ReadFilter::Unread, "unread"},
                                                     {ReadFilter::Reading, "reading"},
                                                     {ReadFilter::Read, "read"},
                                                     {ReadFilter::Starred, "starred"},
                                                     {ReadFilter::Archived, "archived"},
                                                     {ReadFilter::Draft, "draft"},
                                                     {ReadFilter::Future, "future"}}};

/// The first of the names is the fallback.
template<class Value, std::size_t count>
QString textOf(const std::array<Name<Value>, count> &names, Value value)
{
    for (const Name<Value> &name : names) {
        if (name.value == value)
            return QLatin1String(name.text);
    }
    return QLatin1String(names.front().text);
}

template<class Value, std::size_t count>
Value valueOf(const std::array<Name<Value>, count> &names, const QString &text)
{
    for (const Name<Value> &name : names) {
        if (text == QLatin1String(name.text))
            return name.value;
    }
    return names.front().value;
}

QJsonArray chosen(const QMap<QString, TagState> &states, TagState state)
{
    return QJsonArray::fromStringList(states.keys(state));
}

void choose(QMap<QString, TagState> &states, TagState state, const QJsonValue &names)
{
    const QJsonArray list = names.toArray();
    for (const QJsonValue &name : list)
        states.insert(name.toString(), state);
}

} // namespace

QString sortText(ArticleSort sort)
{
    return textOf(sortNames, sort);
}

ArticleSort sortFromText(const QString &text)
{
    return valueOf(sortNames, text);
}

QJsonObject toJson(const ArticleQuery &query)
{
    return {{QStringLiteral("text"), query.text},
            {QStringLiteral("tags"), chosen(query.tags, TagState::Include)},
            {QStringLiteral("not-tags"), chosen(query.tags, TagState::Exclude)},
            {QStringLiteral("categories"), chosen(query.categories, TagState::Include)},
            {QStringLiteral("not-categories"), chosen(query.categories, TagState::Exclude)},
            {QStringLiteral("any"), query.match == TagMatch::Any},
            {QStringLiteral("read"), textOf(readNames, query.read)}};
}

ArticleQuery queryFromJson(const QJsonObject &json)
{
    ArticleQuery query;
    query.text = json.value(QLatin1String("text")).toString();
    choose(query.tags, TagState::Include, json.value(QLatin1String("tags")));
    choose(query.tags, TagState::Exclude, json.value(QLatin1String("not-tags")));
    choose(query.categories, TagState::Include, json.value(QLatin1String("categories")));
    choose(query.categories, TagState::Exclude, json.value(QLatin1String("not-categories")));
    query.match = json.value(QLatin1String("any")).toBool() ? TagMatch::Any : TagMatch::All;
    query.read = valueOf(readNames, json.value(QLatin1String("read")).toString());
    return query;
}

} // namespace stillpoint::ui
