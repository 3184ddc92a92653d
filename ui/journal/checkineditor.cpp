#include "ui/journal/checkineditor.h"

#include "app/journal/drafts.h"
#include "app/workspace/workspace.h"
#include "ui/journal/formsaving.h"
#include "ui/journal/sessionchips.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/ratingrow.h"
#include "ui/widgets/texts.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace stillpoint::ui {

namespace {

constexpr QSize sheetSize(600, 660);
constexpr int rowHeight = 32;
constexpr int nameWidth = 116;
constexpr int timeWidth = 120;
constexpr int noteHeight = 88; ///< longer ones scroll

} // namespace

void CheckInEditor::begin(const GoCheckIn &what, const ShellContext &context, QWidget *window)
{
    const Journal &journal = context.workspace.journal();
    const auto stored = journal.find<CheckIn>(what.checkIn);
    if (!what.checkIn.isNull() && !stored) {
        context.toast.tellError(
            tr("This check-in was deleted. It can be brought back from Recently deleted."));
        return;
    }
    CheckInDraft draft = stored ? draftOf(*stored) : newCheckInDraft(journal);
    if (!stored && what.day.isValid())
        draft.day = what.day;
    if (const auto kept = journal.slot(checkInDraftSlot(what.checkIn)); kept && *kept)
        draft = checkInDraftFromJson(**kept).value_or(draft);
    auto *editor = new CheckInEditor(context, draft, window);
    if (what.day.isValid() && draft.day != what.day)
        editor->m_origin->setText(DraftKeeper::otherDayText(draft.day));
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

CheckInEditor::CheckInEditor(const ShellContext &context, const CheckInDraft &draft, QWidget *window)
    : SheetDialog(context.theme,
                  draft.checkIn.id.isNull() ? tr("Check-in for an earlier time") : tr("Edit check-in"),
                  window)
    , m_context(context)
    , m_toast(&context.toast)
    , m_draft(draft)
    , m_origin(makeLabel(TextRole::Caption, {}, this))
    , m_keeper(context, {[this] { return checkInDraftSlot(m_draft.checkIn.id); },
                         [this](qint64 keptMs) {
                             CheckInDraft kept = m_draft;
                             kept.keptMs = keptMs;
                             return isEmpty(m_draft) ? QByteArray() : toJson(kept);
                         },
                         [this] { return GoCheckIn{m_draft.checkIn.id}; }})
{
    setObjectName(QStringLiteral("checkInEditor"));
    resize(context.theme.px(sheetSize.width()), context.theme.px(sheetSize.height()));
    content()->setSpacing(context.theme.px(16));
    m_origin->setObjectName(QStringLiteral("checkInOrigin"));
    m_origin->setWordWrap(true);
    content()->addWidget(m_origin);
    makeTime();
    makeRatings();
    makeContext();
    makeNote();
    if (isNew())
        makeSkip();
    content()->addStretch();
    makeFooter();
    connect(&m_keeper, &DraftKeeper::kept, this, &CheckInEditor::showKept);
    connect(&m_keeper, &DraftKeeper::failed, this, &CheckInEditor::showKeepError);
    m_keeper.begin(draft.keptMs);
    context.commands.bind(Command::SaveSession, this, [this] { save(); });
    showDraft();
    QWidget *first = isNew() || m_ratings.isEmpty() ? static_cast<QWidget *>(m_day) : m_ratings.first();
    first->setFocus(Qt::OtherFocusReason);
}

CheckInEditor::~CheckInEditor()
{
    if (!m_keeper.keep() && m_toast)
        m_toast->tellError(m_keepError);
}

void CheckInEditor::done(int result)
{
    if (!m_keeper.keep())
        return;
    SheetDialog::done(result);
    if (result == Rejected)
        m_keeper.tellKept();
}

FieldBox *CheckInEditor::addField(const QString &name, const QString &label, QWidget *field)
{
    auto *made = new FieldBox(m_context.theme, label, this);
    made->setField(field);
    made->setObjectName(name + QStringLiteral("Box"));
    m_boxes.insert(name, made);
    return made;
}

void CheckInEditor::makeTime()
{
    m_day = makeDayField(m_context.theme, this);
    m_time = new QLineEdit(this);
    m_time->setObjectName(QStringLiteral("checkInTime"));
    m_time->setToolTip(tr("Leave this empty if you only know the day."));
    auto *column = new QVBoxLayout;
    column->setSpacing(m_context.theme.px(6));
    auto *row = new QHBoxLayout;
    row->setSpacing(m_context.theme.px(12));
    FieldBox *day = addField(QStringLiteral("day"), tr("Day"), m_day);
    FieldBox *time = addField(QStringLiteral("time"), tr("Time"), m_time);
    time->setFixedWidth(m_context.theme.px(timeWidth));
    row->addWidget(day, 1);
    row->addWidget(time);
    QLabel *hint = makeLabel(TextRole::Caption, tr("Empty: only the day is known."), this);
    hint->setWordWrap(true);
    row->addWidget(hint, 1, Qt::AlignBottom);
    hint->setMinimumHeight(m_context.theme.px(rowHeight));
    column->addLayout(row);
    column->addWidget(day->errorRow());
    column->addWidget(time->errorRow());
    content()->addLayout(column);
    connect(m_day, &QDateEdit::dateChanged, this, [this] {
        read();
        showSkip();
    });
    connect(m_time, &QLineEdit::textEdited, this, &CheckInEditor::read);
}

void CheckInEditor::makeRatings()
{
    const Theme &theme = m_context.theme;
    auto *rows = new QWidget(this);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(4));
    grid->setColumnMinimumWidth(0, theme.px(nameWidth));
    grid->setColumnStretch(1, 1);
    const QStringList shown = m_context.workspace.settings().value(Setting::ScalesShown).toStringList();
    for (const Scale &scale : scalesFor(m_draft, shown, m_context.workspace.journal().vocabulary())) {
        auto *row = new RatingRow(theme, scale, RatingRow::Tone::After, rowHeight, rows);
        row->setObjectName(QStringLiteral("checkIn-") + scale.code);
        m_ratings.append(row);
        auto *names = new QVBoxLayout;
        names->setSpacing(0);
        names->addWidget(makeLabel(TextRole::Body, scale.name, rows));
        QLabel *hint = makeLabel(TextRole::Caption, scale.hint, rows);
        hint->setWordWrap(true);
        names->addWidget(hint);
        const int line = grid->rowCount();
        grid->addLayout(names, line, 0, Qt::AlignVCenter);
        grid->addWidget(row, line, 1, Qt::AlignVCenter);
        connect(row, &RatingRow::rated, this, [this, row](std::optional<double> value) {
            rate(m_draft, row->scale(), value, m_context.workspace.clock().now());
            m_keeper.changed();
        });
    }
    FieldBox *made = addField(QStringLiteral("rating"), tr("Ratings"), rows);
    made->setHint(makeKeyHint(tr("[0] – [9] rate, [X] ten, [Del] not rated"), made));
    content()->addWidget(made);
}

void CheckInEditor::makeContext()
{
    m_contexts = new ContextChips(m_context.theme, this);
    content()->addWidget(addField(QStringLiteral("context"), tr("Around this check-in"), m_contexts));
    connect(m_contexts, &ContextChips::edited, this, &CheckInEditor::read);
}

void CheckInEditor::makeNote()
{
    m_note = new QPlainTextEdit(this);
    m_note->setObjectName(QStringLiteral("checkInNote"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_context.theme.px(noteHeight));
    FieldBox *note = addField(QStringLiteral("note"), tr("Note"), m_note);
    note->setCaption(tr("Markdown"));
    content()->addWidget(note);
    connect(m_note, &QPlainTextEdit::textChanged, this, &CheckInEditor::read);
}

void CheckInEditor::makeSkip()
{
    m_skip = makeButton(m_context.theme, ButtonKind::Link, {}, this);
    m_skip->setObjectName(QStringLiteral("checkInSkip"));
    content()->addWidget(m_skip, 0, Qt::AlignLeft);
    connect(m_skip, &QPushButton::clicked, this, &CheckInEditor::switchSkip);
}

void CheckInEditor::makeFooter()
{
    const Theme &theme = m_context.theme;
    m_error = makeLabel(TextRole::Dense, {}, this, Token::Danger);
    m_error->setObjectName(QStringLiteral("checkInError"));
    m_error->setWordWrap(true);
    m_error->hide();
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, m_error);
    m_kept = makeLabel(TextRole::Caption, {}, this);
    m_kept->setObjectName(QStringLiteral("checkInKept"));
    m_discard = makeButton(theme, ButtonKind::Ghost, tr("Discard draft"), this);
    m_discard->setObjectName(QStringLiteral("checkInDiscard"));
    auto *save = makeButton(theme, ButtonKind::Primary, tr("Save check-in"), this);
    save->setObjectName(QStringLiteral("checkInSave"));
    footer()->insertWidget(0, m_kept);
    footer()->insertWidget(2, m_discard);
    footer()->addWidget(save);
    connect(m_discard, &QPushButton::clicked, this, &CheckInEditor::discardDraft);
    connect(save, &QPushButton::clicked, this, &CheckInEditor::save);
    closeButton()->setToolTip(tr("What you wrote is kept as a draft."));
    QWidget *last = m_skip ? static_cast<QWidget *>(m_skip) : m_note;
    setTabOrder(last, m_discard);
    setTabOrder(m_discard, closeButton());
    setTabOrder(closeButton(), save);
}

void CheckInEditor::showDraft()
{
    m_showing = true;
    m_day->setDate(m_draft.day);
    m_time->setText(m_draft.time);
    for (RatingRow *row : std::as_const(m_ratings))
        row->setValue(valueIn(m_draft, row->scale().code));
    m_contexts->setVocabulary(m_context.workspace.journal().vocabulary());
    m_contexts->setChosen(m_draft.checkIn.context, m_draft.ownContexts);
    m_note->setPlainText(m_draft.checkIn.note);
    m_showing = false;
    const Moment kept = momentAt(m_draft.keptMs, m_context.workspace.clock().now().zone);
    m_origin->setVisible(m_draft.keptMs > 0);
    m_origin->setText(tr("This is your draft of %1, %2; it is not saved yet.")
                          .arg(dayText(kept.local().date(), DayForm::Short), timeText(kept)));
    showKept();
    showSkip();
}

void CheckInEditor::read()
{
    if (m_showing)
        return;
    m_draft.day = m_day->date();
    m_draft.time = m_time->text();
    m_draft.checkIn.context = m_contexts->chosen();
    m_draft.ownContexts = m_contexts->added();
    m_draft.checkIn.note = m_note->toPlainText();
    m_keeper.changed();
}

void CheckInEditor::showKept()
{
    const bool any = m_keeper.keptMs() > 0;
    const Moment kept = momentAt(m_keeper.keptMs(), m_context.workspace.clock().now().zone);
    m_kept->setText(any ? tr("Draft kept, %1").arg(timeText(kept)) : QString());
    m_discard->setVisible(any);
    if (m_error->text() == std::exchange(m_keepError, {}))
        m_error->hide();
}

void CheckInEditor::showKeepError(const QString &why)
{
    m_kept->clear();
    m_keepError = why;
    m_error->setText(why);
    m_error->show();
    m_discard->show(); // the other way out
}

void CheckInEditor::discardDraft()
{
    m_keeper.discard();
    accept();
}

void CheckInEditor::showSkip()
{
    if (!m_skip)
        return;
    m_offer = skipOffer(m_context.workspace.journal(), m_day->date());
    m_skip->setText(m_offer.isSkipped ? tr("This day is skipped on purpose: take it back")
                                      : tr("Nothing to rate: skip this day"));
    m_skip->setVisible(m_offer.isShown);
}

void CheckInEditor::switchSkip()
{
    const auto done = takeSkipOffer(m_context, m_offer, m_day->date());
    if (!done)
        showError(done.error());
    else if (*done)
        accept();
    else
        showSkip();
}

void CheckInEditor::save()
{
    Journal &journal = m_context.workspace.journal();
    for (FieldBox *box : std::as_const(m_boxes))
        box->setError({});
    m_error->hide();
    const auto made = recordsOf(m_draft, journal, m_context.workspace.clock());
    const auto saved =
        made ? saveForm(journal, made->records, made->bases) : tl::unexpected<Error>(made.error());
    if (!saved) {
        m_keeper.keep();
        m_keepError.clear();
        return showError(saved.error());
    }
    m_keeper.finish();
    accept();
    if (!*saved)
        return;
    if (!isNew()) // its row in the list may be another now
        m_context.navigator.go(GoRecord{RecordKind::CheckIn, m_draft.checkIn.id});
    m_context.toast.tell(tr("Check-in of %1 saved").arg(whenText(made->time, DayForm::Headline)),
                         QStringLiteral("check"), m_context.undo);
}

void CheckInEditor::showError(const Error &error)
{
    FieldBox *wrong = m_boxes.value(error.field, m_boxes.value(error.field.section(QLatin1Char('.'), 0, 0)));
    if (!wrong) {
        m_error->setText(error.message);
        m_error->show();
        return;
    }
    wrong->setError(error.message);
    QWidget *target = wrong->field();
    if (wrong == m_boxes.value(QStringLiteral("rating")) && !m_ratings.isEmpty())
        target = m_ratings.first();
    target->setFocus(Qt::OtherFocusReason);
}

} // namespace stillpoint::ui
