#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QLabel;

namespace stillpoint::ui {

class Card;
class FlowLayout;
class TimeChart;

/// "Stress, last 30 days": the first shown scale's daily values. Ends yesterday until today's rating is
/// given, so that it does not suggest one.
class TrendCard final : public QWidget
{
    Q_OBJECT
public:
    TrendCard(const ShellContext &context, QWidget *parent);
    void refresh();

private:
    void showMarks(const QList<int> &marks);

    ShellContext m_context;
    Card *m_card;
    TimeChart *m_chart;
    QLabel *m_nothing;
    QLabel *m_caption;
    QWidget *m_legend;
};

} // namespace stillpoint::ui
