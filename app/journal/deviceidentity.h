#pragma once

#include "app/base/error.h"

#include <QUuid>

namespace stillpoint {

/// This device's id in the change log, from `file`. The file also names the machine by a hash: on another
/// machine (a copied data folder) or when it is missing or damaged, a new id is made and written, so that two
/// machines never number their changes alike. Call while holding the journal's write lock.
Result<QUuid> deviceIdentity(const QString &file, qint64 nowMs);

/// The id without writing anything; null when there is none for this machine.
QUuid knownDeviceIdentity(const QString &file);

} // namespace stillpoint
