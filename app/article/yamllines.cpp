#include "app/article/yamlreader.h"

#include <QRegularExpression>

namespace stillpoint {

namespace {

/// A key at the start of a line, quoted or not, and what stands behind the colon.
QRegularExpressionMatch matchKey(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?:\"([^\"]+)\"|'([^']+)'|([\\p{L}_][\\p{L}\\p{N}_ .-]{0,60}?))[ \\t]*:(?:[ \\t]+(.*))?$"));
    // Only for the keys everybody uses: elsewhere a colon without a space is part of a word or an address.
    static const QRegularExpression glued(QStringLiteral("^()()(title|date|tags|category|author):(\\S.*)$"));
    const QRegularExpressionMatch match = pattern.match(line);
    return match.hasMatch() ? match : glued.match(line);
}

QString unquoted(QString text)
{
    text = text.trimmed();
    if (text.size() >= 2 && (text.front() == QLatin1Char('"') || text.front() == QLatin1Char('\'')) &&
        text.back() == text.front())
        return text.mid(1, text.size() - 2);
    return text;
}

/// A chunk YAML refuses: the rest of the key's line, or a list of the `- item` lines below it.
MetaValue readRaw(const QString &rest, const QStringList &below)
{
    if (!rest.trimmed().isEmpty() && rest.trimmed() != QLatin1String("|") &&
        rest.trimmed() != QLatin1String(">"))
        return MetaValue::scalar(unquoted(rest));
    MetaValue list;
    QStringList lines;
    for (const QString &line : below) {
        const QString text = line.trimmed();
        if (text.startsWith(QLatin1String("- ")))
            list.items.push_back(MetaValue::scalar(unquoted(text.mid(2))));
        else if (!text.isEmpty())
            lines.append(text);
    }
    if (list.items.empty())
        return MetaValue::scalar(lines.join(QLatin1Char(' ')));
    list.kind = MetaValue::Kind::List;
    return list;
}

void addChunk(MetaValue &root, const QStringList &chunk)
{
    const QRegularExpressionMatch key = matchKey(chunk.first());
    if (!key.hasMatch())
        return;
    const QString name = key.captured(1) + key.captured(2) + key.captured(3);
    MetaReading strict = readYaml(chunk.join(QLatin1Char('\n')), 0);
    if (strict.ok && strict.root.keys.size() == 1)
        root.set(strict.root.keys.first(), std::move(strict.root.items.front()));
    else
        root.set(name, readRaw(key.captured(4), chunk.mid(1)));
}

} // namespace

MetaReading readYamlByLines(QStringView text, int)
{
    MetaReading reading;
    reading.root.kind = MetaValue::Kind::Map;
    QStringList chunk;
    for (const QStringView view : text.split(QLatin1Char('\n'))) {
        const QString line = view.toString();
        if (matchKey(line).hasMatch() && !chunk.isEmpty()) {
            addChunk(reading.root, chunk);
            chunk.clear();
        }
        chunk.append(line);
    }
    addChunk(reading.root, chunk);
    reading.ok = !reading.root.keys.isEmpty();
    return reading;
}

} // namespace stillpoint
