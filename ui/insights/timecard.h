#pragma once

#include "ui/charts/timechartdata.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace stillpoint::ui {

class Card;
class TableModel;

/// The card "Stress over time": the chart or the same numbers as a table, how many there are, and what is
/// missing.
class TimeCard final : public QWidget
{
    Q_OBJECT
public:
    TimeCard(const Theme &theme, QWidget *parent);

    void setData(const TimeChartData &values);
    TimeChart *chart() const { return m_chart; }
    void toggleTable();

Q_SIGNALS:
    void opened(stillpoint::RecordKind kind, const QUuid &record);

private:
    void restyle();

    const Theme &m_theme;
    Card *m_card;
    TimeChart *m_chart;
    TableModel *m_model;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QPushButton *m_switch;
    QLabel *m_note;
};

} // namespace stillpoint::ui
