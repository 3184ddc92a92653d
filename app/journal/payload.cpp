#include "app/journal/payload.h"

#include "app/journal/fieldvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace stillpoint {

namespace {

/// Walks through JSON that is one line without needless spaces.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json)
        : m_json(json)
    {
    }
    bool take(char expected)
    {
        if (m_at >= m_json.size() || m_json[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }
    bool isAtEnd() const { return m_at == m_json.size(); }

    /// A string without escapes; its inside.
    std::optional<QByteArrayView> plainString()
    {
        if (!take('"'))
            return std::nullopt;
        const qsizetype from = m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"' && m_json[m_at] != '\\')
            ++m_at;
        const QByteArrayView inside = m_json.sliced(from, m_at - from);
        return take('"') ? std::optional(inside) : std::nullopt;
    }

    /// Any value, as written.
    std::optional<QByteArrayView> value()
    {
        const qsizetype from = m_at;
        int depth = 0;
        for (; m_at < m_json.size(); ++m_at) {
            const char c = m_json[m_at];
            if (c == '"') {
                if (!skipString())
                    return std::nullopt;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']') {
                if (depth == 0)
                    break;
                --depth;
            } else if (c == ',' && depth == 0) {
                break;
            }
        }
        const bool isWhole = depth == 0 && m_at > from;
        return isWhole ? std::optional(m_json.sliced(from, m_at - from)) : std::nullopt;
    }

private:
    /// From a quotation mark to the one that closes it.
    bool skipString()
    {
        for (++m_at; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at) {
            if (m_json[m_at] == '\\')
                ++m_at;
        }
        return m_at < m_json.size();
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

/// Calls `use` with each member's name and value; false when the text is no plain object or `use` said so.
template<class Use>
bool eachMember(QByteArrayView json, Use &&use)
{
    Scanner scanner(json);
    if (!scanner.take('{'))
        return false;
    if (scanner.take('}'))
        return scanner.isAtEnd();
    do {
        const auto name = scanner.plainString();
        const auto value = name && scanner.take(':') ? scanner.value() : std::nullopt;
        if (!value || !use(*name, *value))
            return false;
    } while (scanner.take(','));
    return scanner.take('}') && scanner.isAtEnd();
}

QString sharedName(QByteArrayView name)
{
    thread_local QHash<QByteArray, QString> pool;
    const QByteArray key = QByteArray::fromRawData(name.data(), name.size());
    const auto known = pool.constFind(key);
    if (known != pool.constEnd())
        return *known;
    return *pool.insert(name.toByteArray(), QString::fromUtf8(name));
}

std::optional<QByteArrayView> stringIn(QByteArrayView value)
{
    Scanner scanner(value);
    const auto inside = scanner.plainString();
    return scanner.isAtEnd() ? inside : std::nullopt;
}

/// One copy of each short text; most are words of closed lists and zones.
QJsonValue sharedText(QByteArrayView text)
{
    constexpr qsizetype longest = 20;
    constexpr qsizetype most = 512;
    thread_local QHash<QByteArray, QJsonValue> pool;
    if (text.size() > longest)
        return QString::fromUtf8(text);
    const auto known = pool.constFind(QByteArray::fromRawData(text.data(), text.size()));
    if (known != pool.constEnd())
        return *known;
    QJsonValue value(QString::fromUtf8(text));
    if (pool.size() < most)
        pool.insert(text.toByteArray(), value);
    return value;
}

std::optional<double> numberIn(QByteArrayView value)
{
    if (value.size() == 1 && value[0] >= '0' && value[0] <= '9')
        return value[0] - '0';
    bool isNumber = false;
    const double number = value.toByteArray().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool readInstantIn(std::optional<qint64> &target, QByteArrayView value)
{
    const auto text = stringIn(value);
    if (!text)
        return false;
    thread_local QString copy; // one buffer for all
    copy.resize(text->size());
    std::transform(text->begin(), text->end(), copy.begin(), [](char c) { return QLatin1Char(c); });
    target = fromRfc3339(copy);
    return target.has_value();
}

} // namespace

std::optional<PayloadFields> payloadFields(QByteArrayView json)
{
    PayloadFields fields;
    const bool isPlain = eachMember(json, [&fields](QByteArrayView name, QByteArrayView value) {
        fields.append({sharedName(name), value});
        return true;
    });
    return isPlain ? std::optional(std::move(fields)) : std::nullopt;
}

QJsonValue valueOf(const PayloadField &field)
{
    if (field.value == QByteArrayView("true"))
        return true;
    if (field.value == QByteArrayView("false"))
        return false;
    if (field.isNull())
        return QJsonValue::Null;
    if (const auto text = stringIn(field.value))
        return sharedText(*text);
    bool isWhole = false;
    if (const qlonglong number = field.value.toLongLong(&isWhole); isWhole)
        return number;
    const QByteArray list = '[' + field.value.toByteArray() + ']';
    return QJsonDocument::fromJson(list).array().at(0);
}

std::optional<Rating> ratingIn(QByteArrayView value)
{
    Rating rating;
    const bool isPlain = eachMember(value, [&rating](QByteArrayView name, QByteArrayView part) {
        if (name == QByteArrayView("v")) {
            rating.value = numberIn(part);
            return rating.value.has_value();
        }
        if (name == QByteArrayView("sv")) {
            const auto version = numberIn(part);
            rating.scaleVersion = static_cast<int>(version.value_or(0));
            return version && *version == rating.scaleVersion;
        }
        if (name == QByteArrayView("given"))
            return readInstantIn(rating.givenMs, part);
        if (name == QByteArrayView("about"))
            return readInstantIn(rating.aboutMs, part);
        const auto word = name == QByteArrayView("prov") ? stringIn(part) : std::nullopt;
        const auto provenance = word ? provenanceFromName(QLatin1String(*word)) : std::nullopt;
        rating.provenance = provenance.value_or(Provenance::Live);
        return provenance.has_value();
    });
    return isPlain && rating.value ? std::optional(rating) : std::nullopt;
}

} // namespace stillpoint
