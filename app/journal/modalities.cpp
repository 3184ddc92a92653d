#include "app/journal/modalities.h"

#include "app/journal/datafile.h"
#include "app/journal/nearnames.h"

#include <QJsonObject>

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

QStringList nearModalities(const QString &code)
{
    QList<NamedCode> choices;
    for (const Modality &modality : shippedModalities())
        choices.append({modality.code, modality.name});
    return nearCodes(code, choices);
}

} // namespace stillpoint
