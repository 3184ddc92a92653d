#pragma once

#include "app/journal/vocabulary.h"
#include "ui/charts/timechart.h"

namespace stillpoint::ui {

/// How much time a chart shows.
struct TimeSpan
{
    int days = 365; ///< counted back from `today`; 0: everything
    QDate today;
    int shortest = 30; ///< the axis begins with the first entry, but shows at least this many days
};

/// A chart's values from a journal's: series, median line, marks and names. Any thread.
/// The median line is computed from all days and then cut, so that it looks the same in every range.
/// `input.from` and `input.to` are ignored. `marks` as of modalityMarks(), which looks at all sessions.
TimeChartData timeChartData(SeriesInput input, const Scale &scale, const Vocabulary &words,
                            const QHash<QString, int> &marks, const TimeSpan &span);

/// Days of the chart that could have been rated: those from the first entry on. At least 1.
int daysInRange(const TimeChartData &data);

} // namespace stillpoint::ui
