#include "ui/widgets/dayfield.h"

#include "ui/widgets/fieldicon.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QLocale>

namespace stillpoint::ui {

namespace {

QString fieldDateFormat()
{
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    format.replace(QStringLiteral("dddd"), QStringLiteral("ddd"))
        .replace(QStringLiteral("MMMM"), QStringLiteral("MMM"));
    return format.replace(QStringLiteral("ddd, d"), QStringLiteral("ddd d"));
}

} // namespace

QDateEdit *makeDayField(const Theme &theme, QWidget *parent)
{
    auto *field = new QDateEdit(parent);
    field->setObjectName(QStringLiteral("day"));
    field->setCalendarPopup(true);
    field->setDisplayFormat(fieldDateFormat());
    field->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    addFieldIcon(theme, field, QStringLiteral("calendar"));
    return field;
}

} // namespace stillpoint::ui
