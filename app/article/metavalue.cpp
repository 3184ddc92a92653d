#include "app/article/metavalue.h"

namespace stillpoint {

const MetaValue *MetaValue::find(QStringView name) const
{
    for (qsizetype i = keys.size(); i-- > 0;) {
        if (keys.at(i).compare(name, Qt::CaseInsensitive) == 0)
            return &items[static_cast<std::size_t>(i)];
    }
    return nullptr;
}

QString MetaValue::asText() const
{
    if (kind == Kind::Scalar)
        return text;
    QStringList parts;
    if (kind == Kind::List) {
        for (const MetaValue &item : items) {
            if (item.kind == Kind::Scalar && !item.text.trimmed().isEmpty())
                parts.append(item.text.trimmed());
        }
    }
    return parts.join(QLatin1String(", "));
}

void MetaValue::set(const QString &key, MetaValue value)
{
    kind = Kind::Map;
    const qsizetype known = keys.indexOf(key);
    if (known >= 0) {
        items[static_cast<std::size_t>(known)] = std::move(value);
        return;
    }
    keys.append(key);
    items.push_back(std::move(value));
}

} // namespace stillpoint
