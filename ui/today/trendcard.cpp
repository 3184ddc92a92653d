#include "ui/today/trendcard.h"

#include "app/insights/modalitymarks.h"
#include "app/insights/series.h"
#include "app/insights/trend.h"
#include "app/workspace/workspace.h"
#include "ui/charts/timechart.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr int shownDays = 30;
constexpr int chartHeight = 178;

SeriesInput inputFor(const Journal &journal, const QString &scale, int dayStart, const QDate &from,
                     const QDate &to)
{
    SeriesInput input;
    input.scale = scale;
    input.dayStartMinutes = dayStart;
    input.from = from;
    input.to = to;
    for (const Entry &entry : journal.entries({from, to, std::nullopt})) {
        if (entry.kind == RecordKind::Session) {
            if (const auto session = journal.find<Session>(entry.id))
                input.sessions.append(*session);
        } else if (entry.kind == RecordKind::CheckIn) {
            if (const auto checkIn = journal.find<CheckIn>(entry.id))
                input.checkIns.append(*checkIn);
        } else if (const auto skip = journal.find<Skip>(entry.id)) {
            input.skips.append(*skip);
        }
    }
    return input;
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
    const Scale scale = scaleByCode(settings.value(Setting::ScalesShown).toStringList().value(0))
                            .value_or(shippedScales().value(0));
    const QDate today = journal.today();
    TimeChartData shown;
    shown.scale = scale;
    shown.joinDays = true;
    shown.series = dailySeries(
        inputFor(journal, scale.code, settings.number(Setting::DayStart), today.addDays(-shownDays), today));
    const bool ratedToday = !shown.series.days.isEmpty() && shown.series.days.last().day == today;
    shown.to = ratedToday ? today : today.addDays(-1);
    shown.from = shown.to.addDays(1 - shownDays);
    shown.series.days.removeIf([&](const RatedDay &day) { return day.day < shown.from; });
    shown.series.dots.removeIf([&](const RatingDot &dot) { return dot.day < shown.from; });

    QList<int> marks;
    const QHash<QString, int> all = modalityMarks(journal.all<Session>());
    for (const SessionMark &session : std::as_const(shown.series.sessions)) {
        const int mark = all.value(session.modality, otherModalityMark);
        shown.modalities.insert(session.modality, {SessionTexts::modality(session.modality), mark});
        if (session.day >= shown.from && !marks.contains(mark))
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
    QString caption = tr("%1 of %2 days have a check-in").arg(rated).arg(shownDays);
    if (rated > 0) {
        QList<double> values;
        for (const RatedDay &day : std::as_const(shown.series.days))
            values.append(day.value);
        std::sort(values.begin(), values.end());
        const auto half = values.size() / 2;
        const double median =
            values.size() % 2 == 1 ? values.at(half) : (values.at(half - 1) + values.at(half)) / 2;
        caption += tr(" · median %1").arg(ratingText(median));
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
