#include "app/article/titles.h"

#include "app/article/dates.h"
#include "app/article/htmltree.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace stillpoint {

QString withoutControls(QString text)
{
    static const QRegularExpression controls(
        QStringLiteral("[\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}"
                       "\\x{feff}\\x{0000}-\\x{0008}\\x{000b}-\\x{001f}]"));
    return text.remove(controls);
}

QString plainTitle(const QString &written)
{
    static const QRegularExpression links(QStringLiteral("!?\\[([^\\]\\[]*)\\]\\([^()\\s]*\\)"));
    static const QRegularExpression strong(QStringLiteral("(\\*{1,3}|`+|~~)(?=\\S)(.+?)(?<=\\S)\\1"));
    static const QRegularExpression underscores(
        QStringLiteral("(?<![\\p{L}\\p{N}_])(_{1,2})(?=\\S)([^_]+)(?<=\\S)\\1(?![\\p{L}\\p{N}_])"));
    static const QRegularExpression escapes(QStringLiteral("\\\\([\\\\`*_{}\\[\\]()#+.!<>~|-])"));
    // `## Title {#id}`, `{/*id*/}`, `{: .class}`
    static const QRegularExpression attributes(
        QStringLiteral("\\s*\\{(?:#[^\\s{}]+[^{}]*|/\\*[^{}]*\\*/|:[^{}]*)\\}\\s*$"));
    // A title that a generator was to fill in.
    static const QRegularExpression placeholder(QStringLiteral("^\\{\\{.*\\}\\}$"));
    // Most titles are just words.
    static constexpr QLatin1String marks("[*`~_\\{<&");
    if (std::none_of(written.begin(), written.end(),
                     [](QChar c) { return c > QLatin1Char('~') || marks.contains(c); }))
        return written.simplified().left(500);
    QString title = withoutControls(written.left(2000));
    title.remove(attributes);
    if (placeholder.match(title.trimmed()).hasMatch())
        return {};
    title.replace(links, QStringLiteral("\\1"));
    title.replace(strong, QStringLiteral("\\2"));
    title.replace(underscores, QStringLiteral("\\2"));
    title.replace(escapes, QStringLiteral("\\1"));
    if (title.contains(QLatin1Char('<')) || title.contains(QLatin1Char('&')))
        title = textOfHtml(title);
    return title.simplified().left(500);
}

QString titleFromFileName(const QString &name)
{
    QStringList parts = name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return name;
    static const QRegularExpression extension(QStringLiteral("\\.(?:md|markdown|mdx|mdown|mkd|txt)$"),
                                              QRegularExpression::CaseInsensitiveOption);
    QString base = parts.takeLast().remove(extension);
    const QString lower = base.toLower();
    if ((lower == QLatin1String("index") || lower == QLatin1String("_index") ||
         lower == QLatin1String("readme")) &&
        !parts.isEmpty())
        base = parts.last();
    QString title = base;
    if (const QString date = dateInFileName(base); !date.isEmpty())
        title.replace(date, QLatin1String(" "));
    title.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    title = plainTitle(title);
    return title.isEmpty() ? plainTitle(base) : title;
}

} // namespace stillpoint
