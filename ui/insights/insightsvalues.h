#pragma once

#include "app/insights/insightsinput.h"
#include "app/journal/vocabulary.h"
#include "ui/charts/drawing.h"
#include "ui/charts/timechart.h"

#include <QMap>

namespace stillpoint {
class Workspace;
}

namespace stillpoint::ui {

/// How much time Insights shows.
struct InsightsRange
{
    const char *setting; ///< as Setting::InsightsRange has it
    int days;            ///< counted back from today; 0: everything
};
const QList<InsightsRange> &insightsRanges();
int insightsRangeFromText(const QString &text); ///< an index; a year for what is not known

/// The question that the page asks: one scale over one range. Values only, for a worker.
struct InsightsQuery
{
    InsightsInput input; ///< its range is that of the page
    int days = 365;      ///< counted back from today; 0: everything
    Vocabulary vocabulary;
    QHash<QString, QString> practitioners; ///< id without braces → name
};
/// GUI thread.
InsightsQuery insightsQuery(Workspace &workspace, const Scale &scale, int days);

/// The answer: each chart by its name, ready to be drawn.
struct InsightsValues
{
    TimeChartData time;
    QMap<QString, DrawingPtr> drawings; ///< by the names of chartNames()
    bool demo = false;                  ///< it is of the demo journal, nothing of it is real
};
QString demoWords();                                       ///< what is said of demo entries
InsightsValues insightsValues(const InsightsQuery &query); ///< Any thread.

/// The names in `drawings`, in the order of the page; "practitioner" and "pressure" take the place of
/// "modality".
const QStringList &chartNames();

} // namespace stillpoint::ui
