#include "ui/widgets/dayfield.h"

#include "ui/shell/theme.h"
#include "ui/widgets/fieldicon.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLocale>
#include <QRegularExpression>
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

/// A key up or down is a day, over the ends of months too, whichever part of the field one is at but the
/// month or the year; and one begins at the day.
class DayField final : public QDateEdit
{
public:
    using QDateEdit::QDateEdit;

    void stepBy(int steps) override
    {
        if (isAtMonthOrYear()) {
            QDateEdit::stepBy(steps);
            return;
        }
        setDate(date().addDays(steps));
        selectDay();
    }

    /// Escape closes the calendar, not what the field stands in.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool toThem = event->type() == QEvent::ShortcutOverride &&
                            static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
        if (!toThem)
            return QDateEdit::eventFilter(watched, event);
        event->accept();
        return true;
    }

protected:
    StepEnabled stepEnabled() const override
    {
        if (isAtMonthOrYear())
            return QDateEdit::stepEnabled();
        StepEnabled ways = StepNone;
        ways.setFlag(StepUpEnabled, date() < maximumDate());
        ways.setFlag(StepDownEnabled, date() > minimumDate());
        return ways;
    }

    void focusInEvent(QFocusEvent *event) override
    {
        QDateEdit::focusInEvent(event);
        if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
            selectDay();
    }

private:
    bool isAtMonthOrYear() const
    {
        return currentSection() == MonthSection || currentSection() == YearSection;
    }

    /// The number of the day. To Qt the day of the week is a day too.
    void selectDay()
    {
        static const QRegularExpression weekdayFirst(QStringLiteral("^[^d]*ddd"));
        int skipped = weekdayFirst.match(displayFormat()).hasMatch() ? 1 : 0;
        for (int i = 0; i < sectionCount(); ++i) {
            if (sectionAt(i) != DaySection || skipped-- > 0)
                continue;
            setCurrentSectionIndex(i);
            setSelectedSection(DaySection);
            return;
        }
    }
};

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
    auto *field = new DayField(parent);
    field->setObjectName(QStringLiteral("day"));
    field->setCalendarPopup(true);
    field->setDisplayFormat(fieldDateFormat());
    dressCalendar(theme, field->calendarWidget());
    for (auto *part : field->calendarWidget()->findChildren<QWidget *>())
        part->installEventFilter(field);
    QObject::connect(&theme, &Theme::changed, field,
                     [&theme, field] { dressCalendar(theme, field->calendarWidget()); });
    addFieldIcon(theme, field, QStringLiteral("calendar"));
    return field;
}

} // namespace stillpoint::ui
