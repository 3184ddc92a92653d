#include "app/article/tomlreader.h"

#include <QRegularExpression>
#include <toml++/toml.h>

#include <sstream>

namespace stillpoint {

namespace {

constexpr int maxDepth = 16;

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template<class T>
QString printed(const T &value)
{
    std::ostringstream stream;
    stream << value;
    return fromStd(stream.str());
}

QString scalarText(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return fromStd(text->get());
    if (const auto *number = node.as_integer())
        return QString::number(number->get());
    if (const auto *number = node.as_floating_point())
        return QString::number(number->get());
    if (const auto *truth = node.as_boolean())
        return truth->get() ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *date = node.as_date())
        return printed(date->get());
    if (const auto *time = node.as_time())
        return printed(time->get());
    if (const auto *moment = node.as_date_time())
        return printed(moment->get());
    return {};
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as maxDepth
MetaValue valueOf(const toml::node &node, int depth)
{
    MetaValue value;
    if (depth > maxDepth)
        return value;
    if (const toml::table *table = node.as_table()) {
        value.kind = MetaValue::Kind::Map;
        for (const auto &[key, item] : *table)
            value.set(fromStd(key.str()), valueOf(item, depth + 1));
        return value;
    }
    if (const toml::array *array = node.as_array()) {
        value.kind = MetaValue::Kind::List;
        for (const toml::node &item : *array)
            value.items.push_back(valueOf(item, depth + 1));
        return value;
    }
    return MetaValue::scalar(scalarText(node));
}

} // namespace

MetaReading readToml(QStringView text, int)
{
    try {
        const toml::table table = toml::parse(text.toUtf8().toStdString());
        return {true, valueOf(table, 0), {}};
    } catch (const toml::parse_error &) {
        return {};
    }
}

MetaReading readTomlByLines(QStringView text)
{
    static const QRegularExpression pair(QStringLiteral("^\\s*([\\w-]+)\\s*=\\s*(.*?)\\s*$"));
    static const QRegularExpression quotes(QStringLiteral("^[\"']+|[\"']+$"));
    MetaReading reading;
    reading.root.kind = MetaValue::Kind::Map;
    const QList<QStringView> lines = text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size() && !lines.at(i).startsWith(QLatin1Char('[')); ++i) {
        const QRegularExpressionMatch match = pair.match(lines.at(i).toString());
        if (!match.hasMatch())
            continue;
        QString chunk = lines.at(i).toString();
        // A list may go on below.
        constexpr qsizetype longest = 200;
        const qsizetype last = qMin(lines.size() - 1, i + longest);
        MetaReading strict = readToml(chunk, 0);
        if (!strict.ok && match.captured(2).startsWith(QLatin1Char('['))) {
            for (qsizetype k = i + 1; k <= last && !pair.match(lines.at(k).toString()).hasMatch(); ++k)
                chunk += QLatin1Char('\n') + lines.at(k).toString();
            strict = readToml(chunk, 0);
        }
        QString rest = match.captured(2);
        reading.root.set(match.captured(1), strict.ok && !strict.root.items.empty()
                                                ? std::move(strict.root.items.front())
                                                : MetaValue::scalar(rest.remove(quotes)));
    }
    reading.ok = !reading.root.keys.isEmpty();
    return reading;
}

} // namespace stillpoint
