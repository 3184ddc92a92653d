#include "ui/journal/sessionform.h"

#include "app/insights/modalitymarks.h"
#include "app/journal/regions.h"
#include "app/workspace/workspace.h"
#include "ui/journal/areaspanel.h"
#include "ui/journal/effectchips.h"
#include "ui/journal/formscroll.h"
#include "ui/journal/modalitychips.h"
#include "ui/journal/ratinggroup.h"
#include "ui/journal/sessionchips.h"
#include "ui/journal/sessionmore.h"
#include "ui/shell/theme.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/ratingrow.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/stepper.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimer>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr int mostMinutes = 1440;
constexpr int minuteStep = 5;
constexpr int pressureHeight = 36;
constexpr int rightWidth = 320;
constexpr int notesLeast = 112;
constexpr int notesMost = 420;

Scale pressureScale()
{
    Scale scale;
    scale.code = QStringLiteral("pressure");
    scale.name = SessionForm::tr("Pressure");
    scale.question = SessionForm::tr("How firm was the touch?");
    scale.minimum = 1;
    scale.maximum = 5;
    return scale;
}

QStringList recentModalities(const QList<Session> &newestFirst, bool demo)
{
    QStringList codes;
    for (const Session &session : newestFirst) {
        if (session.demo != demo)
            continue;
        for (const QString &code : session.modalities) {
            if (!codes.contains(code))
                codes.append(code);
        }
    }
    return codes;
}

} // namespace

SessionForm::SessionForm(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_columns(new QHBoxLayout)
    , m_scroll(new FormScroll(this))
    , m_right(new QWidget)
{
    const Theme &theme = context.theme;
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
    auto *content = new QWidget;
    content->setProperty("transparent", true);
    content->setLayout(m_columns);
    m_scroll->setWidget(content);
    auto *left = new QWidget(content);
    m_left = new QVBoxLayout(left);
    m_left->setSpacing(theme.px(16));
    m_left->setContentsMargins(theme.px(RatingRow::ringRoom), theme.px(18), 0, theme.px(24));
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, theme.px(17), 0, theme.px(14));
    right->setSpacing(theme.px(10));
    m_columns->setSpacing(theme.px(24));
    m_columns->addWidget(left, 1);
    m_columns->addWidget(m_right);
    // The scroll bar stands in the margin, so that the fields are as wide with it as without.
    connect(m_scroll, &FormScroll::barWidthChanged, this, &SessionForm::setMargins);
    makeTimeFields();
    makeModality();
    makePractitionerAndPressure();
    makeRatings();
    makeChips();
    makeMore();
    m_left->addStretch();
    makeAreas();
    makeNotes();
    setOneColumn(false);
}

FieldBox *SessionForm::box(const QString &name, const QString &label, QWidget *field, int inset)
{
    auto *made = new FieldBox(m_context.theme, label, this);
    made->setField(field);
    if (inset > 0)
        made->setInset(inset);
    m_boxes.insert(name, made);
    return made;
}

/// Fields side by side; what is wrong with one of them is said under all, where a sentence has room.
void SessionForm::addRow(QHBoxLayout *fields)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(m_context.theme.px(6));
    column->addLayout(fields);
    for (int i = 0; i < fields->count(); ++i) {
        auto *made = qobject_cast<FieldBox *>(fields->itemAt(i)->widget());
        fields->setAlignment(made, Qt::AlignTop);
        column->addWidget(made->errorRow());
    }
    m_left->addLayout(column);
}

void SessionForm::makeTimeFields()
{
    const Theme &theme = m_context.theme;
    const int room = theme.px(RatingRow::ringRoom);
    m_day = makeDayField(theme, this);
    m_began = new QLineEdit(this);
    m_began->setObjectName(QStringLiteral("began"));
    m_began->setToolTip(tr("Leave this empty if you only know the day."));
    m_minutes = new Stepper(theme, mostMinutes, minuteStep, this);
    m_minutes->number()->setObjectName(QStringLiteral("minutes"));
    m_minutes->number()->setAccessibleName(tr("Minutes"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, room, 0);
    row->setSpacing(theme.px(12));
    row->addWidget(box(QStringLiteral("day"), tr("Day"), m_day), 212);
    row->addWidget(box(QStringLiteral("start"), tr("Began"), m_began), 104);
    row->addWidget(box(QStringLiteral("minutes"), tr("Minutes"), m_minutes), 128);
    addRow(row);
    connect(m_day, &QDateEdit::dateChanged, this, [this] { read(); });
    connect(m_began, &QLineEdit::textEdited, this, [this] { read(); });
    connect(m_minutes, &Stepper::edited, this, [this] { touched(QStringLiteral("minutes")); });
}

void SessionForm::makeModality()
{
    m_modalities = new ModalityChips(m_context.theme, this);
    FieldBox *made = box(QStringLiteral("modalities"), tr("Modality"), m_modalities);
    made->setContentsMargins(0, 0, m_context.theme.px(RatingRow::ringRoom), 0);
    m_left->addWidget(made);
    connect(m_modalities, &ModalityChips::edited, this, [this] {
        touched(QStringLiteral("modalities"));
        const QStringList chosen = m_modalities->chosen();
        if (chosen.size() == 1)
            refill(lastOfModality(m_context.workspace.journal(), chosen.first()));
    });
}

void SessionForm::makePractitionerAndPressure()
{
    const Theme &theme = m_context.theme;
    m_practitioner = new QComboBox(this);
    m_practitioner->setObjectName(QStringLiteral("practitioner"));
    m_practitioner->setEditable(true);
    m_practitioner->setInsertPolicy(QComboBox::NoInsert);
    m_practitioner->lineEdit()->setObjectName(QStringLiteral("practitionerName"));
    m_practitioner->lineEdit()->setAccessibleName(tr("Practitioner"));
    m_pressure = new RatingRow(theme, pressureScale(), RatingRow::Tone::After, pressureHeight, this);
    m_pressure->setObjectName(QStringLiteral("pressure"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    row->addWidget(box(QStringLiteral("practitioner"), tr("Practitioner"), m_practitioner), 216);
    const int room = theme.px(RatingRow::ringRoom);
    FieldBox *pressure = box(QStringLiteral("pressure"), tr("Pressure"), m_pressure, room);
    pressure->setCaption(tr("1 resting touch, 5 deep"));
    row->addWidget(pressure, 244);
    addRow(row);
    connect(m_practitioner->lineEdit(), &QLineEdit::textEdited, this,
            [this] { touched(QStringLiteral("practitioner")); });
    connect(m_practitioner, &QComboBox::activated, this, [this] {
        touched(QStringLiteral("practitioner"));
        refill(lastWith(m_context.workspace.journal(), m_practitioner->currentText()));
    });
    connect(m_pressure, &RatingRow::rated, this, [this] { touched(QStringLiteral("pressure")); });
}

void SessionForm::makeRatings()
{
    const Theme &theme = m_context.theme;
    auto *rows = new QWidget(this);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(12 - 2 * RatingRow::ringRoom));
    const QStringList codes = m_context.workspace.settings().value(Setting::ScalesShown).toStringList();
    for (const QString &code : codes) {
        const auto scale = m_context.workspace.journal().vocabulary().scale(code);
        if (!scale)
            continue;
        auto *group = new RatingGroup(theme, *scale, rows);
        column->addWidget(group);
        m_ratings.append(group);
        connect(group, &RatingGroup::edited, this, [this] { read(); });
    }
    FieldBox *made =
        box(QStringLiteral("rating"), tr("Before and after"), rows, theme.px(RatingRow::ringRoom));
    made->layout()->itemAt(0)->widget()->layout()->setContentsMargins(0, 0, theme.px(RatingRow::ringRoom), 0);
    made->setHint(makeKeyHint(tr("[0] – [9] rate, [X] ten, [Del] not rated"), made));
    m_left->addWidget(made);
}

void SessionForm::makeChips()
{
    const int room = m_context.theme.px(RatingRow::ringRoom);
    m_contexts = new ContextChips(m_context.theme, this);
    m_effects = new EffectChips(m_context.theme, this);
    m_reason = new ChoiceChips(
        m_context.theme,
        {{static_cast<int>(Reason::Planned), tr("Planned"), QStringLiteral("reason-planned")},
         {static_cast<int>(Reason::Worse), tr("Booked because worse"), QStringLiteral("reason-worse")},
         {static_cast<int>(Reason::FreeSlot), tr("Free slot"), QStringLiteral("reason-free")}},
        this);
    FieldBox *contexts = box(QStringLiteral("context"), tr("Around this session"), m_contexts);
    FieldBox *effects = box(QStringLiteral("effect"), tr("After-effects"), m_effects);
    effects->setCaption(tr("can be added later"));
    FieldBox *reason = box(QStringLiteral("reason"), tr("Why this session"), m_reason);
    for (FieldBox *made : {contexts, effects, reason}) {
        made->setContentsMargins(0, 0, room, 0);
        m_left->addWidget(made);
    }
    connect(m_contexts, &ContextChips::edited, this, [this] { read(); });
    connect(m_effects, &EffectChips::edited, this, [this] { read(); });
    connect(m_reason, &ChoiceChips::edited, this, [this] { read(); });
}

void SessionForm::makeMore()
{
    m_more = new SessionMore(m_context.theme, this);
    m_left->addWidget(m_more);
    m_boxes.insert(m_more->boxes());
    connect(m_more, &SessionMore::edited, this, &SessionForm::touched);
}

void SessionForm::makeAreas()
{
    const auto pain = m_context.workspace.journal().vocabulary().scale(QStringLiteral("pain"));
    m_areas = new AreasPanel(m_context.theme, pain.value_or(Scale{}), m_right);
    FieldBox *areas = box(QStringLiteral("hurts"), tr("Body map"), m_areas);
    areas->setHint(m_areas->layers());
    m_right->layout()->addWidget(areas);
    connect(m_areas, &AreasPanel::edited, this, [this] { read(); });
}

void SessionForm::makeNotes()
{
    m_notes = new QPlainTextEdit(m_right);
    m_notes->setObjectName(QStringLiteral("notes"));
    m_notes->setTabChangesFocus(true);
    FieldBox *notes = box(QStringLiteral("notes"), tr("Notes"), m_notes);
    notes->setCaption(tr("Markdown"));
    m_right->layout()->addWidget(notes);
    static_cast<QVBoxLayout *>(m_right->layout())->addStretch(1);
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        fitNotes();
        read();
    });
    fitNotes();
    // They grow while one writes.
    connect(m_notes, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_notes->hasFocus())
            m_scroll->ensureWidgetVisible(m_notes);
    });
}

/// As high as the text, within limits: the form scrolls, and a box that scrolls inside it is in the way.
void SessionForm::fitNotes()
{
    const Theme &theme = m_context.theme;
    const double lines = m_notes->document()->size().height() + 1;
    const int text = qRound(lines * m_notes->fontMetrics().lineSpacing());
    m_notes->setFixedHeight(std::clamp(text + theme.px(20), theme.px(notesLeast), theme.px(notesMost)));
}

void SessionForm::setDraft(const SessionDraft &draft)
{
    m_showing = true;
    m_draft = draft;
    const Journal &journal = m_context.workspace.journal();
    const auto edited = journal.find<Session>(draft.session);
    const bool demo = edited && edited->demo;
    QList<Session> sessions;
    for (const Entry &entry : journal.entries({{}, {}, RecordKind::Session})) {
        if (const auto session = journal.find<Session>(entry.id))
            sessions.append(*session);
    }
    m_modalities->setKnown(journal.vocabulary(), recentModalities(sessions, demo), modalityMarks(journal));
    QStringList names;
    for (const Practitioner &known : journal.all<Practitioner>()) {
        if (known.demo == demo)
            names.append(known.name);
    }
    names.sort(Qt::CaseInsensitive);
    m_practitioner->clear();
    m_practitioner->addItems(names);
    m_day->setDate(draft.day);
    m_began->setText(draft.began);
    showRatings();
    m_contexts->setVocabulary(journal.vocabulary());
    m_contexts->setChosen(draft.context, draft.ownContexts);
    m_effects->setChosen(draft.effects);
    m_reason->setChosen(static_cast<int>(draft.reason));
    m_more->setOpen(false);
    m_notes->setPlainText(draft.notes);
    m_scroll->verticalScrollBar()->setValue(0);
    clearErrors();
    showFilled();
    m_showing = false;
}

void SessionForm::showRatings()
{
    RegionPains pains;
    for (const auto &[key, value] : m_draft.ratings) {
        if (key.scale == QLatin1String("pain") && !key.region.isEmpty())
            (key.phase == Phase::Before ? pains[key.region].before : pains[key.region].after) = value;
    }
    m_areas->start(m_draft.areas, pains);
    for (const RatingGroup *group : std::as_const(m_ratings)) {
        for (RatingRow *row : {group->before(), group->after()}) {
            const Phase phase = row == group->before() ? Phase::Before : Phase::After;
            const auto found = m_draft.ratings.find({phase, row->scale().code, {}});
            row->setValue(found == m_draft.ratings.end() ? std::nullopt : std::optional(found->second));
        }
    }
}

void SessionForm::showFilled()
{
    const bool before = std::exchange(m_showing, true);
    m_minutes->setValue(m_draft.minutes);
    m_modalities->setChosen(m_draft.modalities);
    m_modalities->setReplaceNext(!m_draft.touched.contains(QStringLiteral("modalities")) &&
                                 m_draft.session.isNull());
    m_practitioner->setEditText(m_draft.practitioner);
    m_pressure->setValue(m_draft.pressure ? std::optional<double>(*m_draft.pressure) : std::nullopt);
    m_more->setValue(m_draft.more);
    m_showing = before;
}

void SessionForm::read()
{
    if (m_showing)
        return;
    m_draft.day = m_day->date();
    m_draft.began = m_began->text();
    m_draft.minutes = m_minutes->value();
    m_draft.modalities = m_modalities->chosen();
    m_draft.practitioner = m_practitioner->currentText();
    m_draft.pressure.reset();
    if (m_pressure->value())
        m_draft.pressure = static_cast<int>(*m_pressure->value());
    readRatings();
    m_draft.context = m_contexts->chosen();
    m_draft.ownContexts = m_contexts->added();
    m_draft.areas = m_areas->areas();
    m_draft.effects = m_effects->chosen();
    m_draft.reason = static_cast<Reason>(m_reason->chosen());
    m_draft.more = m_more->value();
    m_draft.notes = m_notes->toPlainText();
    Q_EMIT edited();
}

/// Of ratings that no field shows, those of a removed region go and the others stay.
void SessionForm::readRatings()
{
    const auto put = [this](const RatingKey &key, std::optional<double> value) {
        if (value)
            m_draft.ratings[key] = *value;
        else
            m_draft.ratings.erase(key);
    };
    for (const RatingGroup *group : std::as_const(m_ratings)) {
        put({Phase::Before, group->before()->scale().code, {}}, group->before()->value());
        put({Phase::After, group->after()->scale().code, {}}, group->after()->value());
    }
    const RegionPains pains = m_areas->pains();
    for (const Region &region : shippedRegions()) {
        const RegionPain pain = pains.value(region.code);
        put({Phase::Before, QStringLiteral("pain"), region.code}, pain.before);
        put({Phase::After, QStringLiteral("pain"), region.code}, pain.after);
    }
}

void SessionForm::touched(const QString &field)
{
    if (m_showing)
        return;
    m_draft.touched.insert(field);
    read();
}

void SessionForm::refill(const std::optional<Session> &session)
{
    if (!session || m_showing || !m_draft.session.isNull())
        return;
    fillFrom(m_draft, *session, m_context.workspace.journal());
    showFilled();
    Q_EMIT refilled();
    Q_EMIT edited();
}

void SessionForm::focusFirst(bool onRatings)
{
    if (onRatings && !m_ratings.isEmpty())
        m_ratings.first()->before()->setFocus(Qt::OtherFocusReason);
    else
        m_day->setFocus(Qt::OtherFocusReason);
}

void SessionForm::clearErrors()
{
    for (FieldBox *each : std::as_const(m_boxes))
        each->setError({});
}

bool SessionForm::showError(const Error &error)
{
    FieldBox *wrong = m_boxes.value(error.field, m_boxes.value(error.field.section(QLatin1Char('.'), 0, 0)));
    if (!wrong)
        return false;
    wrong->setError(error.message);
    if (m_more->isAncestorOf(wrong))
        m_more->setOpen(true);
    QWidget *target = wrong->field();
    if (target->focusPolicy() == Qt::NoFocus && !target->focusProxy()) {
        const auto inside = target->findChildren<QWidget *>();
        const auto first = std::find_if(inside.begin(), inside.end(), [](const QWidget *each) {
            return each->focusPolicy() != Qt::NoFocus && each->isVisible();
        });
        if (first != inside.end())
            target = *first;
    }
    target->setFocus(Qt::OtherFocusReason);
    if (wrong->field() == m_effects)
        m_effects->open(error.field.section(QLatin1Char('.'), 1));
    // The sentence needs its room before it can be scrolled to.
    QTimer::singleShot(0, wrong, [this, wrong] { m_scroll->ensureWidgetVisible(wrong); });
    return true;
}

void SessionForm::setMargins()
{
    const int side = m_context.theme.px(28);
    m_columns->setContentsMargins(side - m_context.theme.px(RatingRow::ringRoom), 0,
                                  side - m_scroll->barWidth(), 0);
}

void SessionForm::setOneColumn(bool on)
{
    setMargins();
    m_right->setFixedWidth(on ? QWIDGETSIZE_MAX : m_context.theme.px(rightWidth));
    if (on) {
        m_right->setMinimumWidth(0);
        m_left->insertWidget(m_left->count() - 1, m_right);
    } else {
        m_columns->addWidget(m_right);
    }
}

} // namespace stillpoint::ui
