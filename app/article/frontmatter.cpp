#include "app/article/frontmatter.h"

#include "app/article/yamlreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stillpoint {

namespace {

constexpr qsizetype maxFrontMatter = 128 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Article", text);
}

/// Walks a text line by line without copying it.
struct LineWalker
{
    QStringView text;
    qsizetype start = 0;
    int number = 1;

    bool atEnd() const { return start >= text.size(); }
    QStringView line() const
    {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), start);
        return text.mid(start, (end < 0 ? text.size() : end) - start);
    }
    qsizetype next() const { return qMin(text.size(), start + line().size() + 1); }
    void advance()
    {
        start = next();
        ++number;
    }
};

struct Block
{
    QStringView inner;
    int innerLine = 1;
    qsizetype bodyStart = 0;
    int bodyLine = 1;
    bool closed = false;
};

bool isFence(QStringView line, QStringView fence)
{
    return line.startsWith(fence) && line.mid(fence.size()).trimmed().isEmpty();
}

bool looksLikeMeta(QStringView line)
{
    static const QRegularExpression key(
        QStringLiteral("^(?:[\\p{L}_\"'][^:]{0,60}:(?:\\s|$)|[ \\t]+\\S|-[ \\t]|#)"));
    return key.match(line.toString()).hasMatch();
}

/// From the line after the opening fence to the closing one. A closing `---` may be glued to text.
Block findBlock(LineWalker lines, QStringView fence)
{
    Block block;
    const bool yaml = fence == QLatin1String("---");
    block.innerLine = lines.number;
    const qsizetype innerStart = lines.start;
    for (; !lines.atEnd(); lines.advance()) {
        const QStringView line = lines.line();
        const bool glued = yaml && line.startsWith(fence) && line.size() > 3 && line[3] != QLatin1Char('-') &&
                           !line[3].isSpace();
        if (!glued && !isFence(line, fence) && !(yaml && isFence(line, u"...")))
            continue;
        block.inner = lines.text.mid(innerStart, lines.start - innerStart);
        block.bodyStart = glued ? lines.start + fence.size() : lines.next();
        block.bodyLine = glued ? lines.number : lines.number + 1;
        block.closed = true;
        return block;
    }
    return block;
}

/// An unclosed block ends at the first line that does not look like front matter.
Block findUnclosed(LineWalker lines)
{
    Block block;
    block.innerLine = lines.number;
    const qsizetype innerStart = lines.start;
    while (!lines.atEnd() && looksLikeMeta(lines.line()))
        lines.advance();
    block.inner = lines.text.mid(innerStart, lines.start - innerStart);
    block.bodyStart = lines.start;
    block.bodyLine = lines.number;
    return block;
}

void take(FrontMatter &result, const QString &text, const Block &block, MetaReading reading)
{
    result.root = std::move(reading.root);
    result.issues += reading.issues;
    result.body = text.mid(block.bodyStart);
    result.bodyLine = block.bodyLine;
}

FrontMatter readYamlBlock(const QString &text, LineWalker lines)
{
    FrontMatter result;
    result.body = text;
    Block block = findBlock(lines, u"---");
    const bool closed = block.closed;
    if (!closed)
        block = findUnclosed(lines);
    if (block.inner.trimmed().isEmpty()) {
        if (closed) {
            result.format = FrontMatter::Format::Yaml;
            take(result, text, block, {true, {MetaValue::Kind::Map, {}, {}, {}}, {}});
        }
        return result;
    }
    MetaReading strict;
    if (block.inner.size() <= maxFrontMatter)
        strict = readYaml(block.inner, block.innerLine);
    if (strict.ok) {
        result.format = FrontMatter::Format::Yaml;
        take(result, text, block, std::move(strict));
    } else {
        MetaReading tolerant = readYamlByLines(block.inner.left(maxFrontMatter), block.innerLine);
        if (!tolerant.ok)
            return result;
        result.format = FrontMatter::Format::YamlByLines;
        tolerant.issues.append(
            {block.innerLine, ArticleIssue::Severity::Warning,
             tr("The front matter is not valid YAML and was read line by line. Title, date and "
                "tags are taken as far as they can be recognised.")});
        take(result, text, block, std::move(tolerant));
    }
    if (!closed) {
        result.issues.append(
            {block.innerLine, ArticleIssue::Severity::Warning,
             tr("The front matter has no closing “---”. It was taken to end where the lines no "
                "longer look like “key: value”.")});
    }
    return result;
}

} // namespace

FrontMatter splitFrontMatter(const QString &text)
{
    FrontMatter none;
    none.body = text;
    LineWalker lines{text};
    while (!lines.atEnd() && lines.line().trimmed().isEmpty())
        lines.advance();
    if (lines.atEnd())
        return none;
    const QStringView first = lines.line();
    if (isFence(first, u"---")) {
        lines.advance();
        return readYamlBlock(text, lines);
    }
    return none;
}

} // namespace stillpoint
