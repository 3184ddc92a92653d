#pragma once

#include <QCalendarWidget>
#include <QHash>

namespace stillpoint::ui {

class Theme;

/// What the calendar shows of one journal day.
struct DayMarks
{
    int checkIns = 0;
    bool skipped = false;
    QList<int> sessions; ///< modality marks, in the order of the day
    bool operator==(const DayMarks &) const = default;
};

/// A month of the journal: logged, not logged and skipped on purpose look different. Arrows walk the days.
class MonthGrid final : public QCalendarWidget
{
    Q_OBJECT
public:
    MonthGrid(const Theme &theme, QWidget *parent);

    void setMarks(const QHash<QDate, DayMarks> &marks);
    void setToday(const QDate &today);

protected:
    void paintCell(QPainter *painter, const QRect &rect, QDate date) const override;

private:
    void restyle();
    void paintMarks(QPainter &painter, const QRect &area, const DayMarks &marks) const;

    const Theme &m_theme;
    QHash<QDate, DayMarks> m_marks;
    QDate m_today;
};

} // namespace stillpoint::ui
