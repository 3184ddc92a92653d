#include "ui/today/followupspart.h"

#include "app/workspace/workspace.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/iconbadge.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/ratingrow.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

constexpr int tickMs = 60'000;
constexpr qint64 laterMs = 60 * 60 * 1000;
constexpr int ratingHeight = 30;
constexpr int nameWidth = 100;

QString titleOf(Phase phase, const QString &session)
{
    switch (phase) {
    case Phase::H2:
        return FollowUpsPart::tr("Two hours after %1").arg(session);
    case Phase::Day3:
        return FollowUpsPart::tr("Three days after %1").arg(session);
    case Phase::Day7:
        return FollowUpsPart::tr("One week after %1").arg(session);
    default:
        return FollowUpsPart::tr("Next morning after %1").arg(session);
    }
}

QString closingText(const FollowUp &followUp)
{
    if (!followUp.closesMs)
        return FollowUpsPart::tr("open until tonight");
    return FollowUpsPart::tr("open until %1")
        .arg(timeText(QDateTime::fromMSecsSinceEpoch(*followUp.closesMs).time()));
}

} // namespace

FollowUpsPart::FollowUpsPart(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_count(makeLabel(TextRole::Body, {}, this, Token::Text3))
    , m_card(new Card(this))
{
    setObjectName(QStringLiteral("followUps"));
    setAccessibleName(tr("Follow-ups"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(TextRole::Card, tr("Follow-ups"), this));
    head->addWidget(m_count, 1);
    column->addLayout(head);
    m_card->body()->setContentsMargins(20, 8, 20, 8);
    m_card->body()->setSpacing(0);
    column->addWidget(m_card);
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { refresh(); });
    m_tick.start();
}

QList<FollowUp> FollowUpsPart::shown() const
{
    const Moment now = m_context.workspace.clock().now();
    QList<FollowUp> due = dueFollowUps(m_context.workspace.journal(), now);
    due.removeIf([&](const FollowUp &each) {
        return m_laterUntil.value({each.session, each.phase}) > now.utcMs;
    });
    if (m_open && !due.contains(*m_open))
        due.prepend(*m_open);
    return due;
}

void FollowUpsPart::refresh(bool again)
{
    if (m_open && !m_context.workspace.journal().find<Session>(m_open->session))
        m_open.reset();
    const QList<FollowUp> due = shown();
    if (due == m_rows && m_open == m_openRow && !again) {
        showGiven();
        return;
    }
    m_rows = due;
    m_openRow = m_open;
    QVBoxLayout *body = m_card->body();
    while (QLayoutItem *item = body->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const FollowUp &followUp : due) {
        if (body->count() > 0)
            body->addWidget(makeRule(m_card));
        body->addWidget(makeRow(followUp));
    }
    m_count->setText(tr("%1 waiting").arg(locale().toString(due.size())));
    setVisible(!due.isEmpty());
}

QWidget *FollowUpsPart::makeRow(const FollowUp &followUp)
{
    const Journal &journal = m_context.workspace.journal();
    const Session session = journal.find<Session>(followUp.session).value_or(Session());
    auto *row = new QWidget(m_card);
    row->setObjectName(QStringLiteral("followUp"));
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 10, 0, 10);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    column->addLayout(line);
    line->addWidget(
        new IconBadge(m_context.theme, QStringLiteral("bell"), Token::WarmSoft, Token::Warm, row));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    line->addLayout(texts, 1);
    const QString name = SessionTexts::modalities(journal.vocabulary(), session) + QStringLiteral(", ") +
                         dayText(journal.dayOf(session.start), DayForm::Short);
    QLabel *title = makeLabel(TextRole::RowRead, titleOf(followUp.phase, name), row);
    title->setWordWrap(true);
    texts->addWidget(title);
    QStringList details;
    if (const QString who = SessionTexts::practitioner(journal, session); !who.isEmpty())
        details.append(who);
    if (session.minutes)
        details.append(tr("%1 min").arg(locale().toString(*session.minutes)));
    const QString first = details.join(QStringLiteral(", "));
    texts->addWidget(makeLabel(TextRole::Caption,
                               first.isEmpty() ? closingText(followUp)
                                               : first + QStringLiteral(" \u00b7 ") + closingText(followUp),
                               row));
    if (m_open == followUp)
        column->addWidget(makeRatings(followUp));
    else
        addButtons(line, followUp);
    return row;
}

void FollowUpsPart::addButtons(QLayout *row, const FollowUp &followUp)
{
    QPushButton *rate = makeButton(m_context.theme, ButtonKind::Secondary, tr("Rate now"), m_card);
    rate->setObjectName(QStringLiteral("followUpRate"));
    QPushButton *wait = makeButton(m_context.theme, ButtonKind::Ghost, tr("Later"), m_card);
    wait->setObjectName(QStringLiteral("followUpLater"));
    wait->setToolTip(tr("Ask again in an hour"));
    QPushButton *skip = makeButton(m_context.theme, ButtonKind::Ghost, tr("Skip"), m_card);
    skip->setObjectName(QStringLiteral("followUpSkip"));
    for (QPushButton *button : {rate, wait, skip}) {
        button->setProperty("dense", true);
        row->addWidget(button);
    }
    connect(rate, &QPushButton::clicked, this, [this, followUp] {
        m_open = followUp;
        refresh();
        if (!m_ratings.isEmpty())
            m_ratings.first()->setFocus(Qt::OtherFocusReason);
    });
    connect(wait, &QPushButton::clicked, this, [this, followUp] { later(followUp); });
    connect(skip, &QPushButton::clicked, this, [this, followUp] {
        Journal &journal = m_context.workspace.journal();
        const QStringList codes = m_context.workspace.settings().value(Setting::ScalesShown).toStringList();
        const Scale scale = journal.vocabulary().scale(codes.value(0)).value_or(shippedScales().value(0));
        tell(skipFollowUp(journal, followUp, scale, m_context.workspace.clock().now()),
             tr("Skipped; it will not be asked again"), QStringLiteral("skip"));
    });
}

/// The person's scales; each digit is saved at once. What was rated before is not shown.
QWidget *FollowUpsPart::makeRatings(const FollowUp &followUp)
{
    m_ratings.clear();
    auto *rows = new QWidget(m_card);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnMinimumWidth(0, m_context.theme.px(nameWidth));
    grid->setColumnStretch(1, 1);
    const QStringList codes = m_context.workspace.settings().value(Setting::ScalesShown).toStringList();
    for (const QString &code : codes) {
        const auto scale = m_context.workspace.journal().vocabulary().scale(code);
        if (!scale)
            continue;
        auto *rating = new RatingRow(m_context.theme, *scale, RatingRow::Tone::After, ratingHeight, rows);
        rating->setObjectName(QStringLiteral("followUp-") + code);
        m_ratings.append(rating);
        const int row = grid->rowCount();
        grid->addWidget(makeLabel(TextRole::Body, scale->name, rows), row, 0);
        grid->addWidget(rating, row, 1);
        connect(rating, &RatingRow::rated, this,
                [this, followUp, scale](std::optional<double> value) { answer(followUp, *scale, value); });
    }
    QPushButton *done = makeButton(m_context.theme, ButtonKind::Secondary, tr("Done"), rows);
    done->setObjectName(QStringLiteral("followUpDone"));
    done->setProperty("dense", true);
    connect(done, &QPushButton::clicked, this, [this] {
        m_open.reset();
        refresh();
    });
    grid->addWidget(done, grid->rowCount(), 1, Qt::AlignRight);
    showGiven();
    return rows;
}

/// In the row that is being rated: what was given for this follow-up, also after an undo.
void FollowUpsPart::showGiven()
{
    if (!m_open)
        return;
    const auto answer = answerOf(m_context.workspace.journal(), *m_open);
    for (RatingRow *row : std::as_const(m_ratings)) {
        const auto found =
            answer ? answer->ratings.find({m_open->phase, row->scale().code, {}}) : Ratings::const_iterator();
        row->setValue(answer && found != answer->ratings.end() ? found->second.value : std::nullopt);
    }
}

void FollowUpsPart::answer(const FollowUp &followUp, const Scale &scale, std::optional<double> value)
{
    tell(answerFollowUp(m_context.workspace.journal(), followUp, scale, value,
                        m_context.workspace.clock().now()),
         value ? tr("%1 %2 saved").arg(scale.name, ratingText(*value)) : tr("%1 cleared").arg(scale.name),
         QStringLiteral("check"));
}

void FollowUpsPart::tell(const Result<void> &done, const QString &text, const QString &icon)
{
    if (done)
        m_context.toast.tell(text, icon, m_context.undo);
    else
        m_context.toast.tellError(done.error().message);
}

void FollowUpsPart::later(const FollowUp &followUp)
{
    m_laterUntil.insert({followUp.session, followUp.phase},
                        m_context.workspace.clock().now().utcMs + laterMs);
    refresh();
}

} // namespace stillpoint::ui
