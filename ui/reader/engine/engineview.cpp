#include "ui/reader/engine/engineview.h"

#include "ui/reader/engine/articleurl.h"
#include "ui/reader/engine/enginepage.h"
#include "ui/reader/engine/pagescript.h"
#include "ui/reader/engine/paperview.h"
#include "ui/reader/engine/requestfilter.h"
#include "ui/reader/engine/schemehandler.h"

#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineFindTextResult>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineProfile>
#include <QWebEngineScript>

namespace stillpoint::ui {

namespace {

constexpr qint64 crashWindowMs = 60'000;
constexpr int reloadsPerWindow = 2;
constexpr int rememberAfterMs = 50;

QString translated(const char *text)
{
    return QCoreApplication::translate("stillpoint::ui::EngineView", text);
}

std::unique_ptr<QWebEngineProfile> makeProfile(SchemeHandler *handler)
{
    auto profile = std::make_unique<QWebEngineProfile>(); // no name: off the record
    profile->setHttpCacheType(QWebEngineProfile::NoCache);
    profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    profile->cookieStore()->setCookieFilter(
        [](const QWebEngineCookieStore::FilterRequest &) { return false; });
    profile->setSpellCheckEnabled(false);
    profile->setUrlRequestInterceptor(new RequestFilter(profile.get()));
    profile->installUrlSchemeHandler(articleScheme, handler);
    QObject::connect(profile.get(), &QWebEngineProfile::downloadRequested, profile.get(),
                     [](QWebEngineDownloadRequest *request) { request->cancel(); });
    return profile;
}

QByteArray proseCss()
{
    QFile file(QStringLiteral(":/engine/prose.css"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

template<class Answer>
void EngineView::ask(const QString &script, Answer answer)
{
    m_page->runJavaScript(script, QWebEngineScript::ApplicationWorld,
                          [context = QPointer(m_context.get()), answer](const QVariant &value) {
                              if (context)
                                  answer(value);
                          });
}

EngineView::EngineView(QWidget *parent)
    : m_handler(std::make_unique<SchemeHandler>())
    , m_prose(proseCss())
    , m_context(std::make_unique<QObject>())
{
    m_profile = makeProfile(m_handler.get());
    m_page = std::make_unique<EnginePage>(m_profile.get());
    m_view = new PaperView(parent);
    m_view->setObjectName(QStringLiteral("articleView"));
    m_view->setAccessibleName(translated(QT_TRANSLATE_NOOP("stillpoint::ui::EngineView", "Article")));
    m_view->setAcceptDrops(false);
    m_view->setPage(m_page.get());
    QAction *copy = m_page->action(QWebEnginePage::Copy);
    copy->setText(translated(QT_TRANSLATE_NOOP("stillpoint::ui::EngineView", "Copy")));
    QAction *selectAll = m_page->action(QWebEnginePage::SelectAll);
    selectAll->setText(translated(QT_TRANSLATE_NOOP("stillpoint::ui::EngineView", "Select All")));
    m_view->addActions({copy, selectAll});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_clock.start();
    m_placeSoon.setSingleShot(true);
    m_placeSoon.setInterval(rememberAfterMs);
    QObject::connect(&m_placeSoon, &QTimer::timeout, m_context.get(), [this] { rememberPlace(); });
    listen();
    setStyle({});
}

EngineView::~EngineView()
{
    m_context.reset();
    m_page.reset();
    delete m_view;
}

void EngineView::listen()
{
    QObject *context = m_context.get();
    QObject::connect(m_page.get(), &QWebEnginePage::loadingChanged, context,
                     [this](const QWebEngineLoadingInfo &info) {
                         // A navigation that was refused ends as a load that failed, of another address.
                         const bool ended = info.status() != QWebEngineLoadingInfo::LoadStartedStatus;
                         if (ended && info.url().adjusted(QUrl::RemoveFragment) == m_opening)
                             QMetaObject::invokeMethod(
                                 m_context.get(),
                                 [this, ok = info.status() == QWebEngineLoadingInfo::LoadSucceededStatus] {
                                     m_opening.clear();
                                     if (m_isOvertaken)
                                         begin();
                                     else
                                         finishLoading(ok);
                                 },
                                 Qt::QueuedConnection);
                     });
    QObject::connect(m_page.get(), &EnginePage::linkActivated, context, [this](const QUrl &url) {
        if (m_events.linkActivated)
            m_events.linkActivated(url);
    });
    QObject::connect(m_page.get(), &QWebEnginePage::scrollPositionChanged, context, [this] {
        if (!m_loaded)
            return;
        if (!m_placeSoon.isActive())
            m_placeSoon.start();
        if (m_events.scrolled)
            m_events.scrolled();
    });
    QObject::connect(m_page.get(), &QWebEnginePage::selectionChanged, context, [this] {
        if (m_events.selectionChanged)
            m_events.selectionChanged();
    });
    QObject::connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, context,
                     [this](QWebEnginePage::RenderProcessTerminationStatus status) {
                         if (status == QWebEnginePage::NormalTerminationStatus)
                             return;
                         m_loaded = false;
                         m_opening.clear();
                         m_placeSoon.stop();
                         QMetaObject::invokeMethod(
                             m_context.get(), [this] { recover(); }, Qt::QueuedConnection);
                     });
}

QWidget *EngineView::widget()
{
    return m_view;
}

void EngineView::setPages(PageSource &pages)
{
    m_handler->setPages(&pages);
}

void EngineView::show(const QUrl &url, const std::optional<TextAnchor> &at)
{
    m_url = toEngine(url.adjusted(QUrl::RemoveFragment));
    m_highlights.clear();
    load({at, url.fragment(QUrl::FullyDecoded), 0});
}

void EngineView::reload()
{
    load(m_place);
}

void EngineView::load(const Place &place)
{
    m_place = place;
    m_placeSoon.stop();
    m_loaded = false;
    // A page that is asked for while the engine begins with another may end both, and no word of either.
    m_isOvertaken = !m_opening.isEmpty();
    if (!m_isOvertaken)
        begin();
}

void EngineView::begin()
{
    m_isOvertaken = false;
    m_opening = m_url;
    m_page->open(m_opening);
}

void EngineView::finishLoading(bool ok)
{
    m_loaded = ok;
    if (ok) {
        m_page->history()->clear();
        run(pagescript::library());
        if (!m_highlights.isEmpty())
            run(pagescript::setHighlights(m_highlights));
        if (m_place.anchor)
            run(pagescript::goTo(*m_place.anchor));
        else if (!m_place.heading.isEmpty())
            run(pagescript::goToHeading(m_place.heading));
        else if (m_place.above > 0)
            run(pagescript::goToAbove(m_place.above));
    }
    if (m_events.loaded)
        m_events.loaded(ok);
}

void EngineView::recover()
{
    const qint64 now = m_clock.elapsed();
    m_crashes.removeIf([now](qint64 time) { return now - time > crashWindowMs; });
    if (m_crashes.size() < reloadsPerWindow) {
        m_crashes.append(now);
        load(m_place);
    } else if (m_events.crashed) {
        m_events.crashed();
    }
}

/// The page itself is asked: what the engine reports falls back to the top while a page loads or dies.
void EngineView::rememberPlace()
{
    ask(pagescript::above(), [this](const QVariant &answer) {
        if (m_loaded && answer.isValid())
            m_place = {std::nullopt, {}, answer.toDouble()};
    });
}

void EngineView::setStyle(const ReaderStyle &style)
{
    m_style = style;
    m_handler->setStyleSheet(m_prose + '\n' + pagescript::css(style));
    if (style.ground.isValid())
        m_view->setGround(style.ground);
    if (m_loaded)
        run(pagescript::setStyle(style));
}

void EngineView::setHighlights(const QList<ReaderHighlight> &highlights)
{
    m_highlights = highlights;
    if (m_loaded)
        run(pagescript::setHighlights(highlights));
}

void EngineView::goTo(const QString &heading)
{
    if (m_loaded)
        run(pagescript::goToHeading(heading));
    m_place = {std::nullopt, heading, 0};
}

void EngineView::find(const QString &text, FindFlags flags, Then<FindCount> then)
{
    QWebEnginePage::FindFlags engineFlags;
    engineFlags.setFlag(QWebEnginePage::FindBackward, flags.backwards);
    engineFlags.setFlag(QWebEnginePage::FindCaseSensitively, flags.matchCase);
    m_page->findText(text, engineFlags,
                     [context = QPointer(m_context.get()),
                      then = std::move(then)](const QWebEngineFindTextResult &result) {
                         if (context && then)
                             then({result.activeMatch(), result.numberOfMatches()});
                     });
}

void EngineView::selection(Then<std::optional<TextAnchor>> then)
{
    ask(pagescript::selection(), [then = std::move(then)](const QVariant &answer) {
        if (then)
            then(pagescript::toAnchor(answer));
    });
}

void EngineView::position(Then<ReadingPosition> then)
{
    ask(pagescript::position(), [then = std::move(then)](const QVariant &answer) {
        if (then)
            then(pagescript::toPosition(answer));
    });
}

void EngineView::pdf(const QUrl &url, const QPageLayout &layout, Then<QByteArray> then)
{
    auto *page = new EnginePage(m_profile.get(), m_context.get());
    const auto finish = [page, context = QPointer(m_context.get()), isDone = std::make_shared<bool>(false),
                         then = std::move(then)](const QByteArray &bytes) {
        if (!context || std::exchange(*isDone, true))
            return;
        page->deleteLater();
        if (then)
            then(bytes);
    };
    QObject::connect(page, &QWebEnginePage::loadFinished, page, [page, layout, finish](bool ok) {
        if (ok)
            page->printToPdf(finish, layout);
        else
            finish({});
    });
    QObject::connect(page, &QWebEnginePage::renderProcessTerminated, page, [finish] { finish({}); });
    page->open(toEngine(url.adjusted(QUrl::RemoveFragment)));
}

void EngineView::run(const QString &script)
{
    m_page->runJavaScript(script, QWebEngineScript::ApplicationWorld);
}

} // namespace stillpoint::ui
