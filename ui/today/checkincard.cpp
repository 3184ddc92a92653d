#include "ui/today/checkincard.h"

#include "app/workspace/workspace.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/today/checkinnow.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/ratingrow.h"
#include "ui/widgets/texts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {
constexpr int largeHeight = 52;
constexpr int compactHeight = 32;
constexpr int padding = 24;
constexpr int largeGap = 8;
} // namespace

CheckInCard::CheckInCard(const ShellContext &context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("checkInCard"));
    setAccessibleName(tr("Check-in"));
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &CheckInCard::refresh);
    connect(&context.workspace.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ScalesShown)
            rebuild();
    });
    connect(&context.theme, &Theme::changed, this, &CheckInCard::rebuild);
    rebuild();
}

RatingRow *CheckInCard::firstRow() const
{
    return m_lines.isEmpty() ? nullptr : m_lines.first().row;
}

void CheckInCard::setRoom(Room room)
{
    m_room = room;
    for (const Line &line : std::as_const(m_lines)) {
        arrange(line);
        showState(line);
    }
}

void CheckInCard::rebuild()
{
    m_lines.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const int room = m_context.theme.px(padding - RatingRow::ringRoom);
    m_layout->setContentsMargins(room, m_context.theme.px(20), room, m_context.theme.px(18));
    m_layout->setSpacing(m_context.theme.px(8));
    const QStringList codes = m_context.workspace.settings().value(Setting::ScalesShown).toStringList();
    for (const QString &code : codes) {
        const auto scale = m_context.workspace.journal().vocabulary().scale(code);
        if (!scale)
            continue;
        if (m_lines.isEmpty())
            addLarge(*scale);
        else
            addCompact(*scale);
    }
    addSkip();
    refresh();
}

void CheckInCard::addLarge(const Scale &scale)
{
    const Theme &theme = m_context.theme;
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    const int indent = theme.px(RatingRow::ringRoom);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(indent, 0, indent, theme.px(4));
    QLabel *question = makeLabel(TextRole::Card, scale.question, box);
    question->setObjectName(QStringLiteral("question"));
    question->setWordWrap(true);
    head->addWidget(question, 1);
    m_keys = makeKeyHint(tr("press [0] to [9], [X] for 10"), box);
    head->addWidget(m_keys);
    column->addLayout(head);

    RatingRow *row = makeRow(scale, largeHeight);
    row->setParent(box);
    column->addWidget(row);

    auto *anchors = new QHBoxLayout;
    anchors->setContentsMargins(indent, 0, indent, 0);
    const QString form = QStringLiteral("%1  %2");
    const double middle = (scale.minimum + scale.maximum) / 2;
    const std::initializer_list<std::tuple<double, QString, Qt::Alignment>> words{
        {scale.minimum, scale.low, Qt::AlignLeft},
        {middle, scale.middle, Qt::AlignHCenter},
        {scale.maximum, scale.high, Qt::AlignRight}};
    for (const auto &[value, word, alignment] : words) {
        QLabel *label = makeLabel(TextRole::Caption, form.arg(ratingText(value), word), box);
        label->setWordWrap(true);
        label->setAlignment(alignment | Qt::AlignTop);
        anchors->addWidget(label, 1);
    }
    column->addLayout(anchors);
    m_layout->addWidget(box);
    m_lines.append({row});
    arrange(m_lines.last());
}

void CheckInCard::addCompact(const Scale &scale)
{
    const Theme &theme = m_context.theme;
    const int indent = theme.px(RatingRow::ringRoom);
    if (m_lines.size() == 1) {
        auto *rule = new QWidget(this);
        auto *around = new QVBoxLayout(rule);
        around->setContentsMargins(indent, theme.px(10), indent, theme.px(4));
        around->addWidget(makeRule(rule));
        m_layout->addWidget(rule);
    }
    auto *box = new QWidget(this);
    auto *line = new QBoxLayout(QBoxLayout::LeftToRight, box);
    line->setContentsMargins(0, 0, 0, 0);
    auto *names = new QVBoxLayout;
    names->setContentsMargins(indent, 0, 0, 0);
    names->setSpacing(0);
    names->addStretch();
    QLabel *name = makeLabel(TextRole::Body, scale.name, box);
    name->setProperty("role", QStringLiteral("bodyMedium"));
    names->addWidget(name);
    QLabel *hint = makeLabel(TextRole::Caption, scale.hint, box);
    hint->setWordWrap(true);
    names->addWidget(hint);
    names->addStretch();
    line->addLayout(names);
    RatingRow *row = makeRow(scale, compactHeight);
    row->setParent(box);
    line->addWidget(row, 1);

    Line made{row, hint, new QWidget(box)};
    made.end->setFixedWidth(theme.px(84));
    auto *end = new QHBoxLayout(made.end);
    end->setContentsMargins(0, 0, indent, 0);
    end->addStretch();
    made.notRated = makeLabel(TextRole::Caption, tr("not rated"), made.end);
    made.clear = makeButton(theme, ButtonKind::Link, tr("clear"), made.end);
    made.clear->setObjectName(QStringLiteral("clear-") + scale.code);
    made.clear->setAccessibleName(tr("Clear %1").arg(scale.name));
    end->addWidget(made.notRated);
    end->addWidget(made.clear);
    line->addWidget(made.end);
    connect(made.clear, &QPushButton::clicked, row, [row] {
        row->setFocus(Qt::OtherFocusReason);
        row->rate(std::nullopt);
    });
    m_layout->addWidget(box);
    made.box = line;
    m_lines.append(made);
    arrange(made);
}

void CheckInCard::addSkip()
{
    const Theme &theme = m_context.theme;
    const int indent = theme.px(RatingRow::ringRoom);
    m_skipLine = new QWidget(this);
    auto *line = new QHBoxLayout(m_skipLine);
    line->setContentsMargins(indent, theme.px(2), indent, 0);
    line->setSpacing(theme.px(8));
    m_skipped = makeLabel(TextRole::Caption, tr("Today is skipped on purpose."), m_skipLine);
    m_skipped->setObjectName(QStringLiteral("todaySkipped"));
    m_skip = makeButton(theme, ButtonKind::Link, {}, m_skipLine);
    m_skip->setObjectName(QStringLiteral("skipToday"));
    line->addWidget(m_skipped);
    line->addWidget(m_skip);
    line->addStretch();
    connect(m_skip, &QPushButton::clicked, this, &CheckInCard::switchSkip);
    m_layout->addWidget(m_skipLine);
}

void CheckInCard::showSkip()
{
    const Journal &journal = m_context.workspace.journal();
    m_offer = skipOffer(journal, journal.today());
    const bool skipped = m_offer.isSkipped;
    m_skipped->setVisible(skipped);
    m_skip->setText(skipped ? tr("Take it back") : tr("Skip today"));
    m_skip->setAccessibleName(skipped ? tr("Take back that today is skipped") : tr("Skip today"));
    m_skip->setToolTip(skipped ? QString() : tr("Leaves the day unrated on purpose; nothing is asked."));
    m_skipLine->setVisible(m_offer.isShown);
}

void CheckInCard::switchSkip()
{
    const auto done = takeSkipOffer(m_context, m_offer, m_context.workspace.journal().today());
    if (!done)
        m_context.toast.tellError(done.error().message);
    else if (!*done)
        refresh();
}

RatingRow *CheckInCard::makeRow(const Scale &scale, int height)
{
    auto *row = new RatingRow(m_context.theme, scale, RatingRow::Tone::After, height, this);
    row->setObjectName(QStringLiteral("rating-") + scale.code);
    connect(row, &RatingRow::rated, this, [this, row](std::optional<double> value) { save(row, value); });
    return row;
}

void CheckInCard::save(RatingRow *row, std::optional<double> value)
{
    Journal &journal = m_context.workspace.journal();
    const Clock &clock = m_context.workspace.clock();
    const auto saved = rateNow(journal, clock, row->scale(), value);
    refresh();
    if (!saved) {
        m_context.toast.tellError(saved.error().message);
        return;
    }
    const QString text =
        value ? tr("%1 %2 saved at %3").arg(row->scale().name, ratingText(*value), timeText(clock.now()))
              : tr("%1 cleared").arg(row->scale().name);
    m_context.toast.tell(text, QStringLiteral("check"), m_context.undo);
}

void CheckInCard::refresh()
{
    const auto checkIn = openCheckIn(m_context.workspace.journal(), m_context.workspace.clock());
    for (const Line &line : std::as_const(m_lines)) {
        std::optional<double> value;
        if (checkIn) {
            const auto found = checkIn->ratings.find({Phase::AdHoc, line.row->scale().code, {}});
            if (found != checkIn->ratings.end())
                value = found->second.value;
        }
        line.row->setValue(value);
        showState(line);
    }
    showSkip();
    m_expiry.stop();
    if (checkIn) {
        const qint64 age = m_context.workspace.clock().now().utcMs - checkIn->time.moment->utcMs;
        m_expiry.start(static_cast<int>(joinMs - age));
    }
}

void CheckInCard::arrange(const Line &line) const
{
    const bool tight = m_room == Room::Tight;
    if (!line.box) {
        m_keys->setVisible(!tight);
        line.row->setGap(tight ? RatingRow::usualGap : largeGap);
        return;
    }
    line.box->setDirection(tight ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    line.box->setSpacing(m_context.theme.px(tight ? 0 : 8));
    const int hint = m_context.theme.px(m_room == Room::Compact ? 86 : 116);
    line.hint->setMinimumWidth(tight ? 0 : hint);
    line.hint->setMaximumWidth(tight ? QWIDGETSIZE_MAX : hint);
}

void CheckInCard::showState(const Line &line) const
{
    if (!line.notRated)
        return;
    const bool rated = line.row->value().has_value();
    line.notRated->setVisible(!rated);
    line.clear->setVisible(rated);
    line.end->setVisible(m_room == Room::Wide);
}

} // namespace stillpoint::ui
