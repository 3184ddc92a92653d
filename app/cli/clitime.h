#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

namespace stillpoint {

/// A time as typed: `2026-11-10T17:30` stands on the wall clock of `zone`, `…+01:00` and `…Z` carry their own
/// offset, `2026-11-10` is a day without a time.
Result<When> whenFromText(const QString &text, const QByteArray &zone);

/// A day as typed, `2026-11-10`.
Result<QDate> dayFromText(const QString &text);

} // namespace stillpoint
