#include "app/article/frontmatter.h"

#include "app/article/jsonreader.h"
#include "app/article/tomlreader.h"
#include "app/article/yamlreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stillpoint {

namespace {

constexpr qsizetype maxFrontMatter = qsizetype{128} * 1024;

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

/// `---## Heading` or `--- ## Heading`.
bool isGluedFence(QStringView line)
{
    const QStringView rest = line.mid(3);
    return line.startsWith(QLatin1String("---")) && !rest.isEmpty() && rest.front() != QLatin1Char('-') &&
           (!rest.front().isSpace() || rest.trimmed().startsWith(QLatin1Char('#')));
}

bool looksLikeMeta(QStringView line)
{
    static const QRegularExpression key(
        QStringLiteral("^(?:[\\p{L}_\"'][^:]{0,60}:(?:\\s|$)|[ \\t]+\\S|-[ \\t])"));
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
        const bool glued = yaml && isGluedFence(line);
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

/// Paragraphs behind a blank line: then the first `---` was a rule, or front matter was never closed.
bool holdsProse(QStringView inner)
{
    bool afterBlank = false;
    for (const QStringView line : inner.split(QLatin1Char('\n'))) {
        const bool blank = line.trimmed().isEmpty();
        if (!blank && afterBlank && !line.startsWith(QLatin1Char('#')) && !looksLikeMeta(line))
            return true;
        afterBlank = blank;
    }
    return false;
}

void take(FrontMatter &result, const QString &text, const Block &block, MetaReading reading)
{
    result.root = std::move(reading.root);
    result.issues += reading.issues;
    result.body = text.mid(block.bodyStart);
    result.bodyLine = block.bodyLine;
}

MetaReading readYamlWithin(const Block &block)
{
    return block.inner.size() <= maxFrontMatter ? readYaml(block.inner, block.innerLine) : MetaReading();
}

FrontMatter readYamlBlock(const QString &text, LineWalker lines)
{
    FrontMatter result;
    result.body = text;
    Block block = findBlock(lines, u"---");
    MetaReading reading = block.closed ? readYamlWithin(block) : MetaReading();
    if (!block.closed || (!reading.ok && holdsProse(block.inner))) {
        block = findUnclosed(lines);
        if (block.inner.trimmed().isEmpty())
            return result;
        reading = readYamlWithin(block);
    }
    result.format = FrontMatter::Format::Yaml;
    if (!reading.ok) {
        reading = readYamlByLines(block.inner.left(maxFrontMatter), block.innerLine);
        // Text between two rules.
        if (!reading.ok)
            return {FrontMatter::Format::None, {}, text, 1, {}};
        result.format = FrontMatter::Format::YamlByLines;
        reading.issues.append(
            {block.innerLine, ArticleIssue::Severity::Warning,
             tr("The front matter is not valid YAML and was read line by line. Title, date and "
                "tags are taken as far as they can be recognised.")});
    }
    take(result, text, block, std::move(reading));
    if (!block.closed) {
        result.issues.append(
            {block.innerLine, ArticleIssue::Severity::Warning,
             tr("The front matter has no closing “---”. It was taken to end where the lines no "
                "longer look like “key: value”.")});
    }
    return result;
}

FrontMatter readTomlBlock(const QString &text, LineWalker lines)
{
    FrontMatter result;
    result.body = text;
    const Block block = findBlock(lines, u"+++");
    if (!block.closed)
        return result;
    result.format = FrontMatter::Format::Toml;
    MetaReading reading;
    if (block.inner.size() <= maxFrontMatter)
        reading = readToml(block.inner, block.innerLine);
    if (!reading.ok) {
        reading = readTomlByLines(block.inner.left(maxFrontMatter));
        if (!reading.ok && !block.inner.trimmed().isEmpty())
            return {FrontMatter::Format::None, {}, text, 1, {}};
        reading.issues.append(
            {block.innerLine, ArticleIssue::Severity::Warning,
             tr("The front matter is not valid TOML and was read line by line. Title, date and "
                "tags are taken as far as they can be recognised.")});
    }
    take(result, text, block, std::move(reading));
    return result;
}

/// The first balanced object, also as go.dev writes it: `<!--{ … }-->`.
FrontMatter readJsonBlock(const QString &text, LineWalker lines)
{
    FrontMatter result;
    result.body = text;
    const bool comment = lines.line().startsWith(QLatin1String("<!--"));
    const qsizetype start = lines.start + (comment ? 4 : 0);
    const qsizetype length = jsonObjectLength(QStringView(text).mid(start, maxFrontMatter));
    const QStringView object = QStringView(text).mid(start, length);
    MetaReading reading = length > 0 ? readJson(object) : MetaReading();
    // JSON written by hand has commas too many; YAML's flow style forgives that.
    static const QRegularExpression quotedKey(QStringLiteral("^\\{\\s*\""));
    if (!reading.ok && length > 0 && quotedKey.match(object.left(1000).toString()).hasMatch())
        reading = readYaml(object, lines.number);
    if (!reading.ok)
        return result;
    result.format = FrontMatter::Format::Json;
    Block block;
    block.bodyStart = start + length;
    if (comment && QStringView(text).mid(block.bodyStart).startsWith(QLatin1String("-->")))
        block.bodyStart += 3;
    block.bodyLine =
        lines.number +
        static_cast<int>(text.mid(lines.start, block.bodyStart - lines.start).count(QLatin1Char('\n')));
    take(result, text, block, std::move(reading));
    return result;
}

/// Pelican's bare `Title: x` lines and `[#]: key: (value)` of translators: taken off the body when the very
/// first line is one.
FrontMatter readBareLines(const QString &text, LineWalker lines)
{
    static const QRegularExpression bare(
        QStringLiteral("^(title|date|modified|category|tags|slug|authors?|summary|lang|status):[ \\t]+(.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression reference(QStringLiteral("^\\[#\\]: *([\\w-]+): *[\"(]?(.*?)[\")]?$"));
    FrontMatter result;
    result.body = text;
    const QString first = lines.line().toString();
    const bool pelican = first.startsWith(QLatin1String("title:"), Qt::CaseInsensitive);
    const QRegularExpression &pattern = pelican ? bare : reference;
    for (; !lines.atEnd(); lines.advance()) {
        const QRegularExpressionMatch match = pattern.match(lines.line().toString());
        if (!match.hasMatch())
            break;
        result.format = FrontMatter::Format::YamlByLines;
        const QString key = match.captured(1).toLower();
        result.root.set(key == QLatin1String("subject") ? QStringLiteral("title") : key,
                        MetaValue::scalar(match.captured(2)));
    }
    if (result.format != FrontMatter::Format::None) {
        result.body = text.mid(lines.start);
        result.bodyLine = lines.number;
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
    if (isFence(first, u"---") || isFence(first, u"---yaml")) {
        lines.advance();
        return readYamlBlock(text, lines);
    }
    if (isFence(first, u"+++")) {
        lines.advance();
        return readTomlBlock(text, lines);
    }
    if (first.startsWith(QLatin1Char('{')) || first.startsWith(QLatin1String("<!--{")))
        return readJsonBlock(text, lines);
    return readBareLines(text, lines);
}

} // namespace stillpoint
