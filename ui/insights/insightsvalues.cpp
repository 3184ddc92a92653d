#include "ui/insights/insightsvalues.h"

#include "app/insights/modalitymarks.h"
#include "app/insights/summary.h"
#include "app/workspace/workspace.h"
#include "ui/charts/groupdrawing.h"
#include "ui/charts/paireddrawing.h"
#include "ui/charts/timechartdata.h"
#include "ui/charts/timedrawing.h"
#include "ui/charts/verdictdrawing.h"
#include "ui/charts/yeardrawing.h"

#include <algorithm>

namespace stillpoint::ui {

namespace {

/// There is something to see, and none of it is real.
bool isDemo(const SeriesInput &input)
{
    const bool any = !input.sessions.isEmpty() || !input.checkIns.isEmpty() || !input.skips.isEmpty();
    return any && !input.ignoreDemo;
}

VerdictChartData verdictData(const ChartScope &scope, const InsightsSummary &summary)
{
    VerdictChartData data;
    data.scope = scope;
    data.guard = summary.guard;
    data.daysRated = summary.daysRated;
    data.daysInRange = summary.daysInRange;
    data.comparisons =
        comparisonsShown(summary.guard, {summary.modalities, summary.practitioners, summary.pressures});
    data.falseAlarms = expectedFalseAlarms(data.comparisons);
    return data;
}

} // namespace

const QList<InsightsRange> &insightsRanges()
{
    static const QList<InsightsRange> ranges{{"30", 30}, {"90", 90}, {"365", 365}, {"all", 0}};
    return ranges;
}

int insightsRangeFromText(const QString &text)
{
    const QList<InsightsRange> &ranges = insightsRanges();
    for (int i = 0; i < ranges.size(); ++i) {
        if (text == QLatin1String(ranges.at(i).setting))
            return i;
    }
    return 2;
}

QString demoWords()
{
    return QCoreApplication::translate("InsightsValues", "A made-up year, not your data");
}

const QStringList &chartNames()
{
    static const QStringList names{QStringLiteral("verdict"),      QStringLiteral("time"),
                                   QStringLiteral("paired"),       QStringLiteral("modality"),
                                   QStringLiteral("practitioner"), QStringLiteral("pressure"),
                                   QStringLiteral("year")};
    return names;
}

InsightsQuery insightsQuery(Workspace &workspace, const Scale &scale, int days)
{
    const Journal &journal = workspace.journal();
    InsightsQuery query;
    query.days = days;
    query.vocabulary = journal.vocabulary();
    journal.each<Practitioner>([&query](const Practitioner &known) {
        query.practitioners.insert(known.id.toString(QUuid::WithoutBraces), known.name);
    });
    const QDate today = journal.today();
    query.input = insightsInput(journal, scale, workspace.settings().number(Setting::DayStart),
                                days > 0 ? today.addDays(1 - days) : QDate(), today);
    return query;
}

InsightsValues insightsValues(const InsightsQuery &query)
{
    const InsightsInput &input = query.input;
    InsightsValues values;
    values.demo = isDemo(input.series);
    values.time = timeChartData(input.series, input.scale, query.vocabulary,
                                modalityMarks(input.series.sessions, input.series.ignoreDemo),
                                {query.days, input.today});
    QHash<QString, QString> names;
    for (auto known = values.time.modalities.cbegin(); known != values.time.modalities.cend(); ++known)
        names.insert(known.key(), known->first);

    const InsightsSummary summary = summarise(input);
    ChartScope scope;
    scope.scale = input.scale;
    scope.from = summary.from.isValid() ? summary.from : values.time.from;
    scope.to = summary.to.isValid() ? summary.to : values.time.to;
    scope.modalities = values.time.modalities;
    scope.practitioners = query.practitioners;
    scope.confidence = input.settings.confidence;
    scope.followUpDays = input.settings.followUpDays;
    YearChartData year = yearChartData(input.series, input.scale, input.today);
    year.modalities = names;

    const std::shared_ptr<Drawing> drawings[] = {
        std::make_shared<VerdictDrawing>(verdictData(scope, summary)),
        std::make_shared<TimeDrawing>(values.time),
        std::make_shared<PairedDrawing>(scope, summary.paired),
        std::make_shared<GroupDrawing>(scope, summary.modalities),
        std::make_shared<GroupDrawing>(scope, summary.practitioners),
        std::make_shared<GroupDrawing>(scope, summary.pressures),
        std::make_shared<YearDrawing>(year),
    };
    auto name = chartNames().cbegin();
    for (const std::shared_ptr<Drawing> &drawing : drawings) {
        if (values.demo)
            drawing->setRemark(demoWords());
        values.drawings.insert(*name++, drawing);
    }
    return values;
}

} // namespace stillpoint::ui
