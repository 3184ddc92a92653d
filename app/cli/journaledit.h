#pragma once

#include "app/journal/journal.h"

namespace stillpoint {

/// `journal edit`: a session or check-in with `field=value`, `set+=member` and `set-=member` applied to it,
/// by the field names of formats.md §2; an empty value clears the field. A practitioner that is new comes
/// before it. Invalid, with near names, for anything that is not understood; nothing is written here.
Result<QList<Record>> editedRecord(const QUuid &id, const QStringList &assignments, const Journal &journal,
                                   const Moment &now);

} // namespace stillpoint
