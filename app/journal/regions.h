#pragma once

#include <QStringList>

#include <optional>

namespace stillpoint {

/// A body region; sides are the person's own. From resources/data/regions.json, whose codes are the ids of
/// the body map.
struct Region
{
    QString code;   ///< "back.left.shoulder-blade", "front.neck"
    QString name;   ///< "Left shoulder blade"
    QString rollUp; ///< "upper-back"
    QStringList neighbours;
    bool operator==(const Region &) const = default;
};

const QList<Region> &shippedRegions();
std::optional<Region> regionByCode(const QString &code);
QStringList nearRegions(const QString &code);

} // namespace stillpoint
