#include "app/article/dates.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace stillpoint {

namespace {

/// Minutes east of UTC of "Z", "+0900", "+09:00", "-5"; nothing for anything else.
std::optional<int> zoneMinutes(const QString &zone)
{
    static const QRegularExpression pattern(QStringLiteral("^([+-])(\\d{1,2}):?(\\d{2})?$"));
    if (zone == QLatin1String("Z") || zone == QLatin1String("z") || zone == QLatin1String("UTC") ||
        zone == QLatin1String("GMT"))
        return 0;
    const QRegularExpressionMatch match = pattern.match(zone);
    if (!match.hasMatch())
        return std::nullopt;
    const int minutes = match.captured(2).toInt() * 60 + match.captured(3).toInt();
    return match.captured(1) == QLatin1String("-") ? -minutes : minutes;
}

std::optional<qint64> instant(const QDate &date, const QTime &time, const QString &zone)
{
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    if (zone.isEmpty())
        return QDateTime(date, time).toMSecsSinceEpoch();
    const std::optional<int> minutes = zoneMinutes(zone);
    if (!minutes)
        return std::nullopt;
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return days * 86'400'000 + time.msecsSinceStartOfDay() - qint64{*minutes} * 60'000;
}

std::optional<qint64> fromNumbers(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})"
        "(?:(?:[Tt]|\\s+|,\\s*)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp][Mm])?\\s*"
        "([Zz]|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)?(?:\\s*\\(?[A-Z]{3,4}\\)?)?)?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() ||
        (match.capturedLength(2) == 0 && match.capturedLength(3) + match.capturedLength(4) != 4))
        return std::nullopt;
    int hour = match.captured(5).toInt();
    const QString half = match.captured(8).toLower();
    if (half == QLatin1String("pm") && hour < 12)
        hour += 12;
    if (half == QLatin1String("am") && hour == 12)
        hour = 0;
    const QDate date(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    return instant(date, QTime(hour, match.captured(6).toInt(), match.captured(7).toInt()),
                   match.captured(9));
}

std::optional<qint64> fromMonthNames(const QString &text)
{
    static const QRegularExpression ordinal(QStringLiteral("(\\d)(?:st|nd|rd|th)\\b"));
    static const QStringList formats{QStringLiteral("MMMM d, yyyy"), QStringLiteral("MMM d, yyyy"),
                                     QStringLiteral("MMMM d yyyy"),  QStringLiteral("MMM d yyyy"),
                                     QStringLiteral("d MMMM yyyy"),  QStringLiteral("d MMM yyyy"),
                                     QStringLiteral("d MMMM, yyyy"), QStringLiteral("d MMM, yyyy"),
                                     QStringLiteral("MMM. d, yyyy"), QStringLiteral("d-MMM-yyyy")};
    QString plain = text;
    plain.replace(ordinal, QStringLiteral("\\1"));
    const QLocale english = QLocale::c();
    for (const QString &format : formats) {
        const QDate date = english.toDate(plain, format);
        if (date.isValid())
            return date.startOfDay().toMSecsSinceEpoch();
    }
    const QDateTime mail = QDateTime::fromString(text, Qt::RFC2822Date);
    return mail.isValid() ? std::optional(mail.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace

std::optional<qint64> instantFromText(const QString &text)
{
    static const QRegularExpression ideographic(
        QStringLiteral("^(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日$"));
    QString plain = text.simplified();
    if (plain.size() > 60)
        return std::nullopt;
    if (plain.contains(QChar(u'年')))
        plain.replace(ideographic, QStringLiteral("\\1-\\2-\\3"));
    const std::optional<qint64> numeric = fromNumbers(plain);
    return numeric ? numeric : fromMonthNames(plain);
}

QString dateInFileName(const QString &name)
{
    static const QRegularExpression first(QStringLiteral("^(\\d{4}-\\d{1,2}-\\d{1,2})(?=[-_. ]|$)"));
    static const QRegularExpression digits(
        QStringLiteral("^((?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?=[-_. ]|$)"));
    static const QRegularExpression within(
        QStringLiteral("(?<![0-9])((?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))(?![0-9])"));
    for (const QRegularExpression &pattern : {first, digits, within}) {
        const QRegularExpressionMatch match = pattern.match(name);
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

} // namespace stillpoint
