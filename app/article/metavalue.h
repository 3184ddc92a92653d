#pragma once

#include "app/article/issue.h"

#include <QStringList>

#include <vector>

namespace stillpoint {

/// One value of front matter, whatever its format. Scalars stay the text that was written.
struct MetaValue
{
    enum class Kind { Null, Scalar, List, Map };
    Kind kind = Kind::Null;
    QString text;                 ///< of a scalar
    QStringList keys;             ///< of a map, one for each of `items`
    std::vector<MetaValue> items; ///< of a list or map

    static MetaValue scalar(QString value) { return {Kind::Scalar, std::move(value), {}, {}}; }

    /// The entry of a map whose key equals `name` in any case; the last one wins. Null when absent.
    const MetaValue *find(QStringView name) const;
    /// A scalar's text; a list's scalars joined by commas; else empty.
    QString asText() const;
    bool isEmpty() const { return kind == Kind::Null || (text.trimmed().isEmpty() && items.empty()); }
    void set(const QString &key, MetaValue value);
};

/// What reading one block of front matter gave.
struct MetaReading
{
    bool ok = false;
    MetaValue root; ///< a map when ok
    ArticleIssues issues;
};

} // namespace stillpoint
