#include "app/base/logging.h"

namespace stillpoint {

Q_LOGGING_CATEGORY(logStorage, "stillpoint.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logLibrary, "stillpoint.library", QtWarningMsg)
Q_LOGGING_CATEGORY(logReader, "stillpoint.reader", QtWarningMsg)
Q_LOGGING_CATEGORY(logShell, "stillpoint.shell", QtWarningMsg)

} // namespace stillpoint
