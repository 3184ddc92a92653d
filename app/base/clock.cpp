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

namespace {

/// The digits from `at`; -1 when there is anything else.
int numberAt(const QString &text, int at, int length)
{
    int number = 0;
    for (int i = at; i < at + length; ++i) {
        const int digit = text.at(i).unicode() - u'0';
        if (digit < 0 || digit > 9)
            return -1;
        number = number * 10 + digit;
    }
    return number;
}

/// What toRfc3339() writes; a journal is full of them, and the general parser is ten times slower.
std::optional<qint64> fromOwnForm(const QString &text)
{
    static const QString form = QStringLiteral("0000-00-00T00:00:00.000Z");
    if (text.size() != form.size() || text.at(4) != u'-' || text.at(7) != u'-' || text.at(10) != u'T' ||
        text.at(13) != u':' || text.at(16) != u':' || text.at(19) != u'.' || text.at(23) != u'Z')
        return std::nullopt;
    const QDate date(numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2));
    const QTime time(numberAt(text, 11, 2), numberAt(text, 14, 2), numberAt(text, 17, 2),
                     numberAt(text, 20, 3));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    constexpr qint64 dayMs = 86'400'000;
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * dayMs + time.msecsSinceStartOfDay();
}

} // namespace

std::optional<qint64> fromRfc3339(const QString &text)
{
    if (const auto own = fromOwnForm(text))
        return own;
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
