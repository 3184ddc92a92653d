#pragma once

#include "ui/charts/timechartdata.h"
#include "ui/shell/page.h"

class QComboBox;
class QLabel;
class QStackedWidget;

namespace stillpoint::ui {

class Segmented;
class TimeCard;

/// What the entries show: for now stress, or another scale, over time. Computes on a worker from values; an
/// answer that is no longer wanted is dropped.
class InsightsPage final : public Page
{
    Q_OBJECT
public:
    InsightsPage(const ShellContext &context, QWidget *parent);

    QList<QWidget *> panes() override;
    void newDay() override { invalidate(); }
    bool isSettled() const override { return !m_stale && m_running == 0; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader(QWidget *parent);
    QWidget *makeEmptyState(QWidget *parent);
    void bindCommands();
    void fillScales();
    void chooseRange(int index);
    void invalidate();
    void compute();
    void present(const TimeChartData &values);

    QLabel *m_dates = nullptr;
    QComboBox *m_scales = nullptr;
    Segmented *m_range = nullptr;
    QStackedWidget *m_stack = nullptr;
    TimeCard *m_card = nullptr;
    bool m_stale = true;
    int m_running = 0;
    quint64 m_wanted = 0; ///< number of the latest computation
};

} // namespace stillpoint::ui
