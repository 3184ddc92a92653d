#pragma once

#include "ui/shell/page.h"

#include <QDate>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace stillpoint::ui {

class MonthGrid;

/// The journal's left pane: a month with its marks, what the marks mean, and the month in numbers.
class CalendarPane final : public QWidget
{
    Q_OBJECT
public:
    CalendarPane(const ShellContext &context, QWidget *parent);

    QString monthShown() const;      ///< "November 2026"
    QString shortMonthShown() const; ///< "Nov"
    void setDay(const QDate &day);   ///< the day that the list shows; its month comes into view
    void newDay();

Q_SIGNALS:
    void dayChosen(const QDate &day);
    void trashWanted();
    void monthTurned();

private:
    void makeLegend(QVBoxLayout *column);
    void reload();
    void showLegend(const QMap<int, QString> &modalities); ///< mark → name
    void markDays(const QDate &first);
    void showMonth();
    void turn(int months);

    ShellContext m_context;
    QLabel *m_month;
    QToolButton *m_previous;
    QToolButton *m_next;
    MonthGrid *m_grid;
    QHash<QUuid, int> m_markOf; ///< session → modality mark
    bool m_ignoreDemo = false;  ///< neither marked nor counted, see ignoresDemo()
    QWidget *m_legend = nullptr;
    QLabel *m_summaryTitle;
    QLabel *m_summary;
    QPushButton *m_trash;
    bool m_showing = false; ///< the grid follows the list, nobody chose
};

} // namespace stillpoint::ui
