#include "app/article/templates.h"

#include "app/article/allowlist.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace stillpoint {

namespace {

/// What a tag's inside says: `figure src="a.png" alt="A"`.
struct TagWords
{
    QString name;
    QStringList plain; ///< arguments without a name
    QHash<QString, QString> named;

    QString argument(const QString &key, qsizetype position) const
    {
        return named.contains(key) ? named.value(key) : plain.value(position);
    }
};

TagWords wordsOf(const QString &inside)
{
    static const QRegularExpression word(QStringLiteral(
        "(?:([\\w.:-]+)\\s*=\\s*)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|`([^`]*)`|([^\\s\"'`=]+))"));
    TagWords words;
    for (auto it = word.globalMatch(inside.left(4000)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString value = match.captured(2) + match.captured(3) + match.captured(4) + match.captured(5);
        if (!match.captured(1).isEmpty())
            words.named.insert(match.captured(1).toLower(), value);
        else if (words.name.isEmpty())
            words.name = value;
        else
            words.plain.append(value);
    }
    return words;
}

/// A video's address on its site; empty when the tag names none.
QString videoAddress(const TagWords &words)
{
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9_-]{4,20}$"));
    const QString key = words.argument(QStringLiteral("id"), 0);
    if (!id.match(key).hasMatch())
        return {};
    if (words.name.startsWith(QLatin1String("youtube"), Qt::CaseInsensitive))
        return QLatin1String("https://www.youtube.com/watch?v=") + key;
    if (words.name.compare(QLatin1String("vimeo"), Qt::CaseInsensitive) == 0)
        return QLatin1String("https://vimeo.com/") + key;
    return {};
}

/// An address as it may stand between Markdown's brackets.
QString bracketed(QString url)
{
    return url.remove(QLatin1Char('<'))
               .remove(QLatin1Char('>'))
               .remove(QLatin1Char('\n'))
               .prepend(QLatin1Char('<')) +
           QLatin1Char('>');
}

QString figure(const TagWords &words)
{
    const QString source = words.argument(QStringLiteral("src"), 0);
    if (source.isEmpty())
        return {};
    QString alt = words.named.value(QStringLiteral("alt"), words.named.value(QStringLiteral("title")));
    alt.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    const QString caption = words.named.value(QStringLiteral("caption"));
    const QString picture = QStringLiteral("![%1](%2)").arg(alt, bracketed(source));
    return caption.isEmpty() ? picture : picture + QLatin1String("<br>") + caption;
}

QString chip(const QString &name, bool inText)
{
    return inText ? QStringLiteral("<span class=\"chip\">%1</span>").arg(escapedHtml(name.left(60)))
                  : QString();
}

QString liquidTag(const TagWords &words, bool paired, bool inText)
{
    static const QStringList steering{QStringLiteral("include"),
                                      QStringLiteral("include_relative"),
                                      QStringLiteral("include_cached"),
                                      QStringLiteral("if"),
                                      QStringLiteral("elsif"),
                                      QStringLiteral("else"),
                                      QStringLiteral("unless"),
                                      QStringLiteral("for"),
                                      QStringLiteral("case"),
                                      QStringLiteral("when"),
                                      QStringLiteral("assign"),
                                      QStringLiteral("capture"),
                                      QStringLiteral("raw"),
                                      QStringLiteral("break"),
                                      QStringLiteral("continue"),
                                      QStringLiteral("cycle"),
                                      QStringLiteral("increment"),
                                      QStringLiteral("comment"),
                                      QStringLiteral("toc"),
                                      QStringLiteral("seo"),
                                      QStringLiteral("import"),
                                      QStringLiteral("set"),
                                      QStringLiteral("from"),
                                      QStringLiteral("block"),
                                      QStringLiteral("extends"),
                                      QStringLiteral("macro"),
                                      QStringLiteral("render")};
    if (words.name == QLatin1String("post_url") && !words.plain.isEmpty())
        return words.plain.first() + QLatin1String(".md");
    if (words.name == QLatin1String("link") && !words.plain.isEmpty())
        return QLatin1Char('/') + words.plain.first();
    if (paired || steering.contains(words.name) || words.name.startsWith(QLatin1String("end")) ||
        words.name.startsWith(QLatin1Char('/')))
        return {};
    return chip(words.name, inText);
}

QString shortcode(const TagWords &words, bool paired, bool inText)
{
    if ((words.name == QLatin1String("ref") || words.name == QLatin1String("relref")) &&
        !words.plain.isEmpty())
        return words.argument(QStringLiteral("path"), 0);
    if (words.named.contains(QStringLiteral("src")) || words.name == QLatin1String("figure") ||
        words.name == QLatin1String("img") || words.name == QLatin1String("image")) {
        const QString picture = figure(words);
        if (!picture.isEmpty())
            return picture;
    }
    if (paired || words.name.startsWith(QLatin1Char('/')) || words.name.endsWith(QLatin1Char('/')))
        return {};
    return chip(words.name, inText);
}

/// The first string of `{{ "/a.png" | relative_url }}`; variables have no value here.
QString expression(const QString &inside)
{
    static const QRegularExpression literal(QStringLiteral("^\\s*(?:\"([^\"]*)\"|'([^']*)')"));
    const QRegularExpressionMatch match = literal.match(inside);
    return match.captured(1) + match.captured(2);
}

} // namespace

QString readableTag(const QString &tag, bool paired, bool inText)
{
    const bool isLiquid = tag.startsWith(QLatin1String("{%"));
    const bool isShortcode = tag.startsWith(QLatin1String("{{<")) || tag.startsWith(QLatin1String("{{%"));
    const qsizetype edge = isShortcode ? 3 : 2;
    QString inside = tag.mid(edge, tag.size() - 2 * edge).trimmed();
    if (inside.startsWith(QLatin1Char('-')))
        inside.remove(0, 1);
    if (inside.endsWith(QLatin1Char('-')))
        inside.chop(1);
    if (!isLiquid && !isShortcode)
        return expression(inside);
    const TagWords words = wordsOf(inside);
    const QString video = videoAddress(words);
    if (!video.isEmpty())
        return inText ? bracketed(video) : video;
    return isLiquid ? liquidTag(words, paired, inText) : shortcode(words, paired, inText);
}

} // namespace stillpoint
