#include "app/article/containers.h"

#include "app/article/bodytext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace stillpoint {

namespace {

constexpr int maxDepth = 8;

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent) == QLatin1Char(' '))
        ++indent;
    return indent;
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

/// The title an author gave, else the kind: `note` -> `Note`.
QString titleOf(const QString &title, const QString &kind)
{
    if (!title.trimmed().isEmpty())
        return title.trimmed();
    return kind.left(1).toUpper() + kind.mid(1).toLower();
}

/// Works through the lines; calls itself for what a box holds.
class ContainerFilter
{
public:
    ContainerFilter(QStringList lines, int depth)
        : m_lines(std::move(lines))
        , m_depth(depth)
    {
    }

    QStringList run()
    {
        for (m_next = 0; m_next < m_lines.size();) {
            const QString line = m_lines.at(m_next++);
            if (m_fences.isCode(line))
                m_result.append(line);
            else if (!takeMarked(line))
                takeLine(line);
        }
        return m_result;
    }

    int conflictLine() const { return m_conflictLine; }

private:
    /// Whether the line's first character makes it a mark that was dealt with.
    bool takeMarked(const QString &line)
    {
        const QStringView text = QStringView(line).trimmed();
        const char16_t first = text.isEmpty() ? u' ' : text.front().unicode();
        if ((first == u'<' || first == u'|' || first == u'=' || first == u'>') && takeConflict(line))
            return true;
        switch (first) {
        case u'!':
        case u'?':
        case u'=':
            return takeIndented(line);
        case u':':
            return takeColons(line);
        case u'>':
            return takeAlert(line);
        default:
            return false;
        }
    }

    void say(const QString &indent, const QString &title)
    {
        if (title.isEmpty())
            return;
        m_result.append(indent + QLatin1String("**") + title + QLatin1String("**"));
    }

    /// `<<<<<<< HEAD`, `=======`, `>>>>>>> other`.
    bool takeConflict(const QString &line)
    {
        static const QRegularExpression mark(QStringLiteral("^(<{7}|\\|{7}|={7}|>{7})(?:\\s.*)?$"));
        const QRegularExpressionMatch match = mark.match(line);
        const QChar kind = match.hasMatch() ? line.at(0) : QChar();
        if (kind == QLatin1Char('<') && m_depth == 0) {
            const bool ends =
                std::any_of(m_lines.cbegin() + m_next, m_lines.cend(),
                            [](const QString &later) { return later.startsWith(QLatin1String(">>>>>>>")); });
            if (!ends)
                return false;
            m_inConflict = true;
            if (m_conflictLine == 0)
                m_conflictLine = static_cast<int>(m_next);
        } else if (kind.isNull() || !m_inConflict) {
            return false;
        }
        m_inConflict = kind != QLatin1Char('>');
        m_result.append(QString());
        return true;
    }

    /// `!!! note "Title"`, `??? tip`, `=== "Tab"`, and the indented lines below.
    bool takeIndented(const QString &line)
    {
        static const QRegularExpression box(
            QStringLiteral("^( *)(?:(?:!!!|\\?\\?\\?\\+?)[ \\t]+([\\w-]+)[\\w \\t-]*|={3}[!+]?[ "
                           "\\t]+(?=\"))(?:\"([^\"]*)\")?\\s*$"));
        const QRegularExpressionMatch match = box.match(line);
        const qsizetype inner = match.capturedLength(1) + 4;
        if (!match.hasMatch() || m_depth >= maxDepth)
            return false;
        QStringList held;
        qsizetype end = m_next;
        for (qsizetype i = m_next; i < m_lines.size(); ++i) {
            const bool blank = isBlank(m_lines.at(i));
            if (!blank && indentOf(m_lines.at(i)) < inner)
                break;
            held.append(m_lines.at(i).mid(inner));
            if (!blank)
                end = i + 1;
        }
        if (end == m_next)
            return false;
        held.resize(end - m_next);
        m_next = end;
        const QString indent = match.captured(1) + QLatin1String("> ");
        m_result.append(QString());
        say(indent, titleOf(match.captured(3), match.captured(2)));
        m_result.append(indent);
        for (const QString &inside : ContainerFilter(held, m_depth + 1).run())
            m_result.append(indent + inside);
        m_result.append(QString());
        return true;
    }

    /// `:::tip[Title]` or `::: details Title` and the closing `:::`; Microsoft's `:::image … :::` on one
    /// line.
    bool takeColons(const QString &line)
    {
        static const QRegularExpression whole(QStringLiteral("^(\\s*):::([\\w-]+)(.*):::\\s*$"));
        static const QRegularExpression opening(QStringLiteral(
            "^(\\s*):{3,}[ \\t]*([A-Za-z][\\w-]*)[ \\t]*(?:\\[([^\\]]*)\\]|([^{}]*))?(?:\\{[^}]*\\})?\\s*$"));
        static const QRegularExpression closing(QStringLiteral("^\\s*:{3,}\\s*$"));
        QRegularExpressionMatch match = whole.match(line);
        if (match.hasMatch()) {
            if (match.captured(2) == QLatin1String("image"))
                m_result.append(match.captured(1) + image(match.captured(3)));
            return true;
        }
        if (m_openColons > 0 && closing.match(line).hasMatch()) {
            --m_openColons;
            m_result.append(QString());
            return true;
        }
        match = opening.match(line);
        if (!match.hasMatch())
            return false;
        ++m_openColons;
        m_result.append(QString());
        say(match.captured(1), titleOf(match.captured(3) + match.captured(4), match.captured(2)));
        m_result.append(QString());
        return true;
    }

    static QString image(const QString &attributes)
    {
        static const QRegularExpression source(QStringLiteral("\\bsource=\"([^\"<>]*)\""));
        static const QRegularExpression alt(QStringLiteral("\\balt-text=\"([^\"\\[\\]]*)\""));
        return QStringLiteral("![%1](<%2>)")
            .arg(alt.match(attributes).captured(1), source.match(attributes).captured(1));
    }

    /// `> [!NOTE] Title` of GitHub, Obsidian and Microsoft.
    bool takeAlert(const QString &line)
    {
        static const QRegularExpression alert(
            QStringLiteral("^(\\s*(?:>[ \\t]?)+)\\[!([A-Za-z]+)\\][-+]?[ \\t]*(.*)$"));
        const QRegularExpressionMatch match = alert.match(line);
        if (!match.hasMatch())
            return false;
        say(match.captured(1), titleOf(match.captured(3), match.captured(2)));
        m_result.append(match.captured(1));
        return true;
    }

    void takeLine(const QString &line)
    {
        static const QRegularExpression abbreviation(QStringLiteral("^ {0,3}\\*\\[[^\\]]+\\]:\\s"));
        static const QRegularExpression inclusion(
            QStringLiteral("(?<!`)\\[!(?:include|code[\\w-]*)\\s*\\[[^\\]]*\\]\\([^()]*\\)\\]"),
            QRegularExpression::CaseInsensitiveOption);
        if (abbreviation.match(line).hasMatch())
            return;
        m_result.append(line.contains(QLatin1String("[!")) ? QString(line).remove(inclusion) : line);
    }

    QStringList m_lines;
    QStringList m_result;
    FenceTracker m_fences;
    qsizetype m_next = 0;
    int m_depth;
    int m_openColons = 0;
    int m_conflictLine = 0;
    bool m_inConflict = false;
};

/// Most articles hold none, and an import reads many.
bool mayHoldContainers(const QString &body)
{
    for (const char *mark : {"!!!", "???", "=== \"", ":::", "[!", "*[", "<<<<<<<"}) {
        if (holdsMark(body, QLatin1String(mark)))
            return true;
    }
    return false;
}

} // namespace

ReadableContainers readableContainers(const QString &body)
{
    if (!mayHoldContainers(body))
        return {body, 0};
    ContainerFilter filter(body.split(QLatin1Char('\n')), 0);
    ReadableContainers result;
    result.body = filter.run().join(QLatin1Char('\n'));
    result.conflictLine = filter.conflictLine();
    return result;
}

} // namespace stillpoint
