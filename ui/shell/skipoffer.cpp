#include "ui/shell/skipoffer.h"

#include "app/journal/skips.h"
#include "app/workspace/workspace.h"
#include "ui/shell/toast.h"
#include "ui/widgets/texts.h"

#include <QCoreApplication>

namespace stillpoint::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SkipOffer", text);
}

QString toldOf(const QDate &day, bool isSkipped, bool isToday)
{
    if (isToday)
        return isSkipped ? tr("Today is skipped on purpose") : tr("Today is no longer skipped");
    return (isSkipped ? tr("%1 is skipped on purpose") : tr("%1 is no longer skipped"))
        .arg(dayText(day, DayForm::Headline));
}

} // namespace

SkipOffer skipOffer(const Journal &journal, const QDate &day)
{
    const bool isSkipped = !skipsOf(journal, day).isEmpty();
    return {day, isSkipped, isSkipped || (day <= journal.today() && !isRated(journal, day))};
}

Result<bool> takeSkipOffer(const ShellContext &context, SkipOffer shown, const QDate &day)
{
    Journal &journal = context.workspace.journal();
    if (shown != skipOffer(journal, day))
        return false;
    const auto done =
        shown.isSkipped ? takeSkipBack(journal, day) : skipDay(journal, day, context.workspace.clock().now());
    return done.map([&] {
        context.toast.tell(toldOf(day, !shown.isSkipped, day == journal.today()), QStringLiteral("skip"),
                           context.undo);
        return true;
    });
}

} // namespace stillpoint::ui
