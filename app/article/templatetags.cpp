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

bool isPictureName(const QString &name)
{
    return name == QLatin1String("figure") || name.startsWith(QLatin1String("image")) ||
           name.startsWith(QLatin1String("img"));
}

QString figure(const TagWords &words)
{
    static const QRegularExpression picture(QStringLiteral("\\.(?:png|jpe?g|gif|webp|svg|avif)$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QString source = words.argument(QStringLiteral("src"), 0);
    const bool isSaid = isPictureName(words.name) && words.named.contains(QStringLiteral("src"));
    if (source.isEmpty() || (!isSaid && !picture.match(source).hasMatch()))
        return {};
    QString alt = words.named.value(QStringLiteral("alt"),
                                    words.named.value(QStringLiteral("title"), words.plain.value(1)));
    alt.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    const QString caption = words.named.value(QStringLiteral("caption"));
    const QString shown = QStringLiteral("![%1](%2)").arg(alt, bracketed(source));
    return caption.isEmpty() ? shown : shown + QLatin1String("<br>") + caption;
}

/// What stands for a tag nobody here knows: the words it would show, else its name.
QString chip(const TagWords &words, bool inText)
{
    if (!inText)
        return {};
    const QString text =
        words.named.value(QStringLiteral("text"), words.named.value(QStringLiteral("title")));
    return text.isEmpty()
               ? QStringLiteral("<span class=\"chip\">%1</span>").arg(escapedHtml(words.name.left(60)))
               : text;
}

/// Tags that steer a generator and show nothing themselves.
bool isSteering(const QString &name)
{
    static const QStringList steering =
        QStringLiteral("include include_relative include_cached if elsif else unless for case when assign "
                       "capture raw break "
                       "continue cycle increment comment toc seo import set from block extends macro render")
            .split(QLatin1Char(' '));
    return steering.contains(name) || name.startsWith(QLatin1String("end")) ||
           name.startsWith(QLatin1Char('/')) || name.endsWith(QLatin1Char('/'));
}

/// A link's target that the tag names; empty when it is none.
QString linkOf(const TagWords &words)
{
    const QString target = words.argument(QStringLiteral("path"), 0);
    if (words.name == QLatin1String("post_url"))
        return target.isEmpty() ? target : target + QLatin1String(".md");
    if (words.name == QLatin1String("link") && target.contains(QLatin1Char('.')))
        return QLatin1Char('/') + target;
    return words.name == QLatin1String("ref") || words.name == QLatin1String("relref") ? target : QString();
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
    QString link = linkOf(words);
    if (!link.isEmpty())
        return link;
    QString picture =
        isPictureName(words.name) || words.named.contains(QStringLiteral("src")) ? figure(words) : QString();
    if (!picture.isEmpty())
        return picture;
    return paired || isSteering(words.name) ? QString() : chip(words, inText);
}

} // namespace stillpoint
