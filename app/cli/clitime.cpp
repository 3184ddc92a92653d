#include "app/cli/clitime.h"

#include <QCoreApplication>

namespace stillpoint {

namespace {

constexpr qsizetype dayLength = 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// With an offset of its own, the zone is known only where it agrees.
Moment withOffset(const QDateTime &time, const QByteArray &zone)
{
    const qint64 utcMs = time.toMSecsSinceEpoch();
    const int offset = time.offsetFromUtc() / 60;
    const Moment local = momentAt(utcMs, zone);
    return local.offsetMinutes == offset ? local : Moment{utcMs, offset, {}};
}

} // namespace

Result<QDate> dayFromText(const QString &text)
{
    const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!day.isValid()) {
        return failure(ErrorCode::Invalid,
                       tr("\"%1\" is not a day. Write it as 2026-11-10; nothing was changed.").arg(text));
    }
    return day;
}

Result<When> whenFromText(const QString &text, const QByteArray &zone)
{
    if (text.size() <= dayLength)
        return dayFromText(text).map([](const QDate &day) { return When::on(day); });
    // Read as UTC when nothing else is said, so that the wall clock is not bent by the system's own zone.
    const QDateTime wall = QDateTime::fromString(text + QLatin1Char('Z'), Qt::ISODateWithMs);
    if (wall.isValid())
        return When::at(momentFromLocal(wall.date(), wall.time(), zone));
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return failure(
            ErrorCode::Invalid,
            tr("\"%1\" is not a time. Write it as 2026-11-10T17:30, with +01:00 for another zone; nothing "
               "was changed.")
                .arg(text));
    }
    return When::at(withOffset(time, zone));
}

} // namespace stillpoint
