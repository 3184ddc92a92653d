#include "ui/insights/timecard.h"

#include "ui/insights/tablemodel.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tables.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

QString directionWords(Direction direction)
{
    switch (direction) {
    case Direction::HigherWorse:
        return TimeCard::tr("higher is worse");
    case Direction::HigherBetter:
        return TimeCard::tr("higher is better");
    case Direction::Neutral:
        break;
    }
    return TimeCard::tr("neither end is better");
}

QString countWords(const TimeChartData &data)
{
    const int ratings = static_cast<int>(data.series.dots.size());
    const int days = daysInRange(data);
    const QString count =
        ratings == 1 ? TimeCard::tr("1 rating") : TimeCard::tr("%Ln ratings", nullptr, ratings);
    const QString of = days == 1 ? TimeCard::tr("1 day") : TimeCard::tr("%Ln days", nullptr, days);
    return TimeCard::tr("%1 on %2 of %3, %4")
        .arg(count, QLocale().toString(data.series.days.size()), of, directionWords(data.scale.direction));
}

/// What is missing, in a sentence; empty when nothing is.
QString noteWords(const TimeChartData &data)
{
    if (data.series.dots.isEmpty()) {
        return TimeCard::tr("No ratings of %1 in these days. A check-in on Today adds a dot.")
            .arg(data.scale.name.toLower());
    }
    if (!data.trend.isEmpty())
        return {};
    const TrendOptions options;
    const QString missing = data.missingRatedDays == 1 ? TimeCard::tr("1 more rated day is needed")
                                                       : TimeCard::tr("%Ln more rated days are needed",
                                                                      nullptr, data.missingRatedDays);
    if (data.missingRatedDays == 0)
        return {};
    return TimeCard::tr("The median line begins when %1 days within %2 are rated: %3.")
        .arg(QString::number(options.minimumDays), QString::number(options.windowDays), missing);
}

QTableView *makeTimeTable(QAbstractItemModel *model, QWidget *parent)
{
    QTableView *table = makeTable(model, parent);
    table->setObjectName(QStringLiteral("timeTable"));
    table->setWordWrap(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    return table;
}

} // namespace

TimeCard::TimeCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new Card(this))
    , m_chart(new TimeChart(theme, m_card))
    , m_model(new TableModel(this))
    , m_table(makeTimeTable(m_model, m_card))
    , m_stack(new QStackedWidget(m_card))
    , m_switch(makeButton(theme, ButtonKind::Ghost, tr("Table"), m_card, QStringLiteral("table")))
    , m_note(makeLabel(TextRole::Body, {}, m_card, Token::Text2))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_chart->setObjectName(QStringLiteral("timeChart"));
    m_switch->setObjectName(QStringLiteral("tableSwitch"));
    m_switch->setToolTip(tr("The same numbers as a chart or as a table (T)"));
    m_note->setObjectName(QStringLiteral("timeNote"));
    m_note->setWordWrap(true);
    m_card->setTitle(tr("Over time"));
    m_card->addAction(m_switch);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_card->body()->addWidget(m_stack, 1);
    m_card->body()->addWidget(m_note);
    m_note->hide();
    restyle();
    connect(&theme, &Theme::changed, this, &TimeCard::restyle);
    connect(m_switch, &QPushButton::clicked, this, &TimeCard::toggleTable);
    connect(m_chart, &TimeChart::opened, this, &TimeCard::opened);
}

void TimeCard::restyle()
{
    m_stack->setFixedHeight(m_theme.px(420));
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.px(28));
}

void TimeCard::setData(const TimeChartData &values)
{
    m_chart->setData(values);
    m_model->setRows(m_chart->table());
    m_table->setAccessibleName(tr("%1 over time, table").arg(values.scale.name));
    m_card->setTitle(tr("%1 over time").arg(values.scale.name), countWords(values));
    const QString note = noteWords(values);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void TimeCard::toggleTable()
{
    const bool table = m_stack->currentWidget() == m_chart;
    m_stack->setCurrentWidget(table ? static_cast<QWidget *>(m_table) : m_chart);
    m_switch->setText(table ? tr("Chart") : tr("Table"));
}

} // namespace stillpoint::ui
