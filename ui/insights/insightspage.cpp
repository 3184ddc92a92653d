#include "ui/insights/insightspage.h"

#include "app/workspace/workspace.h"
#include "ui/charts/examplechart.h"
#include "ui/insights/insightscards.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/shell/whenready.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QtConcurrent>

#include <array>

namespace stillpoint::ui {

namespace {

/// As insightsRanges().
constexpr std::array<Command, 4> rangeCommands{Command::Range30, Command::Range90, Command::RangeYear,
                                               Command::RangeAll};

} // namespace

InsightsPage::InsightsPage(const ShellContext &context, QWidget *parent)
    : Page(context, parent)
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("insightsPage"));
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(28, 0, 28, 88);
    column->setSpacing(16);
    m_demo = makeLabel(TextRole::BodyStrong, demoWords(), content, Token::Warm);
    m_demo->setObjectName(QStringLiteral("insightsDemo"));
    m_demo->hide();
    column->addWidget(m_demo);
    m_cards = new InsightsCards(context, content);
    column->addWidget(m_cards);
    column->addStretch(1);
    scroll->setWidget(content);
    m_stack->addWidget(scroll);
    m_stack->addWidget(makeEmptyState(m_stack));
    page->addWidget(makeHeader(this));
    page->addWidget(m_stack, 1);

    fillScales();
    m_range->setCurrent(insightsRangeFromText(context.workspace.settings().text(Setting::InsightsRange)));
    bindCommands();
    connect(m_cards, &InsightsCards::opened, this, [this](RecordKind kind, const QUuid &record) {
        this->context().navigator.go(GoRecord{kind, record});
    });
    connect(&context.workspace.journal(), &Journal::changed, this, [this](const QSet<RecordKind> &kinds) {
        if (kinds.contains(RecordKind::Session) || kinds.contains(RecordKind::CheckIn) ||
            kinds.contains(RecordKind::Skip) || kinds.isEmpty())
            invalidate();
        if (kinds.contains(RecordKind::Scale) || kinds.contains(RecordKind::Modality) || kinds.isEmpty()) {
            fillScales();
            invalidate();
        }
    });
    connect(&context.theme, &Theme::changed, this, &InsightsPage::arrange);
    connect(&context.workspace.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ScalesShown)
            fillScales();
        if (setting == Setting::ScalesShown || setting == Setting::DayStart)
            invalidate();
    });
}

QWidget *InsightsPage::makeHeader(QWidget *parent)
{
    auto *header = new QWidget(parent);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(28, 20, 28, 14);
    row->setSpacing(12);
    row->addWidget(makeLabel(TextRole::Page, tr("Insights"), header));
    m_dates = makeLabel(TextRole::Caption, {}, header, Token::Text2);
    m_dates->setObjectName(QStringLiteral("insightsDates"));
    row->addWidget(m_dates, 0, Qt::AlignVCenter);
    row->addStretch(1);
    m_scales = new QComboBox(header);
    m_scales->setObjectName(QStringLiteral("scalePicker"));
    m_scales->setAccessibleName(tr("Scale"));
    m_scales->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_scales);
    m_range = new Segmented({tr("30 d"), tr("90 d"), tr("1 y"), tr("All")}, tr("Range of days"), header);
    m_range->setObjectName(QStringLiteral("rangePicker"));
    row->addWidget(m_range);
    connect(m_scales, &QComboBox::activated, this, &InsightsPage::invalidate);
    connect(m_range, &Segmented::chosen, this, &InsightsPage::chooseRange);
    return header;
}

QWidget *InsightsPage::makeEmptyState(QWidget *parent)
{
    auto *empty = new EmptyState(context().theme, QStringLiteral("insights"), parent);
    empty->setObjectName(QStringLiteral("insightsEmpty"));
    empty->setTexts(
        tr("Your ratings over time will appear here"),
        tr("Each check-in is a dot and each session a mark above it. From the fifth rated day on a line "
           "shows your usual level."),
        tr("Check in"));
    empty->setExample(new ExampleChart(context().theme, empty));
    connect(empty, &EmptyState::acted, this, [this] { context().navigator.go(GoPage{PageId::Today, true}); });
    return empty;
}

void InsightsPage::bindCommands()
{
    for (std::size_t i = 0; i < rangeCommands.size(); ++i) {
        context().commands.bind(rangeCommands.at(i), this, [this, i] {
            m_range->setCurrent(static_cast<int>(i));
            chooseRange(static_cast<int>(i));
        });
    }
    context().commands.bind(Command::ToggleTable, this, [this] { m_cards->toggleTables(); });
}

QList<QWidget *> InsightsPage::panes()
{
    return QList<QWidget *>{m_range} + m_cards->panes();
}

void InsightsPage::fillScales()
{
    const QString chosen = m_scales->currentData().toString();
    m_scales->clear();
    const Vocabulary &vocabulary = context().workspace.journal().vocabulary();
    const auto add = [this](const Scale &scale) {
        if (m_scales->findData(scale.code) < 0)
            m_scales->addItem(scale.name, scale.code);
    };
    const QStringList codes = context().workspace.settings().value(Setting::ScalesShown).toStringList();
    for (const QString &code : codes) {
        if (const std::optional<Scale> scale = vocabulary.scale(code))
            add(*scale);
    }
    for (const Scale &scale : vocabulary.scales()) {
        if (!scaleByCode(scale.code)) // the person's own
            add(scale);
    }
    m_scales->setCurrentIndex(std::max(0, m_scales->findData(chosen)));
}

void InsightsPage::chooseRange(int index)
{
    const QString text = QLatin1String(insightsRanges().at(index).setting);
    if (const Result<void> saved = context().workspace.settings().set(Setting::InsightsRange, text); !saved)
        context().toast.tellError(saved.error().message);
    invalidate();
}

void InsightsPage::invalidate()
{
    m_stale = true;
    if (isVisible())
        compute();
}

void InsightsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale || context().workspace.journal().today() != m_today)
        compute();
}

void InsightsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void InsightsPage::arrange()
{
    const double scale = context().theme.textScale();
    m_dates->setVisible(width() / scale >= 640);
    m_cards->arrange(static_cast<int>(window()->width() / scale));
}

void InsightsPage::compute()
{
    m_stale = false;
    Journal &journal = context().workspace.journal();
    const std::optional<Scale> scale = journal.vocabulary().scale(m_scales->currentData().toString());
    const bool empty = journal.isEmpty() || !scale;
    m_stack->setCurrentIndex(empty ? 1 : 0);
    m_range->setVisible(!empty);
    m_scales->setVisible(!empty && m_scales->count() > 1);
    const quint64 number = ++m_wanted;
    m_today = journal.today();
    if (empty) {
        m_dates->clear();
        return;
    }
    const int days = insightsRanges().at(std::max(0, m_range->current())).days;
    ++m_running;
    const auto computed = QtConcurrent::run(insightsValues, insightsQuery(context().workspace, *scale, days));
    whenReady(computed, this, [this, number](const InsightsValues &values) {
        --m_running;
        if (number == m_wanted)
            present(values);
    });
}

void InsightsPage::present(const InsightsValues &values)
{
    m_dates->setText(tr("%1 to %2").arg(longDay(values.time.from), longDay(values.time.to)));
    m_demo->setVisible(values.demo);
    m_cards->setValues(values);
}

} // namespace stillpoint::ui
