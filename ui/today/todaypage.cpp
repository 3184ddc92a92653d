#include "ui/today/todaypage.h"

#include "app/journal/drafts.h"
#include "app/workspace/workspace.h"
#include "ui/shell/theme.h"
#include "ui/today/checkincard.h"
#include "ui/today/demoline.h"
#include "ui/today/followupspart.h"
#include "ui/today/trendcard.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/ratingrow.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

#include <algorithm>

namespace stillpoint::ui {

namespace {
constexpr int roomForToast = 88;
constexpr int mostArticles = 3;
} // namespace

/// A row that is as high as its wrapped title needs.
class ReadingRow final : public QPushButton
{
public:
    explicit ReadingRow(QWidget *parent)
        : QPushButton(parent)
    {
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    QSize sizeHint() const override { return layout() ? layout()->sizeHint() : QPushButton::sizeHint(); }
    int heightForWidth(int width) const override
    {
        return qMax(minimumHeight(), layout() ? layout()->totalHeightForWidth(width) : 0);
    }
};

TodayPage::TodayPage(const ShellContext &context, QWidget *parent)
    : Page(context, parent)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("todayPage"));
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_scroll);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setProperty("transparent", true);
    m_scroll->setWidget(content);

    auto *page = new QVBoxLayout(content);
    page->setSpacing(0);
    page->addLayout(makeHead(content));
    page->addWidget(new DemoLine(context, content));
    m_grid = new QGridLayout;
    page->addLayout(m_grid);
    page->addStretch();

    m_leftColumn = new QWidget(content);
    m_left = new QVBoxLayout(m_leftColumn);
    m_rightColumn = new QWidget(content);
    m_right = new QVBoxLayout(m_rightColumn);
    // Made in the order in which Tab walks them.
    m_checkIn = new CheckInCard(context, m_leftColumn);
    m_left->addWidget(m_checkIn);
    m_left->addWidget(makeSessionPart());
    m_followUps = new FollowUpsPart(context, m_leftColumn);
    m_left->addWidget(m_followUps);
    m_trend = new TrendCard(context, m_rightColumn);
    m_right->addWidget(m_trend);
    m_right->addWidget(makeReadingPart());
    for (QVBoxLayout *column : {m_left, m_right})
        column->addStretch();

    connect(&context.workspace.journal(), &Journal::changed, this, &TodayPage::journalChanged);
    connect(&context.workspace.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ScalesShown)
            m_trend->refresh();
        if (setting == Setting::SingleKeys) {
            for (QShortcut *key : std::as_const(m_keys))
                key->setEnabled(this->context().workspace.settings().isOn(Setting::SingleKeys));
        }
    });
    connect(&context.theme, &Theme::changed, this, [this] {
        refreshReading();
        relayout();
    });
    addKeys();
    refreshAll();
    relayout();
}

QBoxLayout *TodayPage::makeHead(QWidget *content)
{
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_headline = makeLabel(TextRole::Page, {}, content);
    m_headline->setObjectName(QStringLiteral("todayHeadline"));
    m_headline->setWordWrap(true);
    m_head->addWidget(m_headline, 1);
    m_earlier = makeButton(context().theme, ButtonKind::Ghost, tr("Add for an earlier time"), content,
                           QStringLiteral("clock"));
    m_earlier->setObjectName(QStringLiteral("addEarlier"));
    m_earlier->setToolTip(tr("A check-in for a time that has passed"));
    m_head->addWidget(m_earlier, 0, Qt::AlignLeft);
    connect(m_earlier, &QPushButton::clicked, this, [this] { context().navigator.go(GoCheckIn{}); });
    return m_head;
}

void TodayPage::arrive(const Destination &)
{
    if (context().workspace.journal().today() != m_day)
        refreshAll();
    refreshDraft();
    if (RatingRow *row = m_checkIn->firstRow())
        row->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> TodayPage::panes()
{
    return {m_leftColumn, m_rightColumn};
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    relayout();
}

void TodayPage::addKeys()
{
    QList<QKeySequence> keys{QKeySequence(Qt::Key_X)};
    for (int digit = 0; digit <= 9; ++digit)
        keys.append(QKeySequence(static_cast<Qt::Key>(Qt::Key_0 + digit)));
    for (const QKeySequence &key : std::as_const(keys)) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setEnabled(context().workspace.settings().isOn(Setting::SingleKeys));
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, key] {
            RatingRow *row = m_checkIn->firstRow();
            if (!row)
                return;
            row->setFocus(Qt::ShortcutFocusReason);
            const Qt::Key pressed = key[0].key();
            row->rate(pressed == Qt::Key_X ? 10 : pressed - Qt::Key_0);
        });
        m_keys.append(shortcut);
    }
}

QWidget *TodayPage::makeSessionPart()
{
    const Theme &theme = context().theme;
    auto *part = new QWidget(m_leftColumn);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeLabel(TextRole::Card, tr("Had a session?"), part));
    auto *card = new Card(part);
    column->addWidget(card);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    card->body()->addLayout(row);
    card->body()->setContentsMargins(20, 16, 20, 16);
    QPushButton *log =
        makeButton(theme, ButtonKind::Primary, tr("Log a session"), card, QStringLiteral("session-add"));
    log->setObjectName(QStringLiteral("logSession"));
    m_sameAsLast =
        makeButton(theme, ButtonKind::Secondary, tr("Same as last time"), card, QStringLiteral("repeat"));
    m_sameAsLast->setObjectName(QStringLiteral("sameAsLast"));
    m_lastSession = makeLabel(TextRole::Caption, {}, card);
    m_lastSession->setObjectName(QStringLiteral("lastSession"));
    m_lastSession->setWordWrap(true);
    row->addWidget(log);
    row->addWidget(m_sameAsLast);
    row->addWidget(m_lastSession, 1);
    row->addStretch();
    addDraftHint(card);
    connect(log, &QPushButton::clicked, this, [this] { context().navigator.go(GoEditor{}); });
    connect(m_sameAsLast, &QPushButton::clicked, this, [this] {
        context().navigator.go(GoEditor{{}, true});
    });
    return part;
}

void TodayPage::addDraftHint(Card *card)
{
    m_draft = new QWidget(card);
    auto *row = new QHBoxLayout(m_draft);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_draftText = makeLabel(TextRole::Dense, {}, m_draft);
    m_draftText->setObjectName(QStringLiteral("draftHint"));
    m_draftText->setWordWrap(true);
    row->addWidget(m_draftText, 1);
    QPushButton *go = makeButton(context().theme, ButtonKind::Link, tr("Continue"), m_draft);
    go->setObjectName(QStringLiteral("continueDraft"));
    go->setAccessibleName(tr("Continue the unfinished session"));
    row->addWidget(go);
    card->body()->addWidget(m_draft);
    connect(go, &QPushButton::clicked, this, [this] { context().navigator.go(GoEditor{}); });
    // The editor lies over this page; the focus comes back when it closes.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (now && isAncestorOf(now))
            refreshDraft();
    });
}

void TodayPage::refreshDraft()
{
    const Journal &journal = context().workspace.journal();
    m_earlier->setText(draftKeptAt(journal, checkInDraftSlot({})) ? tr("Continue the unfinished check-in")
                                                                  : tr("Add for an earlier time"));
    const auto keptMs = draftKeptAt(journal, draftSlot({}));
    m_draft->setVisible(keptMs.has_value());
    if (!keptMs)
        return;
    const Moment kept = momentAt(*keptMs, context().workspace.clock().now().zone);
    m_draftText->setText(tr("An unfinished session from %1, %2.")
                             .arg(dayText(kept.local().date(), DayForm::Headline), timeText(kept)));
}

QWidget *TodayPage::makeReadingPart()
{
    m_reading = new QWidget(m_rightColumn);
    m_reading->setObjectName(QStringLiteral("continueReading"));
    auto *column = new QVBoxLayout(m_reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeLabel(TextRole::Card, tr("Continue reading"), m_reading));
    m_readingCard = new Card(m_reading);
    m_readingCard->body()->setContentsMargins(8, 8, 8, 8);
    m_readingCard->body()->setSpacing(0);
    column->addWidget(m_readingCard);
    return m_reading;
}

void TodayPage::journalChanged(const QSet<RecordKind> &kinds)
{
    const bool entries = kinds.contains(RecordKind::CheckIn) || kinds.contains(RecordKind::Session) ||
                         kinds.contains(RecordKind::Skip);
    const bool words = kinds.contains(RecordKind::Scale) || kinds.contains(RecordKind::Modality);
    if (kinds.contains(RecordKind::Scale))
        m_checkIn->rebuild();
    else if (entries)
        m_checkIn->refresh();
    if (entries || words) {
        m_trend->refresh();
        m_followUps->refresh(words || kinds.contains(RecordKind::Session));
    }
    if (words || kinds.contains(RecordKind::Session) || kinds.contains(RecordKind::Practitioner))
        refreshSession();
    if (kinds.contains(RecordKind::Article))
        refreshReading();
}

void TodayPage::refreshAll()
{
    m_day = context().workspace.journal().today();
    m_headline->setText(dayText(m_day, DayForm::Headline));
    m_checkIn->refresh();
    m_trend->refresh();
    m_followUps->refresh(true);
    refreshSession();
    refreshDraft();
    refreshReading();
}

void TodayPage::refreshSession()
{
    const Journal &journal = context().workspace.journal();
    const auto last = lastSession(journal);
    m_sameAsLast->setVisible(last.has_value());
    m_lastSession->setVisible(last.has_value());
    if (last)
        m_lastSession->setText(
            tr("%1.\nYou only fill in the ratings.").arg(SessionTexts::summary(journal, *last)));
}

void TodayPage::refreshReading()
{
    QVBoxLayout *body = m_readingCard->body();
    while (QLayoutItem *item = body->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    QList<ArticleState> reading = context().workspace.journal().all<ArticleState>();
    reading.removeIf([](const ArticleState &state) {
        return state.readState != ReadState::Reading || state.archived || state.title.isEmpty();
    });
    std::sort(reading.begin(), reading.end(), [](const ArticleState &a, const ArticleState &b) {
        return a.title.localeAwareCompare(b.title) < 0;
    });
    for (const ArticleState &state : reading.mid(0, mostArticles)) {
        if (body->count() > 0)
            body->addWidget(makeRule(m_readingCard));
        auto *row = new ReadingRow(m_readingCard);
        row->setProperty("kind", QStringLiteral("ghost"));
        row->setProperty("row", true);
        row->setCursor(Qt::PointingHandCursor);
        row->setObjectName(QStringLiteral("readingRow"));
        row->setAccessibleName(state.title);
        row->setMinimumHeight(context().theme.px(52));
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(12, 6, 8, 6);
        QLabel *title = makeLabel(TextRole::RowRead, state.title, row);
        title->setWordWrap(true);
        line->addWidget(title, 1);
        auto *chevron = new QLabel(row);
        chevron->setPixmap(
            context().theme.pixmap(QStringLiteral("chevron-right"), Token::Text2, 18, devicePixelRatioF()));
        line->addWidget(chevron);
        connect(row, &QPushButton::clicked, this,
                [this, id = state.id] { context().navigator.go(GoArticle{id}); });
        body->addWidget(row);
    }
    m_reading->setVisible(!reading.isEmpty());
}

void TodayPage::relayout()
{
    const Theme &theme = context().theme;
    const double effective = window()->width() / theme.textScale();
    const bool narrow = effective < 1180;
    const bool single = effective < 820;
    const bool tight = effective < tightBelow;
    const int side = theme.px(tight ? 16 : narrow ? 24 : 32);
    auto *page = static_cast<QVBoxLayout *>(m_scroll->widget()->layout());
    page->setContentsMargins(side, theme.px(narrow ? 22 : 26), side, theme.px(roomForToast));
    page->setSpacing(theme.px(narrow ? 20 : 22));
    m_head->setDirection(single ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(narrow ? 16 : 24));
    m_grid->setVerticalSpacing(theme.px(24));
    for (QVBoxLayout *column : {m_left, m_right}) {
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(theme.px(24));
    }
    m_grid->removeWidget(m_leftColumn);
    m_grid->removeWidget(m_rightColumn);
    m_grid->addWidget(m_leftColumn, 0, 0);
    m_grid->addWidget(m_rightColumn, single ? 1 : 0, single ? 0 : 1);
    m_grid->setColumnStretch(0, 1);
    const int right = theme.px(narrow ? 300 : 420);
    m_rightColumn->setMinimumWidth(single ? 0 : right);
    m_rightColumn->setMaximumWidth(single ? QWIDGETSIZE_MAX : right);
    m_checkIn->setRoom(tight    ? CheckInCard::Room::Tight
                       : narrow ? CheckInCard::Room::Compact
                                : CheckInCard::Room::Wide);
}

} // namespace stillpoint::ui
