#include "app/journal/scales.h"

#include "app/journal/datafile.h"

#include <QJsonObject>

#include <algorithm>

namespace stillpoint {

namespace {

Scale scaleFrom(const QString &code, const QJsonObject &version)
{
    const auto text = [&version](QLatin1String key) { return dataText(version[key].toString()); };
    Scale scale;
    scale.code = code;
    scale.version = version[QLatin1String("version")].toInt();
    scale.name = text(QLatin1String("name"));
    scale.question = text(QLatin1String("question"));
    scale.minimum = version[QLatin1String("min")].toDouble();
    scale.maximum = version[QLatin1String("max")].toDouble();
    scale.step = version[QLatin1String("step")].toDouble();
    scale.direction =
        directionFromName(version[QLatin1String("direction")].toString()).value_or(Direction::Neutral);
    scale.low = text(QLatin1String("low"));
    scale.middle = text(QLatin1String("middle"));
    scale.high = text(QLatin1String("high"));
    scale.hint = text(QLatin1String("hint"));
    scale.recall = version[QLatin1String("recall")].toString();
    return scale;
}

QList<Scale> loadScales()
{
    QList<Scale> scales;
    for (const auto &row : dataFile(QStringLiteral("scales"))) {
        const QJsonArray versions = row[QLatin1String("versions")].toArray();
        scales.append(scaleFrom(row[QLatin1String("code")].toString(), versions.last().toObject()));
    }
    return scales;
}

} // namespace

QString directionName(Direction direction)
{
    switch (direction) {
    case Direction::HigherWorse:
        return QStringLiteral("higher-worse");
    case Direction::HigherBetter:
        return QStringLiteral("higher-better");
    case Direction::Neutral:
        break;
    }
    return QStringLiteral("neutral");
}

std::optional<Direction> directionFromName(const QString &name)
{
    for (const Direction direction : {Direction::HigherWorse, Direction::HigherBetter, Direction::Neutral}) {
        if (directionName(direction) == name)
            return direction;
    }
    return std::nullopt;
}

const QList<Scale> &shippedScales()
{
    static const QList<Scale> scales = loadScales();
    return scales;
}

std::optional<Scale> scaleByCode(const QString &code)
{
    const QList<Scale> &scales = shippedScales();
    const auto found =
        std::find_if(scales.begin(), scales.end(), [&](const Scale &s) { return s.code == code; });
    return found == scales.end() ? std::nullopt : std::optional(*found);
}

} // namespace stillpoint
