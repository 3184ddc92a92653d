#include "ui/insights/insightscards.h"

#include "ui/charts/chartview.h"
#include "ui/insights/chartcard.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {
constexpr int twoColumnsBelow = 1180;
constexpr int oneColumnBelow = 820;
constexpr int spacing = 16;

const QString groupName = QStringLiteral("modality"); ///< whose card shows the other groupings too

/// In the order of the page.
const QStringList &cardNames()
{
    static const QStringList names{QStringLiteral("verdict"), QStringLiteral("time"),
                                   QStringLiteral("paired"), groupName, QStringLiteral("year")};
    return names;
}
} // namespace

InsightsCards::InsightsCards(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing);
    for (const QString &name : cardNames())
        m_cards.append(addCard(context, name));
    addGroupChoice();
    arrange(twoColumnsBelow);
}

ChartCard *InsightsCards::addCard(const ShellContext &context, const QString &name)
{
    if (name == QLatin1String("time")) {
        m_time = new TimeChart(context.theme);
        m_time->setMinimumHeight(context.theme.px(270));
        connect(&context.theme, &Theme::changed, m_time,
                [this, &theme = context.theme] { m_time->setMinimumHeight(theme.px(270)); });
        connect(m_time, &TimeChart::opened, this, &InsightsCards::opened);
        return new ChartCard(context, name, m_time, this);
    }
    auto *view = new ChartView(context.theme);
    connect(view, &ChartView::opened, this, &InsightsCards::opened);
    return new ChartCard(context, name, view, this);
}

void InsightsCards::addGroupChoice()
{
    m_groups = card(static_cast<int>(cardNames().indexOf(groupName)));
    m_group = new QComboBox(m_groups);
    m_group->setObjectName(QStringLiteral("groupPicker"));
    m_group->setAccessibleName(tr("Compare sessions by"));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_group->addItem(tr("Modality"), groupName);
    m_group->addItem(tr("Practitioner"), QStringLiteral("practitioner"));
    m_group->addItem(tr("Pressure"), QStringLiteral("pressure"));
    m_groups->setChoice(m_group);
    connect(m_group, &QComboBox::activated, this,
            [this] { show(m_groups, m_group->currentData().toString()); });
}

void InsightsCards::show(ChartCard *card, const QString &name)
{
    const DrawingPtr drawing = m_values.drawings.value(name);
    if (!drawing)
        return;
    if (auto *view = qobject_cast<ChartView *>(card->chart()))
        view->setDrawing(drawing);
    card->setDrawing(drawing);
}

void InsightsCards::setValues(const InsightsValues &values)
{
    m_values = values;
    m_time->setData(values.time);
    for (int i = 0; i < m_cards.size(); ++i) {
        const QString &name = cardNames().at(i);
        show(card(i), card(i) == m_groups ? m_group->currentData().toString() : name);
    }
}

void InsightsCards::toggleTables()
{
    const QWidget *focus = QApplication::focusWidget();
    const auto focused = std::find_if(m_cards.cbegin(), m_cards.cend(),
                                      [focus](ChartCard *each) { return each->isAncestorOf(focus); });
    if (focused != m_cards.cend())
        return (*focused)->toggleTable();
    for (ChartCard *each : std::as_const(m_cards))
        each->toggleTable();
}

QList<InsightsCards::Row> InsightsCards::rows(Columns columns) const
{
    switch (columns) {
    case Columns::Three:
        return {{{card(0), 1}}, {{card(1), 20}, {card(2), 9}}, {{card(3), 1}, {card(4), 1}}};
    case Columns::Two:
        return {{{card(0), 1}}, {{card(1), 1}}, {{card(2), 1}, {card(3), 1}}, {{card(4), 1}}};
    case Columns::One:
        break;
    }
    QList<Row> single;
    for (ChartCard *each : m_cards)
        single.append({{each, 1}});
    return single;
}

void InsightsCards::arrange(int width)
{
    const Columns columns = width < oneColumnBelow    ? Columns::One
                            : width < twoColumnsBelow ? Columns::Two
                                                      : Columns::Three;
    for (ChartCard *each : std::as_const(m_cards))
        each->setNarrow(columns == Columns::One);
    if (columns == m_columns)
        return;
    m_columns = columns;
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    for (const Row &row : rows(columns)) {
        auto *line = new QHBoxLayout;
        line->setSpacing(spacing);
        for (const auto &[each, part] : row)
            line->addWidget(each, part);
        m_column->addLayout(line);
    }
}

QList<QWidget *> InsightsCards::panes() const
{
    QList<QWidget *> panes;
    for (ChartCard *each : m_cards)
        panes.append(each->shown());
    return panes;
}

} // namespace stillpoint::ui
