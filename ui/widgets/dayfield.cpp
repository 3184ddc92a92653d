#include "ui/widgets/dayfield.h"

#include "ui/shell/theme.h"
#include "ui/widgets/fieldicon.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QLocale>
#include <QTextCharFormat>
#include <QToolButton>

#include <initializer_list>
#include <utility>

namespace stillpoint::ui {

namespace {

QString fieldDateFormat()
{
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    format.replace(QStringLiteral("dddd"), QStringLiteral("ddd"))
        .replace(QStringLiteral("MMMM"), QStringLiteral("MMM"));
    return format.replace(QStringLiteral("ddd, d"), QStringLiteral("ddd d"));
}

/// As quiet as the journal's: weekends are days like others.
void dressCalendar(const Theme &theme, QCalendarWidget *calendar)
{
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    QTextCharFormat day;
    day.setForeground(theme.color(Token::Text));
    for (const Qt::DayOfWeek weekend : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(weekend, day);
    const std::initializer_list<std::pair<const char *, QString>> ways{
        {"qt_calendar_prevmonth", QStringLiteral("chevron-left")},
        {"qt_calendar_nextmonth", QStringLiteral("chevron-right")}};
    for (const auto &[name, icon] : ways) {
        if (auto *way = calendar->findChild<QToolButton *>(QLatin1String(name)))
            way->setIcon(theme.icon(icon));
    }
}

} // namespace

QDateEdit *makeDayField(const Theme &theme, QWidget *parent)
{
    auto *field = new QDateEdit(parent);
    field->setObjectName(QStringLiteral("day"));
    field->setCalendarPopup(true);
    field->setDisplayFormat(fieldDateFormat());
    dressCalendar(theme, field->calendarWidget());
    QObject::connect(&theme, &Theme::changed, field,
                     [&theme, field] { dressCalendar(theme, field->calendarWidget()); });
    addFieldIcon(theme, field, QStringLiteral("calendar"));
    return field;
}

} // namespace stillpoint::ui
