#include "app/article/bodytext.h"

#include <QRegularExpression>

#include <algorithm>

namespace stillpoint {

namespace {

qsizetype indentOf(QStringView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == QLatin1Char(' '))
        ++indent;
    return indent;
}

/// The tags of a line whose every word begins with `#`; empty otherwise.
QStringList hashtagsOf(const QString &line)
{
    static const QRegularExpression whitespace(QStringLiteral("\\s+"));
    static const QRegularExpression marker(QStringLiteral("^#{1,6}$"));
    QStringList tags;
    const QStringList words = line.split(whitespace, Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const bool edge = i == 0 || i == words.size() - 1;
        if (edge && marker.match(word).hasMatch())
            continue;
        if (!word.startsWith(QLatin1Char('#')) || word.size() < 2 || word[1] == QLatin1Char('#'))
            return {};
        tags.append(word.mid(1));
    }
    return tags;
}

bool isHeadingLine(QStringView line)
{
    static const QRegularExpression pattern(QStringLiteral("^ {0,3}#{1,6}(?:[ \\t]|$)"));
    return pattern.match(line.toString()).hasMatch();
}

} // namespace

bool FenceTracker::isCode(QStringView line)
{
    const QStringView text = line.trimmed();
    const QChar first = text.isEmpty() ? QChar() : text.front();
    const bool fenceCharacter = first == QLatin1Char('`') || first == QLatin1Char('~');
    qsizetype length = 0;
    while (fenceCharacter && length < text.size() && text[length] == first)
        ++length;
    if (m_length > 0) {
        if (first == m_character && length >= m_length && length == text.size())
            m_length = 0;
        return true;
    }
    // The text behind an opening fence of backticks has none: otherwise it is inline code.
    if (length < 3 || (first == QLatin1Char('`') && text.mid(length).contains(first)))
        return false;
    m_character = first;
    m_length = length;
    return true;
}

bool holdsMark(QStringView text, QLatin1String mark)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto rare = std::find_if_not(mark.begin(), mark.end(), isLetter);
    const qsizetype offset = rare == mark.end() ? 0 : rare - mark.begin();
    for (qsizetype i = text.indexOf(mark.at(offset), offset); i >= 0;
         i = text.indexOf(mark.at(offset), i + 1)) {
        if (text.mid(i - offset).startsWith(mark))
            return true;
    }
    return false;
}

HashtagLine takeHashtagLine(const QString &body)
{
    // Most articles end otherwise, and need not be taken apart.
    const QStringView end = QStringView(body).trimmed();
    if (!end.mid(end.lastIndexOf(QLatin1Char('\n')) + 1).contains(QLatin1Char('#')))
        return {{}, body};
    QStringList lines = body.split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    if (lines.isEmpty() || !lines.last().contains(QLatin1Char('#')))
        return {{}, body};
    qsizetype start = lines.size() - 1;
    if (!isHeadingLine(lines.last())) {
        while (start > 0 && !lines.at(start - 1).trimmed().isEmpty() && !isHeadingLine(lines.at(start - 1)))
            --start;
    }
    QStringList tags;
    for (qsizetype i = start; i < lines.size(); ++i) {
        const QStringList found = indentOf(lines.at(i)) > 3 ? QStringList() : hashtagsOf(lines.at(i));
        if (found.isEmpty())
            return {{}, body};
        tags += found;
    }
    FenceTracker fences;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (fences.isCode(lines.at(i)) && i >= start)
            return {{}, body};
    }
    return {tags, lines.mid(0, start).join(QLatin1Char('\n')) + QLatin1Char('\n')};
}

QString firstHeading(const QString &body)
{
    static const QRegularExpression atx(QStringLiteral("^ {0,3}#[ \\t]+(.*?)(?:[ \\t]+#+)?[ \\t]*$"));
    static const QRegularExpression html(QStringLiteral("^\\s*<h1(?:\\s[^<>]*)?>(.+?)</h1>"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression underline(QStringLiteral("^ {0,3}=+[ \\t]*$"));
    static const QRegularExpression otherBlock(QStringLiteral("^(?:[*+>-]|\\d+[.)]|<|#|\\|)"));
    FenceTracker fences;
    QString previous;
    for (const QStringView view : QStringView(body).split(QLatin1Char('\n'))) {
        if (fences.isCode(view) || view.size() > 2000) {
            previous.clear();
            continue;
        }
        const QString line = view.toString();
        const QRegularExpressionMatch heading = atx.match(line);
        if (heading.hasMatch() && !heading.captured(1).trimmed().isEmpty())
            return heading.captured(1).trimmed();
        const QRegularExpressionMatch element = html.match(line);
        if (element.hasMatch() && !element.captured(1).trimmed().isEmpty())
            return element.captured(1).trimmed();
        if (underline.match(line).hasMatch() && !previous.isEmpty() && !otherBlock.match(previous).hasMatch())
            return previous;
        previous = line.trimmed();
    }
    return {};
}

} // namespace stillpoint
