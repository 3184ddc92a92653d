#pragma once

#include "app/base/error.h"

#include <QStringList>

namespace stillpoint {

/// One line of comma-separated values, quoted where needed (RFC 4180), with its end. A cell that a
/// spreadsheet would take for a formula (it begins with = + - @ or a control character) gets an apostrophe
/// before it; numbers are written as they are.
QByteArray csvLine(const QStringList &cells);

/// The rows of a file; apostrophes of csvLine are taken off again. Invalid for a quote that is never closed.
Result<QList<QStringList>> csvRows(const QByteArray &bytes);

} // namespace stillpoint
