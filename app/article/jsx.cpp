#include "app/article/jsx.h"

#include "app/article/allowlist.h"
#include "app/article/bodytext.h"

#include <QRegularExpression>
#include <QStringList>

namespace stillpoint {

namespace {

constexpr int maxDepth = 16;
constexpr qsizetype maxPiece = 20'000; ///< characters of one expression or tag

/// Where the bracket at `start` is closed, outside of strings; -1 when it is not.
qsizetype closingBrace(QStringView text, qsizetype start)
{
    int depth = 0;
    QChar quote;
    const qsizetype end = qMin(text.size(), start + maxPiece);
    for (qsizetype i = start; i < end; ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == QLatin1Char('\\'))
                ++i;
            else if (c == quote || c == QLatin1Char('\n'))
                quote = QChar();
        } else if (depth > 0 && (c == QLatin1Char('"') || c == QLatin1Char('`'))) {
            quote = c;
        } else if (c == QLatin1Char('{')) {
            ++depth;
        } else if (c == QLatin1Char('}') && --depth == 0) {
            return i;
        }
    }
    return -1;
}

/// A tag without the attributes whose values are expressions.
struct Tag
{
    QString text; ///< `<Name a="b" />`
    QString name;
    qsizetype end = 0; ///< behind it
    bool closes = false;
    bool isEmpty = false;

    QString attribute(const QString &key) const
    {
        const QRegularExpression pattern(QStringLiteral("\\s%1=(?:\"([^\"]*)\"|'([^']*)')").arg(key));
        const QRegularExpressionMatch match = pattern.match(text);
        return match.captured(1) + match.captured(2);
    }
};

/// The tag that begins at `start`, if one does.
bool readTag(QStringView text, qsizetype start, Tag &tag)
{
    static const QRegularExpression opening(QStringLiteral("^<(/?)([A-Za-z][\\w.:-]*|(?=>))"));
    static const QRegularExpression assigned(QStringLiteral("\\s+[\\w:.-]+\\s*=\\s*$"));
    const QRegularExpressionMatch match = opening.match(text.mid(start, 200).toString());
    if (!match.hasMatch())
        return false;
    tag = {match.captured(), match.captured(2), 0, match.capturedLength(1) > 0, false};
    QChar quote;
    const qsizetype end = qMin(text.size(), start + maxPiece);
    for (qsizetype i = start + match.capturedLength(); i < end; ++i) {
        const QChar c = text[i];
        if (quote.isNull() && c == QLatin1Char('{')) {
            i = closingBrace(text, i);
            if (i < 0)
                return false;
            tag.text.remove(assigned);
            continue;
        }
        tag.text += c;
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == QLatin1Char('"') || c == QLatin1Char('\''))
            quote = c;
        else if (c == QLatin1Char('<'))
            return false;
        if (quote.isNull() && c == QLatin1Char('>')) {
            tag.end = i + 1;
            tag.isEmpty = !tag.closes && tag.text.endsWith(QLatin1String("/>"));
            return true;
        }
    }
    return false;
}

/// What is shown for a tag: HTML stays, of components only what they show themselves.
QString shownFor(const Tag &tag)
{
    if (tag.name == QLatin1String("Link"))
        return tag.closes    ? QStringLiteral("</a>")
               : tag.isEmpty ? QString()
                             : QStringLiteral("<a href=\"%1\">").arg(tag.attribute(QStringLiteral("href")));
    const bool isComponent =
        tag.name.isEmpty() || tag.name.at(0).isUpper() || tag.name.contains(QLatin1Char('.'));
    if (!isComponent)
        return tag.text;
    if (!tag.isEmpty)
        return {};
    const QString source = tag.attribute(QStringLiteral("src"));
    if (tag.name.startsWith(QLatin1String("Im")) && !source.isEmpty())
        return QStringLiteral("<img src=\"%1\" alt=\"%2\">")
            .arg(source, tag.attribute(QStringLiteral("alt")));
    return QStringLiteral("<span class=\"chip\">%1</span>").arg(escapedHtml(tag.name.left(60)));
}

/// Of the inline code that begins at `start`, or of the backticks alone when they are not closed in the line.
qsizetype codeLength(QStringView text, qsizetype start)
{
    const auto ticksAt = [text](qsizetype at) {
        qsizetype ticks = 0;
        while (at + ticks < text.size() && text[at + ticks] == QLatin1Char('`'))
            ++ticks;
        return ticks;
    };
    const qsizetype opening = ticksAt(start);
    for (qsizetype i = start + opening; i < text.size() && text[i] != QLatin1Char('\n');) {
        const qsizetype ticks = ticksAt(i);
        if (ticks == opening)
            return i + ticks - start;
        i += qMax(qsizetype(1), ticks);
    }
    return opening;
}

QString readable(QStringView text, int depth);

/// What `{inside}` shows: a string, the elements in it, or nothing.
// NOLINTNEXTLINE(misc-no-recursion): as deep as maxDepth
QString shownForExpression(QStringView inside, int depth)
{
    static const QRegularExpression element(QStringLiteral("<(?=[A-Za-z>])"));
    const QStringView text = inside.trimmed();
    if (text.startsWith(QLatin1String("/*")) || text.startsWith(QLatin1Char('#')))
        return QLatin1Char('{') + text.toString() + QLatin1Char('}'); // names of headings: for the templates
    const QChar first = text.isEmpty() ? QChar() : text.front();
    if (text.size() >= 2 && text.back() == first &&
        (first == QLatin1Char('"') || first == QLatin1Char('\'') || first == QLatin1Char('`')))
        return text.mid(1, text.size() - 2).toString();
    const qsizetype start = element.match(text.toString()).capturedStart();
    const qsizetype end = text.lastIndexOf(QLatin1Char('>')) + 1;
    return start >= 0 && end > start && depth < maxDepth ? readable(text.mid(start, end - start), depth + 1)
                                                         : QString();
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as maxDepth
QString readable(QStringView text, int depth)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        Tag tag;
        if (c == QLatin1Char('`')) {
            const qsizetype length = codeLength(text, i);
            result += text.mid(i, length);
            i += length - 1;
        } else if (c == QLatin1Char('\\') && i + 1 < text.size()) {
            result += text.mid(i++, 2);
        } else if (c == QLatin1Char('<') && readTag(text, i, tag)) {
            result += shownFor(tag);
            i = tag.end - 1;
        } else if (c == QLatin1Char('{')) {
            const qsizetype end = closingBrace(text, i);
            result += end < 0 ? QString(c) : shownForExpression(text.mid(i + 1, end - i - 1), depth);
            i = end < 0 ? i : end;
        } else {
            result += c;
        }
    }
    return result;
}

/// MDX knows no code by indentation; lines within components are indented as their author liked.
QString withoutIndent(const QString &text)
{
    static const QRegularExpression item(QStringLiteral("^(\\s*)(?:[-*+]|\\d{1,9}[.)])\\s"));
    QStringList lines = text.split(QLatin1Char('\n'));
    qsizetype base = -1; // indentation of the list that is open
    for (QString &line : lines) {
        const QString trimmed = line.trimmed();
        const qsizetype indent = line.indexOf(trimmed);
        if (trimmed.isEmpty())
            continue;
        if (base >= 0 && indent <= base && !item.match(line).hasMatch())
            base = -1;
        if (base < 0 && item.match(line).hasMatch())
            base = indent;
        line.remove(0, base >= 0 ? qMin(base, indent) : indent);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString withoutJsx(const QString &body)
{
    static const QRegularExpression module(QStringLiteral("^(?:import|export)\\s"));
    FenceTracker fences;
    QStringList result;
    QStringList prose;
    bool inModule = false;
    const auto flush = [&] {
        if (!prose.isEmpty())
            result.append(withoutIndent(readable(prose.join(QLatin1Char('\n')), 0)));
        prose.clear();
    };
    for (const QString &line : body.split(QLatin1Char('\n'))) {
        const bool isCode = fences.isCode(line);
        inModule = !isCode && !line.trimmed().isEmpty() && (inModule || module.match(line).hasMatch());
        if (!isCode && !inModule) {
            prose.append(line);
            continue;
        }
        flush();
        result.append(line);
    }
    flush();
    return result.join(QLatin1Char('\n'));
}

} // namespace stillpoint
