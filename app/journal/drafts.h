#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace stillpoint {

class Journal;

/// The journal's slot for what was typed about a session and not saved; null for a new one.
QString draftSlot(const QUuid &session);
/// The same for a check-in.
QString checkInDraftSlot(const QUuid &checkIn);
/// When the draft in `slot` was kept, UTC ms; nothing when there is none.
std::optional<qint64> draftKeptAt(const Journal &journal, const QString &slot);

} // namespace stillpoint
