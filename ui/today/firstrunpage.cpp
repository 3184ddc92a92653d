#include "ui/today/firstrunpage.h"

#include "app/journal/demojournal.h"
#include "app/workspace/bundled.h"
#include "app/workspace/workspace.h"
#include "ui/charts/examplechart.h"
#include "ui/shell/prompts.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/iconbadge.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollpane.h"

#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {
constexpr int columnWidth = 1040;
constexpr int stackBelow = 820;

QLabel *wrapped(TextRole role, const QString &text, QWidget *parent, std::optional<Token> tone = {})
{
    QLabel *label = makeLabel(role, text, parent, tone);
    label->setWordWrap(true);
    return label;
}

QString homeShortened(const QString &folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}
} // namespace

FirstRunPage::FirstRunPage(const ShellContext &context, QWidget *parent)
    : Page(context, parent)
{
    setObjectName(QStringLiteral("firstRunPage"));
    QWidget *outer = makeScrollPane(this);
    auto *centring = new QHBoxLayout(outer);
    centring->setContentsMargins(24, 0, 24, 0);
    auto *inside = new QWidget(outer);
    inside->setMaximumWidth(context.theme.px(columnWidth));
    centring->addStretch(1);
    centring->addWidget(inside, 1000);
    centring->addStretch(1);

    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 52, 0, 48);
    column->setSpacing(16);
    QLabel *title = wrapped(TextRole::Page, tr("Is bodywork helping you?"), inside);
    title->setProperty("role", QStringLiteral("hero"));
    column->addWidget(title);
    QLabel *lead =
        wrapped(TextRole::Lead,
                tr("Note how you feel before and after a session, and now and then in between. After a few "
                   "weeks Stillpoint can show you what changed, and say so when it cannot tell."),
                inside);
    lead->setMaximumWidth(context.theme.px(700));
    column->addWidget(lead);
    column->addSpacing(14);

    makeDoors();
    column->addLayout(m_doors);
    QPushButton *rate = makeButton(context.theme, ButtonKind::Link, tr("Only say how you are now"), inside);
    rate->setObjectName(QStringLiteral("firstRunCheckIn"));
    connect(rate, &QPushButton::clicked, this,
            [this] { this->context().navigator.go(GoPage{PageId::Today}); });
    column->addWidget(rate, 0, Qt::AlignLeft);
    connect(&context.theme, &Theme::changed, this, &FirstRunPage::relayout);
    column->addWidget(makePromise());
    column->addWidget(makeWhereabouts());
    column->addStretch();
}

void FirstRunPage::makeDoors()
{
    m_doors = new QBoxLayout(QBoxLayout::LeftToRight);
    m_doors->setSpacing(16);
    QPushButton *log = makeButton(context().theme, ButtonKind::Primary, tr("Log a session"), this);
    log->setObjectName(QStringLiteral("firstRunLog"));
    QPushButton *folder = makeButton(context().theme, ButtonKind::Secondary, tr("Choose a folder"), this);
    folder->setObjectName(QStringLiteral("firstRunFolder"));
    QPushButton *samples = makeButton(context().theme, ButtonKind::Secondary, tr("Open the samples"), this);
    samples->setObjectName(QStringLiteral("firstRunSamples"));
    m_firstButton = log;
    connect(log, &QPushButton::clicked, this, [this] { context().navigator.go(GoEditor{}); });
    connect(folder, &QPushButton::clicked, this, &FirstRunPage::addFolder);
    connect(samples, &QPushButton::clicked, this, &FirstRunPage::openSamples);
    m_doors->addWidget(
        makeDoor(QStringLiteral("session-add"), tr("Log your first session"),
                 tr("The last one you remember is fine. Half a minute: what it was, how you felt before, "
                    "how you felt after."),
                 log),
        1);
    m_doors->addWidget(
        makeDoor(QStringLiteral("folder-add"), tr("Add a folder of articles"),
                 tr("Markdown files with tags become a shelf you can search and read without a connection. "
                    "The files stay where they are."),
                 folder),
        1);
    m_doors->addWidget(
        makeDoor(QStringLiteral("sample"), tr("Look around first"),
                 tr("Opens sample articles and a made-up year of entries. Marked as samples, and gone in "
                    "one click."),
                 samples),
        1);
}

void FirstRunPage::arrive(const Destination &)
{
    m_firstButton->setFocus(Qt::OtherFocusReason);
}

QWidget *FirstRunPage::makeDoor(const QString &icon, const QString &title, const QString &text,
                                QWidget *button)
{
    auto *card = new Card(this);
    card->setAccessibleName(title);
    card->body()->setContentsMargins(20, 20, 20, 20);
    card->body()->addWidget(new IconBadge(context().theme, icon, Token::Selected, Token::AccentText, card));
    card->body()->addSpacing(8);
    card->body()->addWidget(wrapped(TextRole::Card, title, card));
    card->body()->addWidget(wrapped(TextRole::Body, text, card, Token::Text2), 1, Qt::AlignTop);
    card->body()->addSpacing(8);
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

QWidget *FirstRunPage::makePromise()
{
    auto *card = new Card(this);
    m_promise = new QBoxLayout(QBoxLayout::LeftToRight);
    m_promise->setSpacing(36);
    card->body()->addLayout(m_promise);
    m_promise->addWidget(new ExampleChart(context().theme, card), 5);
    auto *side = new QVBoxLayout;
    m_promise->addLayout(side, 6);
    side->setSpacing(12);
    side->addStretch();
    side->addWidget(makeLabel(TextRole::BodyStrong, tr("What you will see, and when"), card));
    const QList<QPair<QString, QString>> rows{
        {tr("1 check-in"), tr("A dot on the line. Press one number key.")},
        {tr("5 rated days"), tr("The line through the middle of your ratings.")},
        {tr("5 rated sessions"), tr("The usual change, with its margin of doubt.")},
        {tr("6 sessions, 20 other days"), tr("Whether it helps, or that nobody can tell yet.")}};
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(18);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const auto &[when, what] : rows) {
        if (line > 0)
            grid->addWidget(makeRule(card), line++, 0, 1, 2);
        QLabel *label = makeLabel(TextRole::Body, when, card);
        label->setProperty("role", QStringLiteral("bodyMedium"));
        grid->addWidget(label, line, 0, Qt::AlignTop);
        grid->addWidget(wrapped(TextRole::Body, what, card, Token::Text2), line++, 1);
    }
    side->addLayout(grid);
    side->addStretch();
    return card;
}

QWidget *FirstRunPage::makeWhereabouts()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(2, 0, 0, 0);
    row->setSpacing(8);
    auto *lock = new QLabel(line);
    const auto draw = [this, lock] {
        lock->setPixmap(
            context().theme.pixmap(QStringLiteral("lock"), Token::Text2, 18, devicePixelRatioF()));
    };
    draw();
    connect(&context().theme, &Theme::changed, lock, draw);
    row->addWidget(lock);
    row->addWidget(wrapped(TextRole::Caption,
                           tr("No account. Kept in %1 on this computer.")
                               .arg(homeShortened(context().workspace.paths().dataFolder)),
                           line),
                   1);
    return line;
}

void FirstRunPage::addFolder()
{
    const auto folder = context().prompts.chooseFolder(this, tr("Add a folder of articles"));
    if (!folder)
        return;
    if (const auto added = context().workspace.addPlace(*folder); !added) {
        context().toast.tellError(added.error().message);
        return;
    }
    context().navigator.go(GoPage{PageId::Library});
}

void FirstRunPage::openSamples()
{
    Workspace &workspace = context().workspace;
    const auto added = addBundle(workspace, Bundle::Samples).and_then([&] {
        return addDemoJournal(workspace.journal(), workspace.clock());
    });
    if (!added)
        context().toast.tellError(added.error().message);
    context().navigator.go(GoPage{PageId::Today});
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    relayout();
    Page::resizeEvent(event);
}

void FirstRunPage::relayout()
{
    const bool stacked = width() / context().theme.textScale() < stackBelow;
    m_doors->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_promise->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace stillpoint::ui
