#include "ui/journal/entrydetails.h"

#include "app/insights/modalitymarks.h"
#include "app/journal/skips.h"
#include "app/workspace/workspace.h"
#include "ui/journal/checkintexts.h"
#include "ui/journal/ratingdots.h"
#include "ui/journal/sessionfacts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/bodyfigures.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr int nameWidth = 96;
constexpr int roomForToast = 88;

/// What was rated on one scale, in the words and on the range that it had then.
struct RatingPair
{
    Scale scale;
    std::optional<double> before;
    std::optional<double> after; ///< or the only one
    bool isPair = false;
};

/// In the vocabulary's order; ratings of regions are facts of their own.
QList<RatingPair> ratingPairs(const Ratings &ratings, const Vocabulary &words)
{
    QList<RatingPair> rows;
    for (const Scale &scale : words.scales()) {
        RatingPair row{scale, {}, {}, false};
        for (const auto &[key, rating] : ratings) {
            if (key.scale != scale.code || !key.region.isEmpty())
                continue;
            (key.phase == Phase::Before ? row.before : row.after) = rating.value;
            row.isPair = row.isPair || key.phase == Phase::Before || key.phase == Phase::After;
            row.scale = words.scale(key.scale, rating.scaleVersion).value_or(scale);
        }
        if (row.before || row.after)
            rows.append(row);
    }
    return rows;
}

} // namespace

EntryDetails::EntryDetails(const ShellContext &context, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("entryDetails"));
    setAccessibleName(tr("Entry"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&context.theme, &Theme::changed, this, &EntryDetails::rebuild);
    rebuild();
}

void EntryDetails::show(RecordKind kind, const QUuid &id)
{
    m_kind = kind;
    m_id = id;
    m_emptyDay = {};
    rebuild();
}

void EntryDetails::showEmptyDay(const QDate &day)
{
    m_id = {};
    m_emptyDay = day;
    rebuild();
}

void EntryDetails::setBackShown(bool on)
{
    if (m_back == on)
        return;
    m_back = on;
    rebuild();
}

void EntryDetails::rebuild()
{
    auto *content = new QWidget;
    content->setAttribute(Qt::WA_StyledBackground);
    content->setProperty("pane", QStringLiteral("surface"));
    m_column = new QVBoxLayout(content);
    const Theme &theme = m_context.theme;
    m_column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(roomForToast));
    m_column->setSpacing(theme.px(6));
    const Journal &journal = m_context.workspace.journal();
    if (m_emptyDay.isValid()) {
        addEmptyDay();
    } else if (m_kind == RecordKind::Session) {
        if (const auto session = journal.find<Session>(m_id))
            addSession(*session);
    } else if (const auto checkIn = journal.find<CheckIn>(m_id)) {
        addCheckIn(*checkIn);
    }
    m_column->addStretch();
    setWidget(content);
}

void EntryDetails::addSession(const Session &session)
{
    const Journal &journal = m_context.workspace.journal();
    QString when = whenText(session.start, DayForm::Full);
    if (session.minutes)
        when = tr("%1, %2 min").arg(when).arg(*session.minutes);
    if (session.demo)
        when = tr("%1, demo").arg(when);
    const int mark = modalityMarks(journal).value(session.modalities.value(0), otherModalityMark);
    addHead(SessionTexts::modalities(journal.vocabulary(), session), when, mark);
    for (const auto &[name, value] : SessionFacts::of(session, journal))
        addFact(name, value);
    addRatings(session.ratings);
    addAreas(session);
    addNotes(session.notes);
}

void EntryDetails::addCheckIn(const CheckIn &checkIn)
{
    const QString when = whenText(checkIn.time, DayForm::Full);
    addHead(checkInTitle(checkIn), checkIn.demo ? tr("%1, demo").arg(when) : when, -1);
    addFact(tr("Context"),
            SessionTexts::circumstances(m_context.workspace.journal().vocabulary(), checkIn.context));
    addRatings(checkIn.ratings);
    addNotes(checkIn.note);
}

void EntryDetails::addEmptyDay()
{
    const Theme &theme = m_context.theme;
    QWidget *content = m_column->parentWidget();
    addBack();
    QLabel *day = makeLabel(TextRole::Card, dayText(m_emptyDay, DayForm::Full), content);
    day->setObjectName(QStringLiteral("detailsTitle"));
    day->setWordWrap(true);
    m_column->addWidget(day);
    m_emptyText = makeLabel(TextRole::Body, {}, content, Token::Text2);
    m_emptyText->setObjectName(QStringLiteral("emptyDayText"));
    m_emptyText->setWordWrap(true);
    refreshEmptyDay();
    m_column->addWidget(m_emptyText);
    m_column->addSpacing(theme.px(8));
    const auto offer = [&](const char *name, const QString &text, const QString &icon,
                           const Destination &to) {
        QPushButton *button = makeButton(theme, ButtonKind::Secondary, text, content, icon);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, [this, to] { m_context.navigator.go(to); });
        m_column->addWidget(button, 0, Qt::AlignLeft);
    };
    offer("detailsCheckIn", tr("Add a check-in"), QStringLiteral("check-in"), GoCheckIn{{}, m_emptyDay});
    offer("detailsLog", tr("Log a session"), QStringLiteral("session-add"), GoEditor{{}, false, m_emptyDay});
}

void EntryDetails::refreshEmptyDay()
{
    const bool skipped = !skipsOf(m_context.workspace.journal(), m_emptyDay).isEmpty();
    m_emptyText->setText(skipped ? tr("This day was skipped on purpose.")
                                 : tr("Nothing was noted on this day."));
}

void EntryDetails::addBack()
{
    if (!m_back)
        return;
    QPushButton *back = makeButton(m_context.theme, ButtonKind::Ghost, tr("Back to the list"),
                                   m_column->parentWidget(), QStringLiteral("back"));
    back->setObjectName(QStringLiteral("detailsBack"));
    connect(back, &QPushButton::clicked, this, &EntryDetails::backAsked);
    m_column->addWidget(back, 0, Qt::AlignLeft);
}

void EntryDetails::addHead(const QString &title, const QString &when, int mark)
{
    const Theme &theme = m_context.theme;
    QWidget *content = m_column->parentWidget();
    addBack();
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    if (mark >= 0) {
        auto *shape = new QLabel(content);
        shape->setPixmap(markPixmap(theme, mark, 16, devicePixelRatioF()));
        row->addWidget(shape);
    }
    QLabel *name = makeLabel(TextRole::Card, title, content);
    name->setObjectName(QStringLiteral("detailsTitle"));
    name->setWordWrap(true);
    row->addWidget(name, 1);
    QToolButton *remove = makeIconButton(theme, QStringLiteral("trash"), tr("Delete"), content);
    remove->setObjectName(QStringLiteral("detailsDelete"));
    connect(remove, &QToolButton::clicked, this, &EntryDetails::deleteAsked);
    row->addWidget(remove);
    QPushButton *edit = makeButton(theme, ButtonKind::Secondary, tr("Edit"), content, QStringLiteral("edit"));
    edit->setProperty("dense", true);
    edit->setObjectName(QStringLiteral("detailsEdit"));
    connect(edit, &QPushButton::clicked, this, &EntryDetails::editAsked);
    row->addWidget(edit);
    m_column->addLayout(row);
    QLabel *time = makeLabel(TextRole::Body, when, content, Token::Text2);
    time->setWordWrap(true);
    m_column->addWidget(time);
    m_column->addSpacing(theme.px(8));
}

void EntryDetails::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    QWidget *content = m_column->parentWidget();
    auto *row = new QHBoxLayout;
    row->setSpacing(m_context.theme.px(8));
    QLabel *label = makeLabel(TextRole::Body, name, content, Token::Text3);
    label->setFixedWidth(m_context.theme.px(nameWidth));
    QLabel *text = makeLabel(TextRole::Body, value, content);
    text->setWordWrap(true);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    m_column->addLayout(row);
}

void EntryDetails::addRatings(const Ratings &ratings)
{
    const Theme &theme = m_context.theme;
    QWidget *content = m_column->parentWidget();
    const QList<RatingPair> rows = ratingPairs(ratings, m_context.workspace.journal().vocabulary());
    if (rows.isEmpty())
        return;
    m_column->addSpacing(theme.px(8));
    m_column->addWidget(makeRule(content));
    m_column->addSpacing(theme.px(4));
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(TextRole::DenseStrong, tr("Ratings"), content));
    head->addStretch();
    const bool pair = std::any_of(rows.begin(), rows.end(), [](const RatingPair &row) { return row.isPair; });
    if (pair) {
        addLegend(head, true, tr("before"));
        addLegend(head, false, tr("after"));
    }
    m_column->addLayout(head);
    for (const RatingPair &values : rows) {
        const Scale &scale = values.scale;
        auto *row = new QHBoxLayout;
        row->setSpacing(theme.px(8));
        row->addStrut(theme.px(28));
        QLabel *name = makeLabel(TextRole::Body, scale.name, content);
        name->setFixedWidth(theme.px(76));
        row->addWidget(name);
        row->addWidget(new RatingDots(theme, scale, values.before, values.after, content), 1);
        QLabel *text =
            makeLabel(TextRole::BodyStrong, RatingDots::text(values.before, values.after, pair), content);
        text->setObjectName(QStringLiteral("detailsRating-") + scale.code);
        text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row->addWidget(text);
        m_column->addLayout(row);
    }
}

void EntryDetails::addRule()
{
    m_column->addSpacing(m_context.theme.px(8));
    m_column->addWidget(makeRule(m_column->parentWidget()));
    m_column->addSpacing(m_context.theme.px(8));
}

/// The body with what hurt and what was worked on, and the same in words.
void EntryDetails::addAreas(const Session &session)
{
    const BodyAreas areas{session.hurts, session.worked};
    if (areas.hurts.isEmpty() && areas.worked.isEmpty())
        return;
    const Theme &theme = m_context.theme;
    QWidget *content = m_column->parentWidget();
    addRule();
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(18));
    row->addWidget(new BodyFigures(theme, areas, content));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    if (!areas.hurts.isEmpty())
        addLayer(words, SessionFacts::hurts(session), 2, false);
    if (!areas.worked.isEmpty())
        addLayer(words, SessionFacts::workedOn(session), 0, true);
    words->addStretch();
    row->addLayout(words, 1);
    m_column->addLayout(row);
}

/// A layer's swatch and name, and below where; all places for a screen reader and whoever points at it.
void EntryDetails::addLayer(QVBoxLayout *column, const SessionFacts::Areas &words, int hurts, bool isWorked)
{
    const Theme &theme = m_context.theme;
    QWidget *content = m_column->parentWidget();
    const int side = theme.px(14);
    QPixmap drawn(QSize(side, side) * devicePixelRatioF());
    drawn.setDevicePixelRatio(devicePixelRatioF());
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath box;
    box.addRoundedRect(QRectF(1, 1, side - 2, side - 2), 3, 3);
    paintArea(painter, theme, box, hurts, isWorked);
    painter.end();
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(8));
    auto *swatch = new QLabel(content);
    swatch->setPixmap(drawn);
    head->addWidget(swatch);
    head->addWidget(makeLabel(TextRole::Dense, words.title, content, Token::Text), 1);
    column->addLayout(head);
    QLabel *where = makeLabel(TextRole::Dense, words.brief, content);
    where->setWordWrap(true);
    where->setIndent(0);
    where->setContentsMargins(theme.px(22), 0, 0, theme.px(8));
    where->setToolTip(plainToolTip(words.full));
    where->setAccessibleName(words.full);
    column->addWidget(where);
}

/// The ring of "before" or the dot of "after", as RatingDots draws them, with its word.
void EntryDetails::addLegend(QHBoxLayout *row, bool ring, const QString &word)
{
    const Theme &theme = m_context.theme;
    QWidget *content = m_column->parentWidget();
    const int side = theme.px(12);
    QPixmap drawn(QSize(side, side) * devicePixelRatioF());
    drawn.setDevicePixelRatio(devicePixelRatioF());
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ring ? QPen(theme.color(Token::WarmFill), 2.5) : QPen(Qt::NoPen));
    painter.setBrush(ring ? QBrush(Qt::NoBrush) : QBrush(theme.color(Token::Accent)));
    const qreal edge = ring ? 1.75 : 0.5;
    painter.drawEllipse(QRectF(0, 0, side, side).adjusted(edge, edge, -edge, -edge));
    painter.end();
    auto *mark = new QLabel(content);
    mark->setPixmap(drawn);
    row->addSpacing(theme.px(10));
    row->addWidget(mark);
    row->addWidget(makeLabel(TextRole::Caption, word, content));
}

void EntryDetails::addNotes(const QString &markdown)
{
    if (markdown.trimmed().isEmpty())
        return;
    const Theme &theme = m_context.theme;
    QWidget *content = m_column->parentWidget();
    addRule();
    auto *notes = new MarkdownView(theme, markdown.trimmed(), content);
    notes->setObjectName(QStringLiteral("detailsNotes"));
    notes->setAccessibleName(tr("Notes"));
    m_column->addWidget(notes);
}

} // namespace stillpoint::ui
