#include "ui/widgets/texts.h"

#include <QLocale>
#include <QRegularExpression>

namespace stillpoint::ui {

QString dayText(const QDate &day, DayForm form)
{
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

QString ratingText(double value)
{
    return QLocale().toString(value, 'g', 4);
}

} // namespace stillpoint::ui
