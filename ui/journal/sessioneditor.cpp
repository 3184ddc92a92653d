#include "ui/journal/sessioneditor.h"

#include "app/journal/drafts.h"
#include "app/workspace/workspace.h"
#include "ui/journal/formsaving.h"
#include "ui/journal/sessionform.h"
#include "ui/shell/commands.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/texts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace stillpoint::ui {

namespace {
constexpr int sheetWidth = 872;
constexpr int headerHeight = 60;
constexpr int footerHeight = 64;
constexpr int narrow = 820;

/// Keys that would act on the page below the sheet or lead there; they do not pass.
bool isForBelow(const QKeyEvent &key)
{
    const QKeySequence pressed(key.keyCombination());
    for (const Command command : {Command::Undo, Command::Redo, Command::NextPane, Command::SearchAll}) {
        if (Commands::info(command).keys.contains(pressed))
            return true;
    }
    const bool bare = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    return bare && key.key() != Qt::Key_Escape && !(key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35);
}
} // namespace

SessionEditor::SessionEditor(const ShellContext &context, QWidget *window)
    : Scrim(window)
    , m_context(context)
    , m_sheet(new QWidget(this))
    , m_form(new SessionForm(context, m_sheet))
    , m_keeper(context, {[this] { return draftSlot(m_form->draft().session); },
                         [this](qint64 keptMs) {
                             SessionDraft draft = m_form->draft();
                             draft.keptMs = keptMs;
                             return toJson(draft);
                         },
                         [this] {
                             return GoEditor{m_form->draft().session, false};
                         }})
{
    setObjectName(QStringLiteral("sessionEditor"));
    setAccessibleName(tr("Session editor"));
    m_sheet->setAttribute(Qt::WA_StyledBackground);
    m_sheet->setProperty("pane", QStringLiteral("bg"));
    auto *column = new QVBoxLayout(m_sheet);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    makeHeader();
    column->addWidget(makeRule(m_sheet));
    column->addWidget(m_form, 1);
    column->addWidget(makeRule(m_sheet));
    makeFooter();
    connect(m_form, &SessionForm::edited, &m_keeper, &DraftKeeper::changed);
    connect(&m_keeper, &DraftKeeper::kept, this, &SessionEditor::showKept);
    connect(&m_keeper, &DraftKeeper::failed, this, &SessionEditor::showKeepError);
    connect(m_form, &SessionForm::refilled, this, [this] { describeOrigin(false); });
    connect(&context.navigator, &Navigator::requested, this, [this](const Destination &destination) {
        if (isVisible() && !std::holds_alternative<GoEditor>(destination))
            closeSheet();
    });
    context.commands.bind(Command::SaveSession, this, [this] { save(); });
    context.commands.bind(Command::CloseSheet, this, [this] { closeSheet(); });
}

SessionEditor::~SessionEditor()
{
    m_keeper.keep();
}

void SessionEditor::makeHeader()
{
    const Theme &theme = m_context.theme;
    auto *header = new QWidget(m_sheet);
    header->setFixedHeight(theme.px(headerHeight));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(theme.px(28), 0, theme.px(16), 0);
    row->setSpacing(theme.px(16));
    m_title = makeLabel(TextRole::Page, {}, header);
    m_title->setProperty("role", QStringLiteral("sheet"));
    m_title->setObjectName(QStringLiteral("editorTitle"));
    m_origin = makeLabel(TextRole::Caption, {}, header);
    m_origin->setObjectName(QStringLiteral("editorOrigin"));
    row->addWidget(m_title);
    row->addWidget(m_origin, 1);
    QToolButton *close = makeIconButton(theme, QStringLiteral("close"), tr("Close, keep the draft"), header);
    close->setObjectName(QStringLiteral("editorClose"));
    connect(close, &QToolButton::clicked, this, &SessionEditor::closeSheet);
    row->addWidget(close);
    m_sheet->layout()->addWidget(header);
}

void SessionEditor::makeFooter()
{
    const Theme &theme = m_context.theme;
    auto *footer = new QWidget(m_sheet);
    footer->setAttribute(Qt::WA_StyledBackground);
    footer->setProperty("pane", QStringLiteral("surface"));
    footer->setMinimumHeight(theme.px(footerHeight));
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(theme.px(28), theme.px(8), theme.px(28), theme.px(8));
    row->setSpacing(theme.px(12));
    m_keptIcon = new QLabel(footer);
    m_kept = makeLabel(TextRole::Caption, {}, footer);
    m_kept->setObjectName(QStringLiteral("draftKept"));
    m_error = makeLabel(TextRole::Dense, {}, footer, Token::Danger);
    m_error->setObjectName(QStringLiteral("editorError"));
    m_error->setWordWrap(true);
    row->addWidget(m_keptIcon);
    row->addWidget(m_kept);
    row->addWidget(m_error, 1);
    row->addStretch();
    m_discard = makeButton(theme, ButtonKind::Ghost, tr("Discard draft"), footer);
    m_discard->setObjectName(QStringLiteral("discardDraft"));
    connect(m_discard, &QPushButton::clicked, this, &SessionEditor::discardDraft);
    m_save = makeButton(theme, ButtonKind::Primary, tr("Save session"), footer);
    m_save->setObjectName(QStringLiteral("saveSession"));
    connect(m_save, &QPushButton::clicked, this, &SessionEditor::save);
    m_saveKey = makeKeyHint(tr("[Ctrl Enter]"), footer);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    row->addWidget(m_saveKey);
    m_sheet->layout()->addWidget(footer);
}

void SessionEditor::edit(const GoEditor &what)
{
    if (!m_keeper.keep())
        return;
    if (!what.session.isNull() && !m_context.workspace.journal().find<Session>(what.session)) {
        m_context.toast.tellError(
            tr("This session was deleted. It can be brought back from Recently deleted."));
        return;
    }
    if (!isVisible())
        m_opener = QApplication::focusWidget();
    begin(what);
    show();
    raise();
    m_form->focusFirst(what.sameAsLast);
}

void SessionEditor::begin(const GoEditor &what)
{
    const Journal &journal = m_context.workspace.journal();
    SessionDraft draft;
    if (what.session.isNull()) {
        draft = newDraft(journal, m_context.workspace.clock(), what.sameAsLast);
        if (what.day.isValid()) {
            draft.day = what.day;
            draft.began.clear();
        }
    } else if (const auto stored = journal.find<Session>(what.session)) {
        draft = draftOf(*stored, journal);
    }
    bool fromDraft = false;
    if (const auto kept = journal.slot(draftSlot(what.session)); kept && *kept) {
        if (const auto read = draftFromJson(**kept)) {
            draft = *read;
            fromDraft = true;
        }
    }
    m_title->setText(what.session.isNull() ? tr("Log a session") : tr("Edit session"));
    m_error->clear();
    m_form->setDraft(draft);
    describeOrigin(fromDraft);
    if (what.day.isValid() && draft.day != what.day)
        m_origin->setText(DraftKeeper::otherDayText(draft.day));
    m_keeper.begin(fromDraft ? draft.keptMs : 0);
    showKept();
}

void SessionEditor::describeOrigin(bool fromDraft)
{
    const SessionDraft &draft = m_form->draft();
    QString text;
    if (fromDraft) {
        const Moment kept = momentAt(draft.keptMs, m_context.workspace.clock().now().zone);
        text = tr("your draft of %1, %2, not saved yet")
                   .arg(dayText(kept.local().date(), DayForm::Short), timeText(kept));
    } else if (draft.filledFrom.isValid()) {
        text = tr("filled in from %1, change what differs").arg(dayText(draft.filledFrom, DayForm::Short));
    }
    m_origin->setText(text);
}

void SessionEditor::showKept()
{
    const bool any = m_keeper.keptMs() > 0;
    m_keptIcon->setPixmap(
        m_context.theme.pixmap(QStringLiteral("check"), Token::Text2, 16, devicePixelRatioF()));
    m_keptIcon->setVisible(any);
    m_discard->setVisible(any);
    const Moment moment = momentAt(m_keeper.keptMs(), m_context.workspace.clock().now().zone);
    m_kept->setText(any ? tr("Draft kept, %1").arg(timeText(moment)) : QString());
    if (m_error->text() == std::exchange(m_keepError, {}))
        m_error->clear();
}

void SessionEditor::showKeepError(const QString &why)
{
    m_keptIcon->hide();
    m_kept->clear();
    m_keepError = why;
    m_error->setText(why);
    m_discard->show(); // the other way out
}

void SessionEditor::discardDraft()
{
    m_keeper.discard();
    hideSheet();
}

void SessionEditor::save()
{
    Journal &journal = m_context.workspace.journal();
    m_form->clearErrors();
    m_error->clear();
    const SessionDraft draft = m_form->draft();
    const auto base = baseOf(draft);
    const auto records = recordsOf(draft, journal, m_context.workspace.clock(), base);
    const QList<Record> bases = base ? QList<Record>{*base} : QList<Record>();
    const Result<bool> saved =
        records ? saveForm(journal, *records, bases) : tl::unexpected<Error>(records.error());
    if (!saved) {
        m_keeper.keep();
        m_keepError.clear();
        if (!m_form->showError(saved.error()))
            m_error->setText(saved.error().message);
        return;
    }
    m_keeper.finish();
    hideSheet();
    if (!*saved)
        return;
    m_context.toast.tell(tr("Session of %1 saved").arg(dayText(draft.day, DayForm::Headline)),
                         QStringLiteral("check"), m_context.undo);
}

void SessionEditor::closeSheet()
{
    if (!m_keeper.keep())
        return;
    hideSheet();
    m_keeper.tellKept();
}

void SessionEditor::hideSheet()
{
    hide();
    if (m_opener && m_opener->isVisible())
        m_opener->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

bool SessionEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isForBelow(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return Scrim::event(event);
}

bool SessionEditor::focusNextPrevChild(bool next)
{
    QWidget *from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from))
        from = this;
    const auto accepts = [this](const QWidget *widget) {
        return isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
               (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
    };
    const auto step = [next](const QWidget *widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget *widget = step(from); widget != from; widget = step(widget)) {
        if (!accepts(widget))
            continue;
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }
    return true;
}

void SessionEditor::mousePressEvent(QMouseEvent *event)
{
    if (!m_sheet->geometry().contains(event->pos()))
        closeSheet();
}

void SessionEditor::paintEvent(QPaintEvent *event)
{
    Scrim::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(m_sheet->x() - 1, 0, 1, height(), m_context.theme.color(Token::Hairline));
}

void SessionEditor::resizeEvent(QResizeEvent *)
{
    const Theme &theme = m_context.theme;
    const int w = std::min(theme.px(sheetWidth), width());
    const bool oneColumn = w / theme.textScale() < narrow;
    if (oneColumn != m_oneColumn) {
        m_oneColumn = oneColumn;
        m_form->setOneColumn(oneColumn);
        m_saveKey->setVisible(!oneColumn);
    }
    m_sheet->setGeometry(isRightToLeft() ? 0 : width() - w, 0, w, height());
}

} // namespace stillpoint::ui
