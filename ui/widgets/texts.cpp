#include "ui/widgets/texts.h"

#include "app/journal/records.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stillpoint::ui {

namespace {

constexpr qsizetype longestStem = 80; // file systems take 255 bytes

bool monthFirst(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(QLatin1Char('M')) < format.indexOf(QLatin1Char('d'));
}

} // namespace

QString dayText(const QDate &day, DayForm form)
{
    if (form == DayForm::Dense)
        return fullDay(day);
    static const QRegularExpression year(QStringLiteral("(?:[\\s,]*'[^']*')?[\\s,]*y+\u5e74?\\s*"));
    static const QRegularExpression weekday(QStringLiteral("[\\s,]*dddd[\\s,]*"));
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    // English writes "Wednesday 11 November" where the day comes first.
    if (locale.language() == QLocale::C || locale.language() == QLocale::English)
        format.replace(QStringLiteral("dddd, d"), QStringLiteral("dddd d"));
    if (form != DayForm::Full)
        format.remove(year);
    if (form == DayForm::Short)
        format.remove(weekday);
    return locale.toString(day, format);
}

QString shortDay(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, monthFirst(locale) ? QStringLiteral("MMM d") : QStringLiteral("d MMM"));
}

QString longDay(const QDate &day, const QLocale &locale)
{
    return locale.toString(day,
                           monthFirst(locale) ? QStringLiteral("MMM d, yyyy") : QStringLiteral("d MMM yyyy"));
}

QString fullDay(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, monthFirst(locale) ? QStringLiteral("ddd, MMM d, yyyy")
                                                   : QStringLiteral("ddd d MMM yyyy"));
}

QString timeText(const Moment &moment)
{
    return timeText(moment.local().time());
}

QString timeText(const QTime &time)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss"));
    return locale.toString(time, format);
}

QString whenText(const When &when, DayForm form)
{
    if (!when.moment)
        return dayText(when.day, form);
    return QCoreApplication::translate("Texts", "%1, %2", "day, time")
        .arg(dayText(when.moment->local().date(), form), timeText(*when.moment));
}

QString lowered(const QString &name)
{
    return name.left(1).toLower() + name.mid(1);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString ratingText(double value)
{
    return QLocale().toString(value, 'g', 4);
}

QString fileStem(const QString &title)
{
    QString stem;
    for (const QChar letter : title.toLower().left(longestStem)) {
        if (letter.isLetterOrNumber() || letter.isMark())
            stem += letter;
        else if (!stem.isEmpty() && !stem.endsWith(QLatin1Char('-')))
            stem += QLatin1Char('-');
    }
    while (stem.endsWith(QLatin1Char('-')))
        stem.chop(1);
    return stem;
}

} // namespace stillpoint::ui
