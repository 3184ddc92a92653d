#include "app/journal/drafts.h"

#include "app/base/identifiers.h"
#include "app/journal/journal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace stillpoint {

QString draftSlot(const QUuid &session)
{
    const QString key = QStringLiteral("draft.session");
    return session.isNull() ? key : key + QLatin1Char('.') + idText(session);
}

std::optional<qint64> newDraftKeptAt(const Journal &journal)
{
    const auto kept = journal.slot(draftSlot({}));
    if (!kept || !*kept)
        return std::nullopt;
    const QJsonObject draft = QJsonDocument::fromJson(**kept).object();
    return draft.isEmpty() ? std::nullopt
                           : std::optional(static_cast<qint64>(draft[QLatin1String("kept")].toDouble()));
}

} // namespace stillpoint
