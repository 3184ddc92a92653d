#pragma once

#include <QLoggingCategory>

/// Log lines go to stderr and never hold what a person wrote: no titles, notes, ratings, names.
namespace stillpoint {

Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logLibrary)
Q_DECLARE_LOGGING_CATEGORY(logReader)
Q_DECLARE_LOGGING_CATEGORY(logShell)

} // namespace stillpoint
