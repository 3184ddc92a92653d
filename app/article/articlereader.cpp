#include "app/article/articlereader.h"

#include "app/article/bodytext.h"
#include "app/article/containers.h"
#include "app/article/encoding.h"
#include "app/article/jsx.h"
#include "app/article/markdown.h"
#include "app/article/tagrules.h"
#include "app/article/templates.h"
#include "app/article/textmetrics.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stillpoint {

namespace {

/// Cuts long `data:` addresses out of the body; number N is left as `article-data:N`.
QStringList cutDataUris(QString &body)
{
    if (!holdsMark(body, QLatin1String("data:")))
        return {};
    static const QRegularExpression pattern(
        QStringLiteral("data:[A-Za-z0-9/+.;=-]{0,100},[^\\s)\"'<>\\]]{200,}"));
    QStringList found;
    QString result;
    qsizetype last = 0;
    for (auto it = pattern.globalMatch(body); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(body).mid(last, match.capturedStart() - last);
        result += QStringLiteral("article-data:%1").arg(found.size());
        found.append(match.captured());
        last = match.capturedEnd();
    }
    if (!found.isEmpty()) {
        result += QStringView(body).mid(last);
        body = result;
    }
    return found;
}

void readText(MarkdownDocument &document, bool canTakeTextsOut, ArticleReading &reading)
{
    const QString &title = reading.meta->title;
    auto text = document.text(title);
    if (!text) {
        QStringList texts;
        const QByteArray html =
            canTakeTextsOut ? document.unsafeHtmlWithoutTexts(texts) : document.unsafeHtml();
        text = buildText(html, title, texts);
    }
    reading.page.text = withoutDataPlaces(*text);
    reading.page.words = wordCount(reading.page.text);
}

/// The body without what only its author's programs understand.
QString readableBody(const QString &body, const QString &name, int firstLine, ArticleIssues &issues)
{
    ReadableContainers readable = readableContainers(body);
    if (readable.conflictLine > 0) {
        issues.append(
            {firstLine + readable.conflictLine - 1, ArticleIssue::Severity::Warning,
             QCoreApplication::translate("Article", "Two versions of this article were never merged: "
                                                    "from here both are shown, one after the other.")});
    }
    if (name.endsWith(QLatin1String(".mdx"), Qt::CaseInsensitive))
        readable.body = withoutJsx(readable.body);
    return withoutTemplateNoise(readable.body);
}

} // namespace

ArticleReading readArticle(const QByteArray &bytes, const QString &name, Depth depth)
{
    ArticleReading reading;
    if (bytes.size() > maxArticleBytes) {
        reading.refusal = Refusal::TooLarge;
        return reading;
    }
    const DecodedText decoded = decodeText(bytes);
    if (decoded.binary) {
        reading.refusal = Refusal::Binary;
        return reading;
    }
    reading.encoding = decoded.encoding;
    reading.issues = decoded.issues;
    FrontMatter front = splitFrontMatter(decoded.text);
    reading.issues += front.issues;
    QString body = std::move(front.body);
    const QStringList dataUris = cutDataUris(body);
    const HashtagLine hashtags = takeHashtagLine(body);
    reading.meta = metadataOf(front, hashtags.body, name, reading.issues);
    mergeTags(reading.meta->tags, hashtags.tags);
    if (depth == Depth::Metadata)
        return reading;
    // A UTF-16 unit makes at most three bytes.
    if (hashtags.body.size() > maxBodyBytes / 3 && hashtags.body.toUtf8().size() > maxBodyBytes) {
        reading.refusal = Refusal::TooLarge;
        return reading;
    }
    MarkdownDocument document(readableBody(hashtags.body, name, front.bodyLine, reading.issues));
    if (depth == Depth::Text)
        readText(document, !hashtags.body.contains(textPlaceMark), reading);
    else
        reading.page = buildPage(document.unsafeHtml(), reading.meta->title, dataUris);
    return reading;
}

} // namespace stillpoint
