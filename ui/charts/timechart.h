#pragma once

#include "app/insights/trend.h"
#include "app/journal/scales.h"

#include <QWidget>

#include <memory>

namespace stillpoint::ui {

class Theme;

/// What "stress over time" shows; values only.
struct TimeChartData
{
    Scale scale;
    DailySeries series;
    QList<TrendSegment> trend;
    QDate from; ///< first day on the axis
    QDate to;   ///< last day on the axis
    bool joinDays =
        false; ///< Today's small chart: daily values joined where days follow each other, no median line
    QHash<QString, QPair<QString, int>> modalities; ///< code → name and mark (app/insights/modalitymarks.h)
    QDate today;                                    ///< called so on the axis; may be invalid
    QDate firstEntry;         ///< day of the first entry at all, perhaps before `from`; may be invalid
    int missingRatedDays = 0; ///< rated days that the median line still needs to reach today
    bool operator==(const TimeChartData &) const = default;
};

/// Ratings over true time on a fixed axis: dots, median with band, session lane, coverage strip (DESIGN.md,
/// Charts). Left and right walk the dots, up and down the sessions, Enter opens the entry. Plus, minus and 0
/// or Ctrl and the wheel choose how many days are in view, Page Up and Page Down or dragging which. GUI
/// thread.
class TimeChart final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeChart(const Theme &theme, QWidget *parent = nullptr);
    ~TimeChart() override;

    void setData(const TimeChartData &data);
    const TimeChartData &data() const;
    /// The same content as rows, header first: day, value, median, middle half, n, session.
    QList<QStringList> table() const;
    /// One computed sentence for a screen reader.
    QString sentence() const;
    int dotCount() const;
    int sessionMarkCount() const;
    QPair<QDate, QDate> daysInView() const; ///< first and last, also when only a part of it is in view
    /// What is said of the dot or session that arrows or the mouse are on; empty when on none.
    QString readout() const;

Q_SIGNALS:
    void opened(stillpoint::RecordKind kind, const QUuid &record);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace stillpoint::ui
