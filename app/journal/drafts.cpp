#include "app/journal/drafts.h"

#include "app/base/identifiers.h"
#include "app/journal/journal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace stillpoint {

namespace {

QString slotOf(const QString &key, const QUuid &record)
{
    return record.isNull() ? key : key + QLatin1Char('.') + idText(record);
}

} // namespace

QString draftSlot(const QUuid &session)
{
    return slotOf(QStringLiteral("draft.session"), session);
}

QString checkInDraftSlot(const QUuid &checkIn)
{
    return slotOf(QStringLiteral("draft.check-in"), checkIn);
}

std::optional<qint64> draftKeptAt(const Journal &journal, const QString &slot)
{
    const auto kept = journal.slot(slot);
    if (!kept || !*kept)
        return std::nullopt;
    const QJsonObject draft = QJsonDocument::fromJson(**kept).object();
    return draft.isEmpty() ? std::nullopt
                           : std::optional(static_cast<qint64>(draft[QLatin1String("kept")].toDouble()));
}

} // namespace stillpoint
