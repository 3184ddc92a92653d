#include "app/library/readerpage.h"

#include "app/base/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>

#include <functional>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void useResources()
{
    Q_INIT_RESOURCE(core);
}

namespace stillpoint {

namespace {

constexpr qint64 maxPictureBytes = 32LL * 1024 * 1024;

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("ReaderPage", text, comment);
}

/// Replaces every match by what `with` says, in one pass: nothing that is put in is looked at again.
QString replaceEach(const QString &text, const QRegularExpression &pattern,
                    const std::function<QString(const QRegularExpressionMatch &)> &with)
{
    QString result;
    result.reserve(text.size());
    qsizetype last = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(last, match.capturedStart() - last);
        result += with(match);
        last = match.capturedEnd();
    }
    result += QStringView(text).mid(last);
    return result;
}

QString paragraphs(const QString &plainText)
{
    static const QRegularExpression blankLines(QStringLiteral("\\n\\s*\\n"));
    QString html;
    for (const QString &block : plainText.split(blankLines, Qt::SkipEmptyParts)) {
        html += QLatin1String("<p dir=\"auto\">") +
                block.trimmed().toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>\n")) +
                QLatin1String("</p>\n");
    }
    return html;
}

bool isPictureFile(const QString &file)
{
    for (const char *suffix : {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg"}) {
        if (file.endsWith(QLatin1String(suffix), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// Fills the page's body and what it says about pictures.
class Body
{
public:
    Body(const RenderedArticle &rendered, const ArticlePlace &place, const Catalogue &catalogue,
         ArticlePage &page)
        : m_place(place)
        , m_catalogue(catalogue)
        , m_page(page)
    {
        for (const RenderedReference &picture : rendered.pictures)
            m_pictures.insert(picture.number, picture);
        for (const RenderedReference &link : rendered.links)
            m_links.insert(link.number, link.url);
    }

    QString html(const QString &withPlaceholders)
    {
        static const QRegularExpression placeholder(
            QStringLiteral("<figure class=\"hero\"><!--picture (?<hero>\\d+)--></figure>|<!--picture "
                           "(?<picture>\\d+)-->|(?<=\\s)href=\"article:link/(?<link>\\d+)\""));
        return replaceEach(withPlaceholders, placeholder, [this](const QRegularExpressionMatch &match) {
            if (const QString hero = match.captured(QStringLiteral("hero")); !hero.isEmpty())
                return heroPicture(hero.toInt());
            const QString number = match.captured(QStringLiteral("picture"));
            return number.isEmpty() ? link(match.captured(QStringLiteral("link")).toInt())
                                    : picture(number.toInt());
        });
    }

    /// The address as an attribute, or nothing: then the text stays and is no link.
    QString link(int number) const
    {
        const QString target = linkTarget(m_links.value(number));
        return target.isEmpty() ? QString()
                                : QLatin1String("href=\"") + target.toHtmlEscaped() + QLatin1Char('"');
    }

    /// The picture the front matter names; one that is missing is not missed.
    QString heroPicture(int number)
    {
        const QString url = m_pictures.value(number).url;
        const bool isThere = !remoteAddress(url).isEmpty() || !localFile(url, m_place).isEmpty();
        return isThere
                   ? QLatin1String("<figure class=\"hero\">") + picture(number) + QLatin1String("</figure>")
                   : QString();
    }

    QString picture(int number)
    {
        const RenderedReference reference = m_pictures.value(number);
        PagePicture picture{QUrl(), reference.alt.simplified(), {}};
        if (reference.url.startsWith(QLatin1String("data:image/"))) {
            m_page.pictures.append(picture);
            return image(reference.url, picture.alt);
        }
        picture.url = remoteAddress(reference.url);
        if (!picture.url.isEmpty()) {
            m_page.pictures.append(picture);
            const QString host = picture.url.host();
            ++m_remoteCount;
            if (!m_page.blockedHosts.contains(host))
                m_page.blockedHosts.append(host);
            return blocked(picture.alt, tr("%1 · not loaded", "host of a picture").arg(host));
        }
        picture.url = QUrl(reference.url);
        const QString file = localFile(reference.url, m_place);
        const auto bytes =
            isPictureFile(file) ? readFile(file, maxPictureBytes) : failure(ErrorCode::NotFound, QString());
        if (!bytes) {
            m_page.pictures.append(picture);
            const QString name = reference.url.section(QLatin1Char('/'), -1);
            return blocked(picture.alt, tr("%1 · not found", "file name of a picture").arg(name));
        }
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex());
        picture.file = file;
        m_page.pictures.append(picture);
        m_page.pictureFiles.insert(hash, file);
        return image(QLatin1String("article:picture/") + hash, picture.alt);
    }

    /// Empty when every picture is there.
    QString bar() const
    {
        if (m_remoteCount == 0)
            return {};
        QStringList hosts;
        for (const QString &host : std::as_const(m_page.blockedHosts))
            hosts.append(QLatin1String("<b>") + host.toHtmlEscaped() + QLatin1String("</b>"));
        const QString list = QLocale().createSeparatedList(hosts);
        const QString sentence =
            m_remoteCount == 1
                ? tr("One picture on %1 is not loaded.").arg(list)
                : tr("%1 pictures on %2 are not loaded.").arg(QString::number(m_remoteCount), list);
        return QLatin1String("<div class=\"pictures-bar\"><span class=\"text\">") + sentence +
               QLatin1String("</span></div>");
    }

private:
    static QString image(const QString &source, const QString &alt)
    {
        return QLatin1String("<img src=\"") + source.toHtmlEscaped() + QLatin1String("\" alt=\"") +
               alt.toHtmlEscaped() + QLatin1String("\">");
    }

    static QString blocked(const QString &alt, const QString &why)
    {
        const QString words = alt.isEmpty() ? QString()
                                            : QLatin1String("<em class=\"alt\">") + alt.toHtmlEscaped() +
                                                  QLatin1String("</em> ");
        return QLatin1String("<span class=\"picture-blocked\">") + words +
               QLatin1String("<span class=\"host\">") + why.toHtmlEscaped() + QLatin1String("</span></span>");
    }

    QString linkTarget(const QString &address) const
    {
        const QUrl url(address.trimmed());
        const QString scheme = url.scheme();
        if (scheme == QLatin1String("http") || scheme == QLatin1String("https") ||
            scheme == QLatin1String("mailto"))
            return QString::fromUtf8(url.toEncoded());
        if (address.startsWith(QLatin1String("//")))
            return QString::fromUtf8(remoteAddress(address).toEncoded());
        if (address.startsWith(QLatin1Char('#')))
            return address;
        const Article *target = m_catalogue.findFile(localFile(address, m_place));
        // Generators link by name, wherever the file lies.
        if (target == nullptr && scheme.isEmpty())
            target = m_catalogue.findNamed(
                url.path().section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty), m_place.root);
        if (target == nullptr)
            return {};
        // Places in a page have this prefix (article/anchors.h).
        const QString fragment =
            url.hasFragment() ? QLatin1String("#h-") + url.fragment(QUrl::FullyEncoded) : QString();
        return QLatin1String("article:") + target->id.toString(QUuid::WithoutBraces) + fragment;
    }

    const ArticlePlace &m_place;
    const Catalogue &m_catalogue;
    ArticlePage &m_page;
    QHash<int, RenderedReference> m_pictures;
    QHash<int, QString> m_links;
    int m_remoteCount = 0;
};

QString kicker(const Article &article)
{
    QStringList parts;
    if (!article.categories.isEmpty()) {
        parts.append(QLatin1String("<span class=\"category\">") +
                     article.categories.join(QLatin1String(", ")).toHtmlEscaped() + QLatin1String("</span>"));
    }
    if (!article.tags.isEmpty()) {
        parts.append(QLatin1String("<span class=\"tags\">") +
                     article.tags.join(QLatin1String(", ")).toHtmlEscaped() + QLatin1String("</span>"));
    }
    return parts.join(QLatin1Char(' '));
}

QString byline(const Article &article)
{
    QStringList parts;
    if (!article.author.isEmpty())
        parts.append(article.author);
    if (article.dateMs) {
        parts.append(QLocale().toString(QDateTime::fromMSecsSinceEpoch(*article.dateMs).date(),
                                        QStringLiteral("d MMMM yyyy")));
    }
    if (article.words > 0)
        parts.append(tr("%1 min", "reading time").arg(article.minutes()));
    return parts.join(QStringLiteral(" · ")).toHtmlEscaped();
}

/// The note that doubts the encoding leads to the choice of another one.
QString notesHtml(const QStringList &notes, const QString &encodingDoubt)
{
    QString html;
    for (const QString &note : notes) {
        QString text = note.toHtmlEscaped();
        if (note == encodingDoubt) {
            text = QStringLiteral("<span class=\"text\">%1</span> <a class=\"act\" href=\"%2\">%3</a>")
                       .arg(text, encodingLink, tr("Choose", "an encoding").toHtmlEscaped());
        }
        html += QStringLiteral("<p class=\"note\" dir=\"auto\">%1</p>\n").arg(text);
    }
    return html;
}

QString language(const QString &name)
{
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"));
    return tag.match(name).hasMatch() ? QString(name).replace(QLatin1Char('_'), QLatin1Char('-')) : QString();
}

QString pageTemplate()
{
    useResources();
    QFile file(QStringLiteral(":/reader/page.html"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

ArticlePage readerPage(const Article &article, const RenderedArticle &rendered, const ArticlePlace &place,
                       const Catalogue &catalogue)
{
    ArticlePage page;
    page.id = article.id;
    page.text = QString::fromUtf8(rendered.text);
    page.outline = rendered.outline;
    page.plainTextOnly = rendered.outcome != RenderedArticle::Outcome::Complete;
    page.notes = article.warnings;
    page.encoding = rendered.meta.value(QLatin1String("encoding")).toString();
    page.chosenEncoding = article.encoding;
    for (const ImportIssue &issue : rendered.issues) {
        if (issue.severity != Severity::Note && !page.notes.contains(issueText(issue)))
            page.notes.append(issueText(issue));
    }
    Body body(rendered, place, catalogue, page);
    const QString html = page.plainTextOnly ? paragraphs(page.text) : body.html(rendered.html);
    const QString titleHtml = rendered.meta.value(QLatin1String("title_html")).toString();
    const QHash<QString, QString> values{
        {QStringLiteral("title"), article.title.toHtmlEscaped()},
        {QStringLiteral("title_html"), titleHtml.isEmpty() ? article.title.toHtmlEscaped() : titleHtml},
        {QStringLiteral("lang"), language(rendered.meta.value(QLatin1String("lang")).toString())},
        {QStringLiteral("kicker"), kicker(article)},
        {QStringLiteral("byline"), byline(article)},
        {QStringLiteral("notes"),
         notesHtml(page.notes, rendered.meta.value(QLatin1String("encoding_doubt")).toString())},
        {QStringLiteral("pictures_bar"), body.bar()},
        {QStringLiteral("body"), html}};
    static const QRegularExpression placeholder(QStringLiteral("\\{\\{(\\w+)\\}\\}"));
    page.html = replaceEach(pageTemplate(), placeholder, [&](const QRegularExpressionMatch &match) {
                    return values.value(match.captured(1));
                }).toUtf8();
    return page;
}

} // namespace stillpoint
