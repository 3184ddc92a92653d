#include "app/base/clock.h"

#include "app/base/qtcompat.h"

#include <QTimeZone>

namespace stillpoint {

QDateTime Moment::local() const
{
    return compat::atOffset(utcMs, offsetMinutes * 60);
}

Moment momentAt(qint64 utcMs, const QByteArray &zone)
{
    const QTimeZone timeZone(zone);
    if (!timeZone.isValid())
        return {utcMs, 0, QByteArrayLiteral("UTC")};
    const int seconds = timeZone.offsetFromUtc(compat::utc(utcMs));
    return {utcMs, seconds / 60, zone};
}

Moment momentFromLocal(const QDate &date, const QTime &time, const QByteArray &zone)
{
    const QTimeZone timeZone(zone);
    const QTimeZone used = timeZone.isValid() ? timeZone : QTimeZone::utc();
    return momentAt(QDateTime(date, time, used).toMSecsSinceEpoch(), used.id());
}

QString toRfc3339(qint64 utcMs)
{
    return compat::utc(utcMs).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) + QLatin1Char('Z');
}

std::optional<qint64> fromRfc3339(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return parsed.toMSecsSinceEpoch();
}

Moment SystemClock::now() const
{
    return momentAt(QDateTime::currentMSecsSinceEpoch(), QTimeZone::systemTimeZoneId());
}

} // namespace stillpoint
