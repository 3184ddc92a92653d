#include "app/journal/modalities.h"

#include "app/journal/datafile.h"
#include "app/journal/nearnames.h"

#include <QJsonObject>

#include <algorithm>

namespace stillpoint {

const QList<Modality> &shippedModalities()
{
    static const QList<Modality> modalities = [] {
        QList<Modality> list;
        for (const auto &row : dataFile(QStringLiteral("modalities"))) {
            list.append({row[QLatin1String("code")].toString(),
                         dataText(row[QLatin1String("name")].toString()),
                         row[QLatin1String("family")].toString(),
                         {}});
        }
        return list;
    }();
    return modalities;
}

std::optional<Modality> modalityByCode(const QString &code)
{
    const QList<Modality> &all = shippedModalities();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Modality &m) { return m.code == code; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QStringList nearModalities(const QString &code)
{
    QList<NamedCode> choices;
    for (const Modality &modality : shippedModalities())
        choices.append({modality.code, modality.name});
    return nearCodes(code, choices);
}

} // namespace stillpoint
