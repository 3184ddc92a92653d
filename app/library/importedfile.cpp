#include "app/library/importedfile.h"

#include "app/base/clock.h"
#include "app/base/files.h"
#include "app/library/renderclient.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

QStringList strings(const QJsonValue &value)
{
    QStringList all;
    for (const auto &item : value.toArray())
        all.append(item.toString());
    return all;
}

QString titleFromFile(const FoundFile &found)
{
    return QFileInfo(found.file).completeBaseName();
}

void applyMeta(const QJsonObject &meta, Article &article)
{
    const auto text = [&](const char *key) { return meta.value(QLatin1String(key)).toString(); };
    if (const QString title = text("title").simplified(); !title.isEmpty())
        article.title = title;
    article.dateMs = fromRfc3339(text("date"));
    article.dateText = text("date_text");
    article.author = text("author");
    article.summary = text("summary");
    article.tags = strings(meta.value(QLatin1String("tags")));
    article.categories = strings(meta.value(QLatin1String("categories")));
    article.frontMatterId = text("id");
    article.draft = meta.value(QLatin1String("draft")).toBool();
}

QString refusalSentence(const QString &reason)
{
    if (reason == QLatin1String("binary"))
        return tr("This file holds no text, so it was left out.");
    if (reason == QLatin1String("too-large"))
        return tr("This article is too large to be laid out, so only its title is listed.");
    return tr("This file could not be read as an article (%1), so it was left out.").arg(reason);
}

void addIssue(ImportedFile &result, Severity severity, const QString &sentence)
{
    result.issues.append({result.indexed.article.file, 0, severity, sentence});
}

} // namespace

QString issueText(const ImportIssue &issue)
{
    return issue.line > 0 ? tr("Line %1: %2").arg(QString::number(issue.line), issue.message) : issue.message;
}

ImportedFile readForImport(const ImportJob &job, std::optional<RenderRequest> &request)
{
    const FoundFile &found = job.found;
    ImportedFile result;
    Article &article = result.indexed.article;
    article.place = found.place;
    article.path = found.path;
    article.file = found.file;
    article.fileMs = found.modifiedMs;
    article.title = titleFromFile(found);
    article.encoding = job.encoding;
    result.indexed.size = found.size;

    const auto bytes = readFile(found.file, maxArticleBytes);
    if (!bytes) {
        const bool isListed = bytes.error().code == ErrorCode::Limit;
        result.outcome = isListed ? ImportedFile::Outcome::Listed : ImportedFile::Outcome::Refused;
        const QString sentence =
            isListed
                ? tr("This file is larger than the %1 MB that Stillpoint reads, so only its name is listed.")
                      .arg(maxArticleBytes >> 20)
                : bytes.error().message;
        addIssue(result, isListed ? Severity::Warning : Severity::Error, sentence);
        article.warnings = {sentence};
        return result;
    }
    article.hash = QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex());
    if (article.hash == job.knownHash) {
        result.outcome = ImportedFile::Outcome::Touched;
        return result;
    }
    request = {found.placeName + QLatin1Char('/') + found.path, *bytes, job.encoding};
    return result;
}

void finishImport(ImportedFile &file, const RenderedArticle &rendered)
{
    Article &article = file.indexed.article;
    if (rendered.outcome == RenderedArticle::Outcome::Refused) {
        const bool isListed = rendered.reason == QLatin1String("too-large");
        file.outcome = isListed ? ImportedFile::Outcome::Listed : ImportedFile::Outcome::Refused;
        addIssue(file, isListed ? Severity::Warning : Severity::Error, refusalSentence(rendered.reason));
    }
    applyMeta(rendered.meta, article);
    article.words = rendered.words;
    file.body = rendered.text;
    for (ImportIssue issue : rendered.issues) {
        issue.file = article.file;
        file.issues.append(issue);
    }
    for (const ImportIssue &issue : std::as_const(file.issues)) {
        if (issue.severity != Severity::Note)
            article.warnings.append(issueText(issue));
    }
}

void applyRendered(Article &article, const RenderedArticle &rendered)
{
    applyMeta(rendered.meta, article);
    article.words = rendered.words;
    article.warnings.clear();
}

} // namespace stillpoint
