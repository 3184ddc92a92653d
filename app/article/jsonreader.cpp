#include "app/article/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stillpoint {

namespace {

constexpr int maxDepth = 16;

MetaValue valueOf(const QJsonValue &json, int depth)
{
    MetaValue value;
    if (depth > maxDepth || json.isNull())
        return value;
    if (json.isObject()) {
        value.kind = MetaValue::Kind::Map;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            value.set(it.key(), valueOf(it.value(), depth + 1));
        return value;
    }
    if (json.isArray()) {
        value.kind = MetaValue::Kind::List;
        for (const QJsonValue item : json.toArray())
            value.items.push_back(valueOf(item, depth + 1));
        return value;
    }
    return MetaValue::scalar(json.toVariant().toString());
}

} // namespace

qsizetype jsonObjectLength(QStringView text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            if (c == QLatin1Char('\\'))
                ++i;
            else if (c == QLatin1Char('"'))
                inString = false;
        } else if (c == QLatin1Char('"')) {
            inString = true;
        } else if (c == QLatin1Char('{')) {
            ++depth;
        } else if (c == QLatin1Char('}') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

MetaReading readJson(QStringView text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    MetaReading reading;
    reading.ok = document.isObject() && !document.object().isEmpty();
    if (reading.ok)
        reading.root = valueOf(document.object(), 0);
    return reading;
}

} // namespace stillpoint
