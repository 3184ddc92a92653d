#include "ui/journal/calendarpane.h"

#include "app/insights/demorule.h"
#include "app/insights/modalitymarks.h"
#include "app/workspace/workspace.h"
#include "ui/journal/monthgrid.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/sessiontexts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace stillpoint::ui {

namespace {

constexpr int daysAround = 14;
constexpr int legendIcon = 14;

/// The calendar's signs besides the modalities'.
enum Sign { CheckInSign = -1, SkipSign = -2 };

QPixmap signPixmap(const Theme &theme, int sign, qreal ratio)
{
    if (sign >= 0)
        return markPixmap(theme, sign, legendIcon, ratio);
    const int side = theme.px(legendIcon);
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF centre = QPointF(side, side) / 2;
    if (sign == CheckInSign) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Dot));
        painter.drawEllipse(centre, theme.px(5) / 2.0, theme.px(5) / 2.0);
    } else {
        painter.setPen(QPen(theme.color(Token::Dot), 1.5));
        painter.drawLine(centre - QPointF(theme.px(4), 0), centre + QPointF(theme.px(4), 0));
    }
    return pixmap;
}

} // namespace

CalendarPane::CalendarPane(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_month(makeLabel(TextRole::Card, {}, this))
    , m_previous(makeIconButton(context.theme, QStringLiteral("chevron-left"), tr("Earlier month"), this))
    , m_next(makeIconButton(context.theme, QStringLiteral("chevron-right"), tr("Later month"), this))
    , m_grid(new MonthGrid(context.theme, this))
    , m_summaryTitle(makeLabel(TextRole::Dense, {}, this, Token::Text2))
    , m_summary(makeLabel(TextRole::Caption, {}, this))
    , m_trash(makeButton(context.theme, ButtonKind::Link, {}, this))
{
    setObjectName(QStringLiteral("calendarPane"));
    setAccessibleName(tr("Calendar"));
    setProperty("pane", QStringLiteral("bg"));
    setAttribute(Qt::WA_StyledBackground);
    m_month->setObjectName(QStringLiteral("calendarMonth"));
    m_previous->setObjectName(QStringLiteral("earlierMonth"));
    m_next->setObjectName(QStringLiteral("laterMonth"));
    m_summary->setObjectName(QStringLiteral("monthSummary"));
    m_summary->setWordWrap(true);
    m_trash->setObjectName(QStringLiteral("recentlyDeleted"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(8);
    auto *header = new QHBoxLayout;
    header->addWidget(m_month, 1);
    header->addWidget(m_previous);
    header->addWidget(m_next);
    column->addLayout(header);
    column->addWidget(m_grid);
    column->addSpacing(8);
    makeLegend(column);
    column->addWidget(m_summaryTitle);
    column->addWidget(m_summary);
    column->addSpacing(8);
    column->addWidget(m_trash, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_previous, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_grid, &QCalendarWidget::currentPageChanged, this, &CalendarPane::showMonth);
    connect(m_grid, &QCalendarWidget::selectionChanged, this, [this] {
        if (!m_showing)
            Q_EMIT dayChosen(m_grid->selectedDate());
    });
    connect(m_trash, &QPushButton::clicked, this, &CalendarPane::trashWanted);
    connect(&context.workspace.journal(), &Journal::changed, this, &CalendarPane::reload);
    connect(&context.theme, &Theme::changed, this, &CalendarPane::reload);
    newDay();
    setDay(context.workspace.journal().today());
}

void CalendarPane::makeLegend(QVBoxLayout *column)
{
    column->addWidget(makeRule(this));
    m_legend = new QWidget(this);
    auto *grid = new QGridLayout(m_legend);
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    column->addWidget(m_legend);
    column->addWidget(makeRule(this));
    column->addSpacing(8);
}

void CalendarPane::setDay(const QDate &day)
{
    if (!day.isValid())
        return;
    m_showing = true;
    m_grid->setSelectedDate(day);
    m_grid->setCurrentPage(day.year(), day.month());
    m_showing = false;
    showMonth();
}

void CalendarPane::newDay()
{
    m_grid->setToday(m_context.workspace.journal().today());
    reload();
}

void CalendarPane::turn(int months)
{
    const QDate first = QDate(m_grid->yearShown(), m_grid->monthShown(), 1).addMonths(months);
    m_grid->setCurrentPage(first.year(), first.month());
}

void CalendarPane::reload()
{
    const Journal &journal = m_context.workspace.journal();
    const Vocabulary &words = journal.vocabulary();
    const QHash<QString, int> known = modalityMarks(journal);
    m_ignoreDemo = ignoresDemo(journal);
    m_markOf.clear();
    journal.each<Session>([&](const Session &session) {
        m_markOf.insert(session.id, known.value(session.modalities.value(0), otherModalityMark));
    });
    QMap<int, QString> names;
    for (auto mark = known.cbegin(); mark != known.cend(); ++mark)
        names.insert(mark.value(), mark.value() < otherModalityMark
                                       ? SessionTexts::modality(words, mark.key())
                                       : tr("other modalities"));
    showLegend(names);
    showMonth();
}

void CalendarPane::showLegend(const QMap<int, QString> &modalities)
{
    qDeleteAll(m_legend->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(m_legend->layout());
    int row = 0;
    const auto add = [&](int sign, const QString &text) {
        auto *icon = new QLabel(m_legend);
        icon->setPixmap(signPixmap(m_context.theme, sign, devicePixelRatioF()));
        grid->addWidget(icon, row, 0);
        grid->addWidget(makeLabel(TextRole::Caption, text, m_legend), row++, 1);
    };
    add(CheckInSign, tr("check-in"));
    add(SkipSign, tr("skipped on purpose"));
    for (auto name = modalities.cbegin(); name != modalities.cend(); ++name)
        add(name.key(), name.value());
}

/// The weeks in view, the days of other months too.
void CalendarPane::markDays(const QDate &first)
{
    QHash<QDate, DayMarks> days;
    const QList<Entry> entries = m_context.workspace.journal().entries(
        {first.addDays(-daysAround), first.addMonths(1).addDays(daysAround), {}});
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) { // as the day went
        if (m_ignoreDemo && entry->demo)
            continue;
        DayMarks &day = days[entry->day];
        day.checkIns += entry->kind == RecordKind::CheckIn ? 1 : 0;
        day.skipped = day.skipped || entry->kind == RecordKind::Skip;
        if (entry->kind == RecordKind::Session)
            day.sessions.append(m_markOf.value(entry->id));
    }
    m_grid->setMarks(days);
}

QString CalendarPane::monthShown() const
{
    return locale().standaloneMonthName(m_grid->monthShown()) + QLatin1Char(' ') +
           QString::number(m_grid->yearShown());
}

QString CalendarPane::shortMonthShown() const
{
    return locale().standaloneMonthName(m_grid->monthShown(), QLocale::ShortFormat);
}

void CalendarPane::showMonth()
{
    const QDate first(m_grid->yearShown(), m_grid->monthShown(), 1);
    const QDate last = first.addDays(first.daysInMonth() - 1);
    const Journal &journal = m_context.workspace.journal();
    const QDate today = journal.today();
    markDays(first);
    m_month->setText(monthShown());
    Q_EMIT monthTurned();
    QSet<QDate> rated;
    QSet<QDate> skipped;
    int sessions = 0;
    bool leftOut = false;
    for (const Entry &entry : journal.entries({first, last, {}})) {
        if (m_ignoreDemo && entry.demo) {
            leftOut = true;
            continue;
        }
        sessions += entry.kind == RecordKind::Session ? 1 : 0;
        if (entry.kind == RecordKind::CheckIn)
            rated.insert(entry.day);
        else if (entry.kind == RecordKind::Skip)
            skipped.insert(entry.day);
    }
    const bool running = first <= today && today <= last;
    const auto days = static_cast<int>(first.daysTo(running ? today : last)) + 1;
    m_summaryTitle->setText(running ? tr("%1 so far").arg(locale().standaloneMonthName(first.month()))
                                    : monthShown());
    QStringList lines{sessions == 1 ? tr("1 session") : tr("%Ln sessions", nullptr, sessions)};
    if (first <= today)
        lines[0] +=
            QStringLiteral(" \u00b7 ") +
            tr("%1 of %2 days checked in").arg(locale().toString(rated.size()), locale().toString(days));
    if (!skipped.isEmpty())
        lines.append(skipped.size() == 1
                         ? tr("1 day skipped on purpose")
                         : tr("%Ln days skipped on purpose", nullptr, static_cast<int>(skipped.size())));
    if (leftOut)
        lines.append(tr("the made-up entries are not counted"));
    m_summary->setText(lines.join(QLatin1Char('\n')));
    const auto deleted = static_cast<int>(journal.trash().size());
    m_trash->setVisible(deleted > 0);
    m_trash->setText(tr("Recently deleted, %1").arg(locale().toString(deleted)));
}

} // namespace stillpoint::ui
