#include "ui/chartfile.h"

#include "app/workspace/workspace.h"
#include "ui/charts/chartpicture.h"
#include "ui/insights/insightsvalues.h"

#include <QCoreApplication>

namespace stillpoint::ui {

Result<void> writeChartFile(const StartOptions &options, const Clock &clock)
{
    auto workspace = Workspace::open({options.paths(), true}, clock);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    const Journal &journal = (*workspace)->journal();
    const Settings &settings = (*workspace)->settings();
    const QString code = settings.value(Setting::ScalesShown).toStringList().value(0);
    const std::optional<Scale> scale = journal.vocabulary().scale(code);
    if (journal.isEmpty() || !scale) {
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate(
                           "ChartFile",
                           "There is nothing to draw: the journal has no entries yet. “%1” was not "
                           "written. Check in or log a session first.")
                           .arg(options.output));
    }
    const int range = insightsRangeFromText(settings.text(Setting::InsightsRange));
    const InsightsValues values =
        insightsValues(insightsQuery(**workspace, *scale, insightsRanges().at(range).days));
    const PaperTheme paper(options.theme.value_or(ThemeChoice::Light));
    return saveChart(*values.drawings.value(options.chart), paper.theme(), options.output);
}

} // namespace stillpoint::ui
