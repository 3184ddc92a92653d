#pragma once

#include "app/base/clock.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace stillpoint {
struct When;
}

namespace stillpoint::ui {

enum class DayForm {
    Headline, ///< "Wednesday 11 November"
    Full,     ///< "Wednesday 11 November 2026"
    Short,    ///< "11 November"
    Dense,    ///< "Wed 11 Nov 2026"
};

/// A day in words, in the order of the person's locale.
QString dayText(const QDate &day, DayForm form);
/// Where room is short: "3 Nov" or "Nov 3", as the locale orders them.
QString shortDay(const QDate &day, const QLocale &locale = {});
/// "3 Nov 2026", as the locale orders them.
QString longDay(const QDate &day, const QLocale &locale = {});
/// "Tue 3 Nov 2026", as the locale orders them; DayForm::Dense for any locale.
QString fullDay(const QDate &day, const QLocale &locale = {});
/// The wall clock as it was felt, "18:42" or "6:42 PM" as the locale has it.
QString timeText(const Moment &moment);
QString timeText(const QTime &time);
/// "Wednesday 11 November, 18:42"; the day alone where the time is not known.
QString whenText(const When &when, DayForm form);
/// A name within a sentence: "Stress" is "stress".
QString lowered(const QString &name);
/// "48.5 kB", as the locale has it.
QString sizeText(qint64 bytes);
/// A rating as people write it: "4", "4.5".
QString ratingText(double value);
/// "stress-over-time": a file name, without an ending, of a title's letters and digits; may be empty.
QString fileStem(const QString &title);

} // namespace stillpoint::ui
