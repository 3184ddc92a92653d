#pragma once

#include "ui/insights/insightsvalues.h"
#include "ui/shell/page.h"

class QComboBox;
class QVBoxLayout;

namespace stillpoint::ui {

class ChartCard;
class TimeChart;

/// The cards of Insights, in rows as wide as the window has room for.
class InsightsCards final : public QWidget
{
    Q_OBJECT
public:
    InsightsCards(const ShellContext &context, QWidget *parent);

    void setValues(const InsightsValues &values);
    /// The card with the focus shows the other of chart and table; all do when none has it.
    void toggleTables();
    /// `width` is that of the window at the usual text size.
    void arrange(int width);
    QList<QWidget *> panes() const; ///< the charts or tables, in order

Q_SIGNALS:
    void opened(stillpoint::RecordKind kind, const QUuid &record);

private:
    enum class Columns { One, Two, Three };
    using Row = QList<std::pair<ChartCard *, int>>; ///< with their parts of the width

    ChartCard *addCard(const ShellContext &context, const QString &name);
    void addGroupChoice();
    void show(ChartCard *card, const QString &name);
    ChartCard *card(int index) const { return m_cards.at(index); }
    QList<Row> rows(Columns columns) const;

    QVBoxLayout *m_column;
    TimeChart *m_time = nullptr;
    ChartCard *m_groups = nullptr;
    QComboBox *m_group = nullptr; ///< what sessions are compared by; the data are names of charts
    InsightsValues m_values;
    QList<ChartCard *> m_cards; ///< as cardNames()
    std::optional<Columns> m_columns;
};

} // namespace stillpoint::ui
