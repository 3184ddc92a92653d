#include "app/cli/libraryoutput.h"

#include "app/base/clock.h"
#include "app/base/identifiers.h"

#include <QCoreApplication>
#include <QDateTime>

namespace stillpoint {

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Cli", text, comment, n);
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

QString stateName(ArticleMarks::State state)
{
    switch (state) {
    case ArticleMarks::State::Unread:
        return QStringLiteral("unread");
    case ArticleMarks::State::Reading:
        return QStringLiteral("reading");
    case ArticleMarks::State::Read:
        break;
    }
    return QStringLiteral("read");
}

} // namespace

QJsonObject reportJson(const ImportReport &report)
{
    QJsonArray issues;
    for (const ImportIssue &issue : report.issues) {
        issues.append(
            QJsonObject{{QStringLiteral("file"), issue.file},
                        {QStringLiteral("line"), issue.line > 0 ? QJsonValue(issue.line) : QJsonValue()},
                        {QStringLiteral("severity"), severityName(issue.severity)},
                        {QStringLiteral("message"), issue.message}});
    }
    return {{QStringLiteral("added"), report.added},
            {QStringLiteral("updated"), report.updated},
            {QStringLiteral("unchanged"), report.unchanged},
            {QStringLiteral("removed"), report.removed},
            {QStringLiteral("skipped"), report.skipped},
            {QStringLiteral("seconds"), report.seconds},
            {QStringLiteral("issues"), issues}};
}

QJsonObject articleJson(const Article &article, const ArticleMarks &marks)
{
    return {{QStringLiteral("id"), idText(article.id)},
            {QStringLiteral("path"), article.file},
            {QStringLiteral("title"), article.title},
            {QStringLiteral("date"), article.dateMs ? QJsonValue(toRfc3339(*article.dateMs)) : QJsonValue()},
            {QStringLiteral("author"), article.author},
            {QStringLiteral("summary"), article.summary},
            {QStringLiteral("tags"), QJsonArray::fromStringList(article.tags)},
            {QStringLiteral("categories"), QJsonArray::fromStringList(article.categories)},
            {QStringLiteral("words"), article.words},
            {QStringLiteral("minutes"), article.minutes()},
            {QStringLiteral("state"), stateName(marks.state)},
            {QStringLiteral("starred"), marks.starred},
            {QStringLiteral("archived"), marks.archived},
            {QStringLiteral("draft"), article.draft},
            {QStringLiteral("missing"), article.missing},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(article.warnings)}};
}

QJsonArray outlineJson(const QList<OutlineItem> &outline)
{
    QJsonArray items;
    for (const OutlineItem &item : outline) {
        items.append(QJsonObject{{QStringLiteral("level"), item.level},
                                 {QStringLiteral("text"), item.text},
                                 {QStringLiteral("anchor"), item.anchor}});
    }
    return items;
}

QJsonObject pageJson(const ArticlePage &page)
{
    QJsonArray pictures;
    for (const PagePicture &picture : page.pictures) {
        pictures.append(QJsonObject{{QStringLiteral("url"), picture.url.toString()},
                                    {QStringLiteral("alt"), picture.alt},
                                    {QStringLiteral("file"), picture.file}});
    }
    return {{QStringLiteral("outline"), outlineJson(page.outline)},
            {QStringLiteral("text"), page.text},
            {QStringLiteral("pictures"), pictures},
            {QStringLiteral("blocked_hosts"), QJsonArray::fromStringList(page.blockedHosts)},
            {QStringLiteral("notes"), QJsonArray::fromStringList(page.notes)},
            {QStringLiteral("plain_text_only"), page.plainTextOnly}};
}

QString reportText(const ImportReport &report)
{
    QStringList lines;
    for (const ImportIssue &issue : report.issues) {
        const QString where =
            issue.line > 0 ? QStringLiteral("%1:%2").arg(issue.file).arg(issue.line) : issue.file;
        lines.append(QStringLiteral("%1: %2: %3").arg(where, severityName(issue.severity), issue.message));
    }
    lines.append(tr("%1 added, %2 updated, %3 unchanged, %4 removed, %5 skipped in %6 s")
                     .arg(report.added)
                     .arg(report.updated)
                     .arg(report.unchanged)
                     .arg(report.removed)
                     .arg(report.skipped)
                     .arg(report.seconds, 0, 'f', 1));
    return lines.join(QLatin1Char('\n'));
}

QString articleText(const Article &article, const ArticleMarks &marks)
{
    QStringList facts{idText(article.id)};
    if (article.dateMs)
        facts.append(QDateTime::fromMSecsSinceEpoch(*article.dateMs).date().toString(Qt::ISODate));
    if (!article.author.isEmpty())
        facts.append(article.author);
    facts.append(tr("%1 min", "reading time").arg(article.minutes()));
    if (!article.categories.isEmpty())
        facts.append(article.categories.join(QLatin1String(", ")));
    if (!article.tags.isEmpty())
        facts.append(QLatin1Char('#') + article.tags.join(QLatin1String(" #")));
    if (marks.state != ArticleMarks::State::Unread)
        facts.append(stateName(marks.state));
    for (const auto &[isSo, word] :
         {std::pair(marks.starred, tr("starred")), std::pair(marks.archived, tr("archived")),
          std::pair(article.draft, tr("draft")), std::pair(article.missing, tr("missing"))}) {
        if (isSo)
            facts.append(word);
    }
    QStringList lines{article.title, facts.join(QStringLiteral(" · ")), article.file};
    lines += article.warnings;
    return lines.join(QLatin1String("\n  "));
}

QString outlineText(const QList<OutlineItem> &outline)
{
    QStringList lines;
    for (const OutlineItem &item : outline)
        lines.append(QString(qsizetype(2) * qMax(0, item.level - 1), QLatin1Char(' ')) + item.text);
    return lines.join(QLatin1Char('\n'));
}

} // namespace stillpoint
