#include "app/render/job.h"

#include "app/article/articlereader.h"
#include "app/base/clock.h"

#include <QJsonArray>

namespace stillpoint {

namespace {

QString severityName(ArticleIssue::Severity severity)
{
    switch (severity) {
    case ArticleIssue::Severity::Note:
        return QStringLiteral("note");
    case ArticleIssue::Severity::Warning:
        return QStringLiteral("warning");
    case ArticleIssue::Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

QString titleFromName(Metadata::TitleFrom from)
{
    switch (from) {
    case Metadata::TitleFrom::FrontMatter:
        return QStringLiteral("front matter");
    case Metadata::TitleFrom::Heading:
        return QStringLiteral("heading");
    case Metadata::TitleFrom::File:
        break;
    }
    return QStringLiteral("file");
}

QJsonObject metaObject(const ArticleReading &reading)
{
    const Metadata &meta = *reading.meta;
    QJsonObject object{
        {QStringLiteral("title"), meta.title},
        {QStringLiteral("title_from"), titleFromName(meta.titleFrom)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(meta.tags)},
        {QStringLiteral("categories"), QJsonArray::fromStringList(meta.categories)},
        {QStringLiteral("draft"), meta.draft},
        {QStringLiteral("encoding"), QLatin1String(reading.encoding)},
    };
    const auto put = [&object](const char *key, const QString &value) {
        if (!value.isEmpty())
            object.insert(QLatin1String(key), value);
    };
    if (meta.dateMs)
        object.insert(QStringLiteral("date"), toRfc3339(*meta.dateMs));
    put("encoding_doubt", reading.encodingDoubt);
    put("title_html", reading.titleHtml);
    put("date_text", meta.dateText);
    if (meta.dateFrom != Metadata::DateFrom::None)
        put("date_from", meta.dateFrom == Metadata::DateFrom::FrontMatter ? QStringLiteral("front matter")
                                                                          : QStringLiteral("file name"));
    put("author", meta.author);
    put("summary", meta.summary);
    put("id", meta.id);
    put("hero", meta.hero);
    put("lang", meta.language);
    QJsonObject others;
    for (const auto &[key, value] : meta.others)
        others.insert(key, value);
    if (!others.isEmpty())
        object.insert(QStringLiteral("others"), others);
    return object;
}

QJsonArray outlineArray(const QList<PageHeading> &outline)
{
    QJsonArray array;
    for (const PageHeading &heading : outline) {
        array.append(QJsonObject{{QStringLiteral("level"), heading.level},
                                 {QStringLiteral("text"), heading.text},
                                 {QStringLiteral("anchor"), heading.anchor}});
    }
    return array;
}

QJsonArray pictureArray(const QList<PictureSlot> &pictures)
{
    QJsonArray array;
    for (const PictureSlot &picture : pictures) {
        array.append(QJsonObject{{QStringLiteral("n"), array.size()},
                                 {QStringLiteral("url"), picture.url},
                                 {QStringLiteral("alt"), picture.alt}});
    }
    return array;
}

QJsonArray linkArray(const QStringList &links)
{
    QJsonArray array;
    for (const QString &url : links)
        array.append(QJsonObject{{QStringLiteral("n"), array.size()}, {QStringLiteral("url"), url}});
    return array;
}

QJsonArray issueArray(const ArticleIssues &issues)
{
    QJsonArray array;
    for (const ArticleIssue &issue : issues) {
        array.append(QJsonObject{{QStringLiteral("line"), issue.line},
                                 {QStringLiteral("severity"), severityName(issue.severity)},
                                 {QStringLiteral("message"), issue.message}});
    }
    return array;
}

Frame refused(Frame reply, const char *reason)
{
    reply.header.insert(QStringLiteral("ok"), false);
    reply.header.insert(QStringLiteral("reason"), QLatin1String(reason));
    reply.body.clear();
    return reply;
}

} // namespace

Frame answer(const Frame &request)
{
    Frame reply{
        {{QStringLiteral("v"), 1}, {QStringLiteral("job"), request.header.value(QLatin1String("job"))}}, {}};
    const QJsonArray want = request.header.value(QLatin1String("want")).toArray();
    if (request.header.value(QLatin1String("v")).toInt() != 1 || want.isEmpty())
        return refused(reply, "bad-request");
    const auto wants = [&want](const char *part) { return want.contains(QLatin1String(part)); };
    const bool page = wants("text") || wants("outline") || wants("html");
    const bool whole = wants("outline") || wants("html");
    const ArticleReading reading =
        readArticle(request.body, request.header.value(QLatin1String("name")).toString(),
                    whole  ? Depth::Page
                    : page ? Depth::Text
                           : Depth::Metadata,
                    request.header.value(QLatin1String("encoding")).toString());
    if (reading.meta && wants("meta"))
        reply.header.insert(QStringLiteral("meta"), metaObject(reading));
    reply.header.insert(QStringLiteral("issues"), issueArray(reading.issues));
    if (reading.refusal != Refusal::None)
        return refused(reply, reading.refusal == Refusal::Binary ? "binary" : "too-large");
    reply.header.insert(QStringLiteral("ok"), true);
    if (!page)
        return reply;
    const QByteArray text = wants("text") ? reading.page.text.toUtf8() : QByteArray();
    const QByteArray html = wants("html") ? reading.page.html.toUtf8() : QByteArray();
    if (text.size() + html.size() > maxOutputBytes)
        return refused(reply, "too-large");
    reply.header.insert(QStringLiteral("words"), reading.page.words);
    if (wants("outline"))
        reply.header.insert(QStringLiteral("outline"), outlineArray(reading.page.outline));
    if (wants("html")) {
        reply.header.insert(QStringLiteral("pictures"), pictureArray(reading.page.pictures));
        reply.header.insert(QStringLiteral("links"), linkArray(reading.page.links));
    }
    reply.header.insert(QStringLiteral("text_bytes"), text.size());
    reply.body = text + html;
    return reply;
}

} // namespace stillpoint
