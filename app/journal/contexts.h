#pragma once

#include <QString>

#include <optional>

namespace stillpoint {

/// A circumstance worth noting beside a rating ("poor-sleep"). From resources/data/contexts.json; a person's
/// own are their code with hyphens read as spaces.
struct Context
{
    QString code;
    QString name;
    bool operator==(const Context &) const = default;
};

const QList<Context> &shippedContexts();
QString contextName(const QString &code);
/// The code for words a person typed: lower case, hyphens for spaces.
QString contextCode(const QString &words);

} // namespace stillpoint
