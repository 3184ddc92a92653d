#pragma once

#include "app/insights/groups.h"
#include "app/insights/interval.h"
#include "app/journal/scales.h"

#include <QDate>
#include <QHash>
#include <QPair>

namespace stillpoint::ui {

/// What the charts of one page have in common; values only.
struct ChartScope
{
    Scale scale;
    QDate from;
    QDate to;
    QHash<QString, QPair<QString, int>> modalities; ///< code → name and mark (app/insights/modalitymarks.h)
    QHash<QString, QString> practitioners;          ///< id without braces → name
    double confidence = 0.90;                       ///< of every interval
    int followUpDays = 3; ///< the days after a session that its effect is looked for in

    QString modalityName(const QString &code) const;
    QString groupName(GroupKind kind, const QString &code) const; ///< `code` as in GroupResult
    int mark(const QString &code) const;
    QString percent() const; ///< "90 %"
    /// An improvement as a change on the scale's own axis: after − before. The same backwards.
    double onAxis(double improvement) const;
    Interval onAxis(const Interval &improvement) const; ///< low stays the smaller end
};

} // namespace stillpoint::ui
