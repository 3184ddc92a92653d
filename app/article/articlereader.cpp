#include "app/article/articlereader.h"

#include "app/article/allowlist.h"
#include "app/article/bodytext.h"
#include "app/article/containers.h"
#include "app/article/definitionlists.h"
#include "app/article/emphasis.h"
#include "app/article/encoding.h"
#include "app/article/jsx.h"
#include "app/article/markdown.h"
#include "app/article/openends.h"
#include "app/article/tagrules.h"
#include "app/article/templates.h"
#include "app/article/textmetrics.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

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

/// A title's Markdown as HTML without links and pictures; empty when that would say anything but `plain`.
QString titleHtml(const QString &written, const QString &plain)
{
    static const QRegularExpression paragraph(QStringLiteral("^<p dir=\"auto\">(.*)</p>\\s*$"));
    static const QRegularExpression link(QStringLiteral("</?a(?:\\s[^>]*)?>|<!--[^>]*-->"));
    const QString line = written.simplified().left(2000);
    if (line.isEmpty() || line == plain)
        return {};
    const BuiltPage page = buildPage(MarkdownDocument(line).unsafeHtml(), QString(), {});
    const QRegularExpressionMatch match = paragraph.match(page.html);
    return match.hasMatch() && page.text.simplified() == plain ? match.captured(1).remove(link) : QString();
}

/// Puts the picture that the front matter names above the text, unless the text shows it.
void addHero(BuiltPage &page, const QString &written)
{
    const QString url = pictureTarget(written, {});
    const auto nameOf = [](const QString &address) { return address.section(QLatin1Char('/'), -1); };
    const bool isShown =
        std::any_of(page.pictures.cbegin(), page.pictures.cend(),
                    [&](const PictureSlot &picture) { return nameOf(picture.url) == nameOf(url); });
    if (url.isEmpty() || isShown)
        return;
    page.html.prepend(
        QStringLiteral("<figure class=\"hero\"><!--picture %1--></figure>\n").arg(page.pictures.size()));
    page.pictures.append({url, QString()});
}

void readPage(const MarkdownDocument &document, const QStringList &dataUris, ArticleReading &reading)
{
    const Metadata &meta = *reading.meta;
    reading.page = buildPage(document.unsafeHtml(), meta.title, dataUris);
    reading.titleHtml = titleHtml(meta.titleWritten, meta.title);
    addHero(reading.page, meta.hero);
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
    return withEastAsianEmphasis(withDefinitionLists(withoutOpenBlocks(withoutTemplateNoise(readable.body))));
}

} // namespace

ArticleReading readArticle(const QByteArray &bytes, const QString &name, Depth depth, const QString &encoding)
{
    ArticleReading reading;
    if (bytes.size() > maxArticleBytes) {
        reading.refusal = Refusal::TooLarge;
        return reading;
    }
    const DecodedText decoded = decodeText(bytes, encoding);
    if (decoded.binary) {
        reading.refusal = Refusal::Binary;
        return reading;
    }
    reading.encoding = decoded.encoding;
    if (decoded.doubt) {
        reading.encodingDoubt = decoded.doubt->message;
        reading.issues.append(*decoded.doubt);
    }
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
        readPage(document, dataUris, reading);
    return reading;
}

} // namespace stillpoint
