#include "app/article/templates.h"

#include "app/article/bodytext.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace stillpoint {

namespace {

/// Names of tags that are closed somewhere: `{% endNAME %}`, `{{< /NAME >}}`.
QSet<QString> pairedNames(const QString &body)
{
    static const QRegularExpression closing(
        QStringLiteral("\\{%-?\\s*(?:end|/\\s*)(\\w+)|\\{\\{[<%]\\s*/\\s*([\\w./-]+)"));
    QSet<QString> names;
    if (!holdsMark(body, QLatin1String("{%")) && !holdsMark(body, QLatin1String("{{")))
        return names;
    for (auto it = closing.globalMatch(body); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        names.insert(match.captured(1) + match.captured(2));
    }
    return names;
}

QString nameOf(const QString &tag)
{
    static const QRegularExpression name(QStringLiteral("^\\{[%{][<%]?-?\\s*([\\w./-]+)"));
    return name.match(tag).captured(1);
}

/// Works through the lines; knows whether it is in code, in `{% raw %}` or in a comment.
class NoiseFilter
{
public:
    explicit NoiseFilter(const QString &body)
        : m_lines(body.split(QLatin1Char('\n')))
        , m_paired(pairedNames(body))
    {
    }

    /// Whether any line could change: most articles are spared the work.
    static bool hasWork(const QString &body)
    {
        if (body.contains(QLatin1Char('{')))
            return true;
        for (const QStringView line : qTokenize(body, QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("import")) || line.startsWith(QLatin1String("export")) ||
                isContentsMark(line))
                return true;
        }
        return false;
    }

    QString run()
    {
        for (m_next = 0; m_next < m_lines.size();)
            filterLine(m_lines.at(m_next++));
        return m_result.join(QLatin1Char('\n'));
    }

private:
    void filterLine(QString line)
    {
        static const QRegularExpression codeStart(
            QStringLiteral("^\\s*(?:\\{%-?\\s*highlight\\s+([\\w+#-]+)|\\{\\{[<%]\\s*highlight\\s+\"?([\\w+#-"
                           "]+)).*[%>]\\}+\\s*$"));
        static const QRegularExpression codeEnd(
            QStringLiteral("^\\s*(?:\\{%-?\\s*endhighlight|\\{\\{[<%]\\s*/\\s*highlight).*\\}\\s*$"));
        if (m_inHighlight) {
            m_inHighlight = !codeEnd.match(line).hasMatch();
            m_result.append(m_inHighlight ? line : QStringLiteral("~~~~~~"));
            return;
        }
        if (m_fences.isCode(line)) {
            m_result.append(line);
            return;
        }
        const bool hasBrace = line.contains(QLatin1Char('{'));
        if ((hasBrace || m_inGoRaw) && isGoRaw(line))
            return;
        const QRegularExpressionMatch code = hasBrace ? codeStart.match(line) : QRegularExpressionMatch();
        if (code.hasMatch()) {
            m_inHighlight = true;
            m_result.append(QLatin1String("~~~~~~") + code.captured(1) + code.captured(2));
            return;
        }
        if (isModuleLine(line))
            return;
        if (!hasBrace && !m_inComment) {
            if (!isContentsMark(line))
                m_result.append(line);
            return;
        }
        joinUnclosed(line);
        keepHeadingName(line);
        const QString filtered = withoutAttributeLists(filterInline(line));
        if (!filtered.trimmed().isEmpty() || line.trimmed().isEmpty())
            m_result.append(filtered);
    }

    /// Go's ``{{raw ` `` and `` `}} ``, each on a line of its own around code.
    bool isGoRaw(const QString &line)
    {
        static const QRegularExpression opening(QStringLiteral("^\\s*\\{\\{-?\\s*raw\\s+`\\s*$"));
        static const QRegularExpression closing(QStringLiteral("^\\s*`\\s*-?\\}\\}\\s*$"));
        if (!m_inGoRaw && !line.contains(QLatin1String("{{")))
            return false;
        const bool isMark = (m_inGoRaw ? closing : opening).match(line).hasMatch();
        m_inGoRaw = m_inGoRaw != isMark;
        return isMark;
    }

    static bool isContentsMark(QStringView line)
    {
        const QStringView trimmed = line.trimmed();
        if (!trimmed.startsWith(QLatin1Char('[')) || trimmed.size() > 9)
            return false;
        const QString text = trimmed.toString().toLower();
        return text == QLatin1String("[toc]") || text == QLatin1String("[[toc]]") ||
               text == QLatin1String("[[_toc_]]");
    }

    /// `import X from "y"` and `export …` of MDX; an export reaches to the next blank line.
    bool isModuleLine(const QString &line)
    {
        static const QRegularExpression import(
            QStringLiteral("^import\\s+(?:[\\w*{}\\s,$]+\\s+from\\s+)?[\"'][^\"']+[\"'];?\\s*$"));
        static const QRegularExpression exported(
            QStringLiteral("^export\\s+(?:default|const|let|var|function|async|class|\\{|\\*)"));
        if (line.startsWith(QLatin1String("import")) && import.match(line).hasMatch())
            return true;
        if (!line.startsWith(QLatin1String("export")) || !exported.match(line).hasMatch())
            return false;
        while (m_next < m_lines.size() && !m_lines.at(m_next).trimmed().isEmpty())
            ++m_next;
        return true;
    }

    /// A tag may run over several lines.
    void joinUnclosed(QString &line)
    {
        constexpr int maxLines = 30;
        for (int i = 0; i < maxLines && m_next < m_lines.size(); ++i) {
            const bool liquid = line.lastIndexOf(QLatin1String("{%")) > line.lastIndexOf(QLatin1String("%}"));
            const bool code = line.lastIndexOf(QLatin1String("{{<")) > line.lastIndexOf(QLatin1String(">}}"));
            const bool expression =
                line.lastIndexOf(QLatin1String("{{")) > line.lastIndexOf(QLatin1String("}}")) &&
                m_lines.at(m_next).contains(QLatin1String("}}"));
            if ((!liquid && !code && !expression) || m_lines.at(m_next).trimmed().isEmpty())
                return;
            line += QLatin1Char(' ') + m_lines.at(m_next++).trimmed();
        }
    }

    /// Replaces the tags outside of inline code.
    QString filterInline(const QString &line)
    {
        static const QRegularExpression pieces(
            QStringLiteral("(`+)(?!`).*?(?<!`)\\1(?!`)"
                           "|\\{\\{<(?:[^>]|>(?!\\}\\}))*>\\}\\}|\\{\\{%(?:[^%]|%(?!\\}\\}))*%\\}\\}"
                           "|\\{%(?:[^%]|%(?!\\}))*%\\}|\\{\\{(?:[^}]|\\}(?!\\}))*\\}\\}|\\{/\\*.*?\\*/\\}"));
        QString result;
        qsizetype last = 0;
        for (auto it = pieces.globalMatch(line); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            addText(result, QStringView(line).mid(last, match.capturedStart() - last));
            last = match.capturedEnd();
            const QString piece = match.captured();
            if (piece.startsWith(QLatin1Char('`')))
                addText(result, piece);
            else if (!piece.startsWith(QLatin1String("{/*")))
                addTag(result, piece, last < line.size() ? line.at(last) : QChar());
        }
        addText(result, QStringView(line).mid(last));
        return result;
    }

    void addText(QString &result, QStringView text) const
    {
        if (!m_inComment)
            result += text;
    }

    void addTag(QString &result, const QString &tag, QChar after)
    {
        const bool expression = tag.startsWith(QLatin1String("{{")) &&
                                !tag.startsWith(QLatin1String("{{<")) &&
                                !tag.startsWith(QLatin1String("{{%"));
        const QString name = expression ? QString() : nameOf(tag);
        if (name == QLatin1String("endraw"))
            m_raw = false;
        else if (m_raw)
            addText(result, tag);
        else if (name == QLatin1String("raw"))
            m_raw = true;
        else if (name == QLatin1String("comment"))
            m_inComment = m_paired.contains(name);
        else if (name == QLatin1String("endcomment"))
            m_inComment = false;
        else
            addText(result, readableTag(tag, m_paired.contains(name), standsInText(result, after)));
    }

    /// Not within `](…)`, `"…"` or `<…>`.
    static bool standsInText(const QString &before, QChar after)
    {
        const QChar previous = before.isEmpty() ? QChar() : before.back();
        const bool inTag = before.lastIndexOf(QLatin1Char('<')) > before.lastIndexOf(QLatin1Char('>'));
        const bool inLink = before.lastIndexOf(QLatin1String("](")) > before.lastIndexOf(QLatin1Char(')'));
        return !inTag && !inLink && previous != QLatin1Char('"') && after != QLatin1Char('"');
    }

    /// kramdown: `{: .class}`, `{:toc}`, `{::options /}`, `## Heading {#id}`.
    QString withoutAttributeLists(const QString &line)
    {
        static const QRegularExpression contents(QStringLiteral("^\\s*\\{:\\s*toc[^}]*\\}\\s*$"));
        static const QRegularExpression seed(QStringLiteral("^\\s*(?:[*+-]|\\d+[.)])\\s"));
        static const QRegularExpression lists(
            QStringLiteral("\\{::?/?\\s*(?:[.#][\\w-]|\\w[\\w-]*(?:\\s*=|[\\s/}])|/|\\})[^}]{0,300}\\}?"));
        if (m_raw || !line.contains(QLatin1Char('{')))
            return line;
        if (contents.match(line).hasMatch()) {
            if (!m_result.isEmpty() && seed.match(m_result.last()).hasMatch())
                m_result.removeLast();
            return {};
        }
        if (nameBlockAbove(line))
            return {};
        static const QRegularExpression code(QStringLiteral("(`+)(?!`).*?(?<!`)\\1(?!`)"));
        QString result;
        qsizetype last = 0;
        for (auto it = code.globalMatch(line); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            result += line.mid(last, match.capturedStart() - last).remove(lists) + match.captured();
            last = match.capturedEnd();
        }
        return result + line.mid(last).remove(lists);
    }

    /// `## Heading {#id}` and `## Heading {/*id*/}`: the name becomes an anchor within the heading.
    void keepHeadingName(QString &line) const
    {
        static const QRegularExpression named(QStringLiteral(
            "[ \\t]*\\{(?:#([^\\s{}]{1,200})(?:\\s[^{}]{0,200})?|/\\*\\s*([^\\s{}*]{1,200})\\s*\\*/)\\}"
            "(?!`)([\\s\\x{00a0}]*$)?"));
        static const QRegularExpression heading(QStringLiteral("^[ \\t]{0,3}#{1,6}[ \\t]"));
        const QRegularExpressionMatch match = named.match(line);
        const bool atEnd = match.capturedStart(3) >= 0;
        const bool isRemark = match.capturedLength(2) > 0;
        if (m_raw || !match.hasMatch() || ((isRemark || !atEnd) && !heading.match(line).hasMatch()))
            return;
        line.replace(match.capturedStart(), match.capturedLength(),
                     anchor(match.captured(1) + match.captured(2)));
    }

    /// `{: #id .class}` on a line of its own names the block above.
    bool nameBlockAbove(const QString &line)
    {
        static const QRegularExpression pattern(
            QStringLiteral("^\\s*\\{:[^{}]{0,300}#([^\\s{}]{1,200})[^{}]{0,300}\\}\\s*$"));
        static const QRegularExpression plain(QStringLiteral("^(?!\\s*(?:=+|-+|[|`~<]|\\{)).*\\S"));
        const QRegularExpressionMatch match = pattern.match(line);
        if (!match.hasMatch())
            return false;
        for (qsizetype i = m_result.size(); i-- > 0 && m_result.size() - i <= 2;) {
            if (plain.match(m_result.at(i)).hasMatch()) {
                m_result[i] += anchor(match.captured(1));
                break;
            }
        }
        return true;
    }

    static QString anchor(const QString &name)
    {
        return QStringLiteral(" <a id=\"%1\"></a>").arg(name.toHtmlEscaped());
    }

    QStringList m_lines;
    QStringList m_result;
    QSet<QString> m_paired;
    FenceTracker m_fences;
    qsizetype m_next = 0;
    bool m_inHighlight = false;
    bool m_inGoRaw = false;
    bool m_inComment = false;
    bool m_raw = false;
};

} // namespace

QString withoutTemplateNoise(const QString &body)
{
    if (!NoiseFilter::hasWork(body))
        return body;
    return NoiseFilter(body).run();
}

} // namespace stillpoint
