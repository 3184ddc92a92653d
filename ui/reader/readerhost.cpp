#include "ui/reader/readerhost.h"

#include "app/base/textencodings.h"
#include "app/workspace/workspace.h"
#include "ui/reader/articlepdf.h"
#include "ui/reader/findbar.h"
#include "ui/reader/plainreader.h"
#include "ui/reader/readerbar.h"
#include "ui/reader/readerengine.h"
#include "ui/reader/readerstyle.h"
#include "ui/reader/storedposition.h"
#include "ui/shell/prompts.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/shell/whenready.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"

#include <QDesktopServices>
#include <QPainter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {

constexpr double readAt = 0.95;
constexpr int saveAfterMs = 1000;
constexpr int longestAddress = 2000; // that a person is asked about, in characters
constexpr int dwellMs = 8000;        // an article that needs no scrolling counts as read after this

} // namespace

/// How far the article was read; a 3-px line.
class ProgressLine final : public QWidget
{
public:
    ProgressLine(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setObjectName(QStringLiteral("readerProgress"));
        setFixedHeight(3);
        setProgress(0);
    }
    void setProgress(double progress)
    {
        m_progress = progress;
        setAccessibleName(ReaderHost::tr("%1 % read").arg(qRound(100 * progress)));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QRect done = rect();
        done.setWidth(qRound(width() * m_progress));
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), done), m_theme.color(Token::Accent));
    }

private:
    const Theme &m_theme;
    double m_progress = 0;
};

ReaderHost::ReaderHost(const ShellContext &context, const QString &engineFile, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_engineFile(engineFile)
    , m_bar(new ReaderBar(context.theme, this))
    , m_progress(new ProgressLine(context.theme, this))
    , m_find(new FindBar(context.theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(context.theme, QStringLiteral("library"), this))
{
    setObjectName(QStringLiteral("reader"));
    setProperty("pane", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    makeLayout();
    connectBar();
    connect(&m_context.theme, &Theme::changed, this, &ReaderHost::applyStyle);
    connect(&m_context.workspace.settings(), &Settings::changed, this, &ReaderHost::applyStyle);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveAfterMs);
    connect(&m_saveSoon, &QTimer::timeout, this, &ReaderHost::savePosition);
    applyStyle();
    setBackToList(false);
}

ReaderHost::~ReaderHost()
{
    savePosition();
    ++m_serial; // answers that come while the view goes are nobody's
    m_view.reset();
}

void ReaderHost::makeLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(makeRule(this));
    column->addWidget(m_progress);
    column->addWidget(m_find);
    column->addWidget(m_stack, 1);
    m_empty->setTexts(tr("Nothing open"), tr("Choose an article to read it here."));
    m_stack->addWidget(m_empty);
}

void ReaderHost::connectBar()
{
    connect(m_bar, &ReaderBar::backWanted, this, &ReaderHost::back);
    connect(m_bar, &ReaderBar::forwardWanted, this, &ReaderHost::forward);
    connect(m_bar, &ReaderBar::headingWanted, this, [this](const QString &anchor) { view().goTo(anchor); });
    connect(m_bar, &ReaderBar::textPercentWanted, this,
            [this](int percent) { choose(Setting::ReaderTextSize, percent); });
    connect(m_bar, &ReaderBar::choiceWanted, this, &ReaderHost::choose);
    connect(m_bar, &ReaderBar::encodingWanted, this, &ReaderHost::chooseEncoding);
    connect(m_bar, &ReaderBar::findWanted, this, &ReaderHost::openFind);
    connect(m_bar, &ReaderBar::starWanted, this, &ReaderHost::toggleStar);
    connect(m_bar, &ReaderBar::unreadWanted, this, &ReaderHost::unreadWanted);
    connect(m_bar, &ReaderBar::archiveWanted, this, &ReaderHost::archiveWanted);
    connect(m_bar, &ReaderBar::pdfWanted, this,
            [this] { saveAsPdf(m_context, window(), view(), m_pages.article()); });
    connect(m_bar, &ReaderBar::logWanted, this, &ReaderHost::logSession);
    connect(m_find, &FindBar::wanted, this, [this](const QString &text, bool backwards) {
        if (m_view)
            m_view->find(text, {backwards, false}, [this](FindCount count) { m_find->setCount(count); });
    });
    connect(m_find, &FindBar::closed, this, &ReaderHost::focusArticle);
    connect(m_empty, &EmptyState::acted, this, [this] {
        m_stack->setCurrentWidget(m_view->widget());
        m_view->reload();
    });
}

void ReaderHost::open(const QUuid &id)
{
    if (id == m_current && !m_loading)
        return;
    if (m_at < 0 || m_history.at(m_at) != id) {
        m_history.resize(m_at + 1);
        m_history.append(id);
        m_at = m_history.size() - 1;
    }
    load(id);
}

void ReaderHost::openWhereLeft(const QUuid &id)
{
    open(id);
    m_goOn = true;
}

void ReaderHost::back()
{
    if (m_at > 0)
        load(m_history.at(--m_at));
    else if (m_backToList)
        Q_EMIT listWanted();
}

void ReaderHost::forward()
{
    if (m_at + 1 < m_history.size())
        load(m_history.at(++m_at));
}

void ReaderHost::setBackToList(bool on)
{
    m_backToList = on;
    m_bar->setHistory(m_at > 0 || m_backToList, m_at + 1 < m_history.size());
}

void ReaderHost::load(const QUuid &id)
{
    savePosition();
    m_focusWhenLoaded = false;
    m_goOn = false;
    m_loading = true;
    m_current = id;
    setBackToList(m_backToList);
    const quint64 serial = ++m_serial;
    const Result<Library *> library = m_context.workspace.library();
    if (!library) {
        showFailure(library.error().message);
        return;
    }
    whenReady((*library)->page(id), this, [this, id, serial](const Result<ArticlePage> &page) {
        if (serial == m_serial)
            showPage(id, page);
    });
    Q_EMIT shown(id);
}

void ReaderHost::showPage(const QUuid &id, const Result<ArticlePage> &page)
{
    const Result<Library *> library = m_context.workspace.library();
    const std::optional<Article> article = library ? (*library)->article(id) : std::nullopt;
    if (!page || !article) {
        showFailure(page ? tr("This article is no longer in the library. Nothing you did with it is lost.")
                         : page.error().message);
        return;
    }
    m_pages.setCurrent(*article, *page);
    m_bar->setOutline(page->outline);
    m_bar->setEncoding(page->encoding, page->chosenEncoding);
    m_bar->setHasArticle(true);
    m_progress->setProgress(0);
    m_scrolledByPerson = false;
    ReaderView &reader = view();
    m_stack->setCurrentWidget(reader.widget());
    const auto state = m_context.workspace.journal().find<ArticleState>(id);
    const auto left = storedPosition(m_context.workspace.journal(), id);
    const bool goOn = left && (m_goOn || (state && state->readState == ReadState::Reading));
    reader.show(articleUrl(id), goOn ? left->anchor : std::nullopt);
    refresh();
    if (!state || state->readState == ReadState::Unread)
        mark(ReadState::Reading);
}

void ReaderHost::showFailure(const QString &sentence)
{
    m_loading = false;
    m_current = {};
    m_bar->setOutline({});
    m_bar->setHasArticle(false);
    m_empty->setTexts(tr("The article could not be opened"), sentence);
    m_stack->setCurrentWidget(m_empty);
}

void ReaderHost::preload()
{
    view();
}

ReaderView &ReaderHost::view()
{
    if (m_view)
        return *m_view;
    const Result<ReaderFactory *> factory = loadReaderEngine(m_engineFile);
    if (factory)
        m_view.reset((*factory)->create(m_stack));
    else
        m_view = std::make_unique<PlainReader>(factory.error().message, m_stack);
    m_view->setPages(m_pages);
    ReaderEvents events;
    events.loaded = [this](bool ok) { onLoaded(ok); };
    events.linkActivated = [this](const QUrl &url) { follow(url); };
    events.scrolled = [this] {
        m_scrolledByPerson = true;
        onScrolled();
    };
    events.selectionChanged = [] {};
    events.crashed = [this] { onCrashed(); };
    m_view->setEvents(std::move(events));
    m_stack->addWidget(m_view->widget());
    applyStyle();
    return *m_view;
}

void ReaderHost::onLoaded(bool)
{
    m_loading = false;
    // A ring around a whole page says nothing and would be cut off; the engine makes its focus widget late.
    for (QWidget *page : {m_view->widget(), m_view->widget()->focusProxy()}) {
        if (page)
            page->setProperty("ownFocus", true);
    }
    if (std::exchange(m_focusWhenLoaded, false))
        focusArticle();
    m_find->findAgain();
    QTimer::singleShot(0, this, [this] { onScrolled(); });
    const quint64 serial = m_serial;
    QTimer::singleShot(dwellMs, this, [this, serial] {
        if (serial != m_serial || !isVisible())
            return;
        m_scrolledByPerson = true;
        onScrolled();
    });
}

/// The engine answers later and reports every scrolled pixel: one question at a time.
void ReaderHost::onScrolled()
{
    if (m_positionAsked || !m_view || m_loading)
        return;
    m_positionAsked = true;
    QTimer::singleShot(80, this, [this] {
        m_positionAsked = false;
        readPosition();
    });
}

void ReaderHost::readPosition()
{
    const quint64 serial = m_serial;
    m_view->position([this, serial](const ReadingPosition &position) {
        if (serial != m_serial || m_loading)
            return;
        takePosition(position);
    });
}

void ReaderHost::takePosition(const ReadingPosition &position)
{
    m_progress->setProgress(position.progress);
    m_bar->setCurrentHeading(position.heading);
    if (!m_scrolledByPerson)
        return;
    m_unsaved = position;
    m_saveSoon.start();
    Q_EMIT progressed(m_current, position.progress);
    const auto state = m_context.workspace.journal().find<ArticleState>(m_current);
    if (position.progress >= readAt && state && state->readState == ReadState::Reading)
        mark(ReadState::Read);
}

/// A position that cannot be stored is no reason to disturb a reader.
void ReaderHost::savePosition()
{
    m_saveSoon.stop();
    const auto position = std::exchange(m_unsaved, std::nullopt);
    if (position && !m_context.workspace.journal().isReadOnly())
        (void)storePosition(m_context.workspace.journal(), m_pages.page().id, *position);
}

void ReaderHost::mark(ReadState state)
{
    if (!m_context.workspace.journal().isReadOnly())
        tellIfFailed(m_context.workspace.setReadState(m_current, state, Author::Auto));
}

void ReaderHost::onCrashed()
{
    m_loading = false;
    m_empty->setTexts(tr("The page stopped"),
                      tr("It stopped more than twice in a minute. Your library and journal are "
                         "not affected."),
                      tr("Show it again"));
    m_stack->setCurrentWidget(m_empty);
}

void ReaderHost::follow(const QUrl &url)
{
    if (url == QUrl(encodingLink)) {
        m_bar->showEncodingMenu();
        return;
    }
    const std::optional<QUuid> id = articleIdOf(url);
    if (id) {
        if (*id != m_current)
            open(*id);
        if (url.hasFragment() && *id == m_current && !m_loading)
            view().goTo(url.fragment(QUrl::FullyDecoded));
        return;
    }
    const QString scheme = url.scheme();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https") &&
        scheme != QLatin1String("mailto"))
        return;
    const QString address = url.toString(QUrl::FullyEncoded);
    if (address.size() > longestAddress) {
        m_context.toast.tellError(
            tr("This link was not opened: its address has %1 characters, more than anybody can check.")
                .arg(locale().toString(address.size())));
        return;
    }
    const bool mail = scheme == QLatin1String("mailto");
    const QString text =
        (mail ? tr("Your mail program opens with this address:") : tr("Your browser opens this address:")) +
        QStringLiteral("\n\n") + address;
    const QString title = mail ? tr("Write a mail?") : tr("Leave Stillpoint?");
    if (m_context.prompts.confirm(window(), title, text, mail ? tr("Write") : tr("Open")))
        QDesktopServices::openUrl(url);
}

void ReaderHost::refresh()
{
    const auto state = m_context.workspace.journal().find<ArticleState>(m_current);
    m_bar->setStarred(state && state->starred);
}

/// The file was edited outside or is to be read in another encoding: what is shown is no longer what is
/// there.
void ReaderHost::reloadIfEdited()
{
    const Result<Library *> library = m_context.workspace.library();
    if (!library || m_loading || m_current.isNull() || m_pages.page().id != m_current)
        return;
    const auto article = (*library)->article(m_current);
    const auto state = m_context.workspace.journal().find<ArticleState>(m_current);
    const QString encoding = state ? state->encoding : QString();
    const bool isOther =
        article && (article->hash != m_pages.article().hash || article->title != m_pages.article().title ||
                    encoding != m_pages.page().chosenEncoding);
    if (isOther) {
        load(m_current);
        m_goOn = true;
    }
}

void ReaderHost::applyStyle()
{
    const Settings &settings = m_context.workspace.settings();
    m_bar->setChoice(Setting::ReaderPaper, readerPaper(settings, m_context.theme));
    for (const Setting setting : {Setting::ReaderFont, Setting::ReaderMeasure, Setting::ReaderSpacing})
        m_bar->setChoice(setting, settings.text(setting));
    m_bar->setTextPercent(settings.number(Setting::ReaderTextSize));
    if (m_view)
        m_view->setStyle(readerStyle(settings, m_context.theme));
}

void ReaderHost::choose(Setting setting, const QVariant &value)
{
    const Result<void> set = m_context.workspace.settings().set(setting, value);
    tellIfFailed(set);
    if (!set)
        applyStyle(); // the old choice is shown again
}

void ReaderHost::chooseEncoding(const QString &code)
{
    const Result<void> chosen = m_context.workspace.setEncoding(m_current, code);
    if (!chosen)
        m_context.toast.tellError(chosen.error().message);
    else
        m_context.toast.tell(code.isEmpty() ? tr("Read as guessed")
                                            : tr("Read as %1").arg(textEncodingName(code)),
                             QStringLiteral("check"), m_context.undo);
}

void ReaderHost::stepText(int direction)
{
    const Settings::Range size = Settings::range(Setting::ReaderTextSize);
    const int percent = direction == 0
                            ? 100
                            : m_context.workspace.settings().number(Setting::ReaderTextSize) + 10 * direction;
    choose(Setting::ReaderTextSize, std::clamp(percent, size.least, size.most));
}

void ReaderHost::toggleStar()
{
    if (m_current.isNull())
        return;
    const auto state = m_context.workspace.journal().find<ArticleState>(m_current);
    tellIfFailed(m_context.workspace.setStarred(m_current, !(state && state->starred)));
    refresh();
}

void ReaderHost::openFind()
{
    if (!m_current.isNull())
        m_find->open();
}

bool ReaderHost::closeFind()
{
    const bool wasOpen = m_find->isVisible();
    m_find->hide();
    return wasOpen;
}

void ReaderHost::showOutline()
{
    m_bar->showOutlineMenu();
}

void ReaderHost::focusArticle()
{
    if (m_view && m_stack->currentWidget() == m_view->widget())
        m_view->widget()->setFocus(Qt::OtherFocusReason);
    m_focusWhenLoaded = m_loading;
}

void ReaderHost::logSession()
{
    m_context.navigator.go(GoEditor{});
}

void ReaderHost::tellIfFailed(const Result<void> &result)
{
    if (!result)
        m_context.toast.tellError(result.error().message);
}

} // namespace stillpoint::ui
