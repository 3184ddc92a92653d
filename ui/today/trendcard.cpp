#include "ui/today/trendcard.h"

#include "app/insights/demorule.h"
#include "app/insights/modalitymarks.h"
#include "app/insights/quantiles.h"
#include "app/workspace/workspace.h"
#include "ui/charts/timechart.h"
#include "ui/charts/timechartdata.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/texts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr int shownDays = 30;
constexpr int followedDays = 14; ///< a week after a session it is asked about for the last time
constexpr int chartHeight = 178;

/// What can be shown of the days in view. The follow-ups of sessions before them lie in view too.
SeriesInput inputFor(const Journal &journal, int dayStart)
{
    SeriesInput input;
    input.dayStartMinutes = dayStart;
    input.ignoreDemo = ignoresDemo(journal);
    const QDate today = journal.today();
    for (const Entry &entry :
         journal.entries({today.addDays(-shownDays - followedDays), today, std::nullopt})) {
        if (const auto session = journal.find<Session>(entry.id))
            input.sessions.append(*session);
        else if (const auto checkIn = journal.find<CheckIn>(entry.id))
            input.checkIns.append(*checkIn);
        else if (const auto skip = journal.find<Skip>(entry.id))
            input.skips.append(*skip);
    }
    return input;
}

/// Until today is rated the chart ends yesterday.
TimeChartData chartFor(const SeriesInput &input, const Scale &scale, const Vocabulary &words,
                       const QHash<QString, int> &marks, const QDate &today)
{
    TimeChartData data = timeChartData(input, scale, words, marks, {shownDays, today, shownDays});
    if (data.series.days.isEmpty() || data.series.days.last().day != today)
        data = timeChartData(input, scale, words, marks, {shownDays, today.addDays(-1), shownDays});
    data.today = today;
    data.joinDays = true;
    return data;
}

} // namespace

TrendCard::TrendCard(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_card(new Card(this))
    , m_chart(new TimeChart(context.theme, m_card))
    , m_nothing(makeLabel(TextRole::Body, {}, m_card, Token::Text2))
    , m_caption(makeLabel(TextRole::Caption, {}, m_card))
    , m_legend(new QWidget(m_card))
{
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_card);
    m_card->setObjectName(QStringLiteral("trendCard"));
    m_chart->setObjectName(QStringLiteral("trendChart"));
    m_caption->setObjectName(QStringLiteral("trendCaption"));
    m_nothing->setWordWrap(true);
    m_caption->setWordWrap(true);
    QPushButton *open = makeButton(context.theme, ButtonKind::Link, tr("Open Insights"), m_card);
    open->setObjectName(QStringLiteral("openInsights"));
    connect(open, &QPushButton::clicked, this, [this] { m_context.navigator.go(GoPage{PageId::Insights}); });
    m_card->addAction(open);
    QVBoxLayout *body = m_card->body();
    body->addWidget(m_chart);
    body->addWidget(m_nothing);
    body->addWidget(m_caption);
    body->addWidget(m_legend);
    auto *legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(4);
    connect(m_chart, &TimeChart::opened, this, [this](RecordKind kind, const QUuid &record) {
        m_context.navigator.go(GoRecord{kind, record});
    });
    connect(&context.theme, &Theme::changed, this, &TrendCard::refresh);
}

void TrendCard::refresh()
{
    const Journal &journal = m_context.workspace.journal();
    Settings &settings = m_context.workspace.settings();
    const Vocabulary &words = journal.vocabulary();
    const Scale scale = words.scale(settings.value(Setting::ScalesShown).toStringList().value(0))
                            .value_or(words.scales().value(0));
    const TimeChartData shown = chartFor(inputFor(journal, settings.number(Setting::DayStart)), scale, words,
                                         modalityMarks(journal), journal.today());
    QList<int> marks;
    for (const SessionMark &session : shown.series.sessions) {
        const int mark = shown.modalities.value(session.modality, {{}, otherModalityMark}).second;
        if (!marks.contains(mark))
            marks.append(mark);
    }
    std::sort(marks.begin(), marks.end());

    m_card->setTitle(tr("%1, last %2 days").arg(scale.name).arg(shownDays));
    m_chart->setFixedHeight(m_context.theme.px(chartHeight));
    m_chart->setData(shown);
    const bool any = !shown.series.days.isEmpty() || !shown.series.sessions.isEmpty();
    m_chart->setVisible(any);
    m_nothing->setVisible(!any);
    m_nothing->setText(
        tr("One dot for each day you rate will appear here. Days without a rating stay empty."));
    m_caption->setVisible(any);
    const int rated = static_cast<int>(shown.series.days.size());
    QString caption = tr("%1 of %2 days rated").arg(rated).arg(shownDays);
    if (rated > 0) {
        std::vector<double> values;
        for (const RatedDay &day : shown.series.days)
            values.push_back(day.value);
        caption += tr(" · median %1").arg(ratingText(medianOf(std::move(values))));
    }
    m_caption->setText(caption);
    showMarks(marks);
}

void TrendCard::showMarks(const QList<int> &marks)
{
    while (QLayoutItem *item = m_legend->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const int mark : marks) {
        auto *label = new QLabel(m_legend);
        label->setPixmap(markPixmap(m_context.theme, mark, 14, devicePixelRatioF()));
        m_legend->layout()->addWidget(label);
    }
    m_legend->layout()->addWidget(makeLabel(TextRole::Caption, tr("sessions"), m_legend));
    static_cast<QHBoxLayout *>(m_legend->layout())->addStretch();
    m_legend->setVisible(!marks.isEmpty());
}

} // namespace stillpoint::ui
