#include "ui/widgets/bodyareas.h"

#include "app/journal/regions.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace stillpoint::ui {

int BodyAreas::level(const QString &code, BodyLayer layer) const
{
    return layer == BodyLayer::Hurts ? hurts.value(code) : static_cast<int>(worked.contains(code));
}

void BodyAreas::setLevel(const QString &code, BodyLayer layer, int level)
{
    const int within = std::clamp(level, 0, most(layer));
    if (layer == BodyLayer::Worked) {
        if (within > 0)
            worked.insert(code);
        else
            worked.remove(code);
    } else if (within > 0) {
        hurts.insert(code, within);
    } else {
        hurts.remove(code);
    }
}

void BodyAreas::cycle(const QString &code, BodyLayer layer)
{
    setLevel(code, layer, (level(code, layer) + 1) % (most(layer) + 1));
}

QString regionName(const QString &code)
{
    const auto region = regionByCode(code);
    return region ? region->name : code;
}

QString areaState(const BodyAreas &areas, const QString &code)
{
    QStringList parts;
    if (const int level = areas.hurts.value(code))
        parts.append(QCoreApplication::translate("BodyAreas", "hurts, %1 of %2")
                         .arg(level)
                         .arg(BodyAreas::most(BodyLayer::Hurts)));
    if (areas.worked.contains(code))
        parts.append(QCoreApplication::translate("BodyAreas", "worked on"));
    if (parts.isEmpty())
        return QCoreApplication::translate("BodyAreas", "not marked");
    return parts.join(QStringLiteral("; "));
}

} // namespace stillpoint::ui
