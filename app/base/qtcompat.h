#pragma once

#include <QDateTime>
#include <QTimeZone>

/// The few calls whose spelling differs between Qt 6.4 and later versions.
namespace stillpoint::compat {

inline QDateTime utc(qint64 msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs, QTimeZone::utc());
}

inline QDateTime atOffset(qint64 msecs, int offsetSeconds)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime::fromMSecsSinceEpoch(msecs, QTimeZone::fromSecondsAheadOfUtc(offsetSeconds));
#else
    return QDateTime::fromMSecsSinceEpoch(msecs, Qt::OffsetFromUTC, offsetSeconds);
#endif
}

} // namespace stillpoint::compat
