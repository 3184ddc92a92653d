#pragma once

#include "ui/insights/insightsvalues.h"
#include "ui/shell/page.h"

class QComboBox;
class QLabel;
class QStackedWidget;

namespace stillpoint::ui {

class Segmented;
class InsightsCards;

/// What the entries show of one scale: a verdict, its course, its changes, the year. Computes on a worker
/// from values; an answer that is no longer wanted is dropped.
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
    void present(const InsightsValues &values);
    void arrange();

    QLabel *m_dates = nullptr;
    QLabel *m_demo = nullptr;
    QComboBox *m_scales = nullptr;
    Segmented *m_range = nullptr;
    QStackedWidget *m_stack = nullptr;
    InsightsCards *m_cards = nullptr;
    QDate m_today; ///< on which what is shown was computed
    bool m_stale = true;
    int m_running = 0;
    quint64 m_wanted = 0; ///< number of the latest computation
};

} // namespace stillpoint::ui
