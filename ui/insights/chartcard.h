#pragma once

#include "ui/charts/drawing.h"
#include "ui/shell/page.h"

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace stillpoint::ui {

class Card;
class TableModel;

/// A card with one chart: the chart or the same numbers as a table, a picture to take away, the sentences
/// under it and how it is computed.
class ChartCard final : public QWidget
{
    Q_OBJECT
public:
    /// `name` is that of `--chart`, and the stem of the object names. `chart` is taken over.
    ChartCard(const ShellContext &context, const QString &name, QWidget *chart, QWidget *parent);

    /// What the card says of its chart, tabulates and exports; before the first there is nothing to switch or
    /// export. The chart itself gets its data from the page.
    void setDrawing(const DrawingPtr &drawing);
    QWidget *chart() const { return m_chart; }
    void setChoice(QWidget *choice); ///< of what the chart shows; above it
    QWidget *shown() const;          ///< chart or table
    /// In a narrow window the words stand above the chart instead of beside it.
    void setNarrow(bool narrow);
    void toggleTable();

private:
    void restyle();
    void addTools();
    void addExport();
    void save(const QString &ending);
    void copy();
    void explain();
    void showLead(const QStringList &lead);

    ShellContext m_context;
    QString m_name;
    DrawingPtr m_drawing;
    Card *m_card;
    QHBoxLayout *m_tools = nullptr; ///< the buttons at the end of the title
    QWidget *m_chart;
    TableModel *m_model;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QBoxLayout *m_row;
    QLabel *m_leadTitle = nullptr; ///< made when a drawing has a lead
    QLabel *m_leadText = nullptr;
    QToolButton *m_switch;
    QToolButton *m_export;
    QLabel *m_notes;
};

} // namespace stillpoint::ui
