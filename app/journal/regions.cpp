#include "app/journal/regions.h"

#include "app/journal/datafile.h"
#include "app/journal/nearnames.h"

#include <QJsonObject>

#include <algorithm>

namespace stillpoint {

namespace {

Region regionFrom(const QJsonValue &row)
{
    Region region;
    region.code = row[QLatin1String("code")].toString();
    region.name = dataText(row[QLatin1String("name")].toString());
    region.rollUp = row[QLatin1String("rollUp")].toString();
    for (const auto &neighbour : row[QLatin1String("neighbours")].toArray())
        region.neighbours.append(neighbour.toString());
    return region;
}

} // namespace

const QList<Region> &shippedRegions()
{
    static const QList<Region> regions = [] {
        QList<Region> list;
        for (const auto &row : dataFile(QStringLiteral("regions")))
            list.append(regionFrom(row));
        return list;
    }();
    return regions;
}

std::optional<Region> regionByCode(const QString &code)
{
    const QList<Region> &all = shippedRegions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Region &r) { return r.code == code; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QStringList nearRegions(const QString &code)
{
    QList<NamedCode> choices;
    for (const Region &region : shippedRegions())
        choices.append({region.code, region.name});
    return nearCodes(code, choices);
}

} // namespace stillpoint
