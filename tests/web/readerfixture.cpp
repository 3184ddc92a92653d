#include "tests/web/readerfixture.h"

#include "tests/web/ownnetwork.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QPluginLoader>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <unistd.h>

namespace stillpoint::test {

namespace {

/// Handles events until `done`. Unlike qWaitFor it never sleeps between two of them: the engine sends many.
template<class Done>
void run(int milliseconds, Done done)
{
    QDeadlineTimer deadline(milliseconds);
    QTimer wake;
    wake.start(50);
    while (!done() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

void Pages::add(const QString &url, const QByteArray &bytes, const QByteArray &mime)
{
    m_answers.insert(url, {bytes, mime});
}

void Pages::fetch(const QUrl &url, ui::Then<Answer> answer)
{
    m_asked.append(url.toString());
    QTimer::singleShot(0, &m_context,
                       [this, url, answer = std::move(answer)] { answer(m_answers.value(url.toString())); });
}

QByteArray articleHtml(const QByteArray &body)
{
    QFile file(QStringLiteral(STILLPOINT_READER_TEMPLATE));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The reader's template is missing.");
    QByteArray html = file.readAll();
    html.replace("{{lang}}", "en").replace("{{title}}", "A title").replace("{{kicker}}", "Self-care");
    html.replace("{{byline}}", "6 min").replace("{{notes}}", "").replace("{{pictures_bar}}", "");
    return html.replace("{{body}}", body);
}

ui::ReaderFactory *factory()
{
    static QPluginLoader loader(QCoreApplication::applicationDirPath() +
                                QStringLiteral("/stillpoint-reader.so"));
    auto *made = qobject_cast<ui::ReaderFactory *>(loader.instance());
    if (!made)
        qFatal("%s", qPrintable(loader.errorString()));
    return made;
}

QVariant evaluateIn(QWebEnginePage *page, const QString &expression)
{
    auto answer = std::make_shared<std::optional<QVariant>>();
    page->runJavaScript(expression, QWebEngineScript::ApplicationWorld,
                        [answer](const QVariant &value) { *answer = value; });
    run(10000, [&answer] { return answer->has_value(); });
    return answer->value_or(QVariant());
}

void clickIn(QWebEngineView *view, const QString &selector, int number)
{
    const QVariantList at =
        evaluateIn(
            view->page(),
            QStringLiteral("(() => { const r = document.querySelectorAll('%1')[%2].getClientRects()[0];"
                           " return [r.left + r.width / 2, r.top + r.height / 2]; })()")
                .arg(selector)
                .arg(number))
            .toList();
    const QPoint point(at.value(0).toInt(), at.value(1).toInt());
    QTest::mouseClick(view->focusProxy(), Qt::LeftButton, Qt::NoModifier, point);
}

Reader::Reader()
    : m_view(factory()->create(&m_window))
{
    if (!m_view)
        qFatal("The engine does not start as root: run this test as an ordinary user.");
    auto *layout = new QVBoxLayout(&m_window);
    layout->setContentsMargins({});
    layout->addWidget(m_view->widget());
    m_view->setPages(pages);
    ui::ReaderEvents events;
    events.loaded = [this](bool ok) { loaded.append(ok); };
    events.linkActivated = [this](const QUrl &url) { links.append(url); };
    events.scrolled = [this] { ++scrolls; };
    events.selectionChanged = [this] { ++selectionChanges; };
    events.crashed = [this] { ++crashes; };
    m_view->setEvents(std::move(events));
    m_window.resize(656, 700);
    m_window.show();
}

Reader::~Reader() = default;

bool Reader::open(const QString &url, const std::optional<ui::TextAnchor> &at)
{
    loaded.clear();
    m_view->show(QUrl(url), at);
    run(20000, [this] { return !loaded.isEmpty(); });
    return !loaded.isEmpty() && loaded.last();
}

QWebEngineView *Reader::webView() const
{
    return qobject_cast<QWebEngineView *>(m_view->widget());
}

QWebEnginePage *Reader::page() const
{
    return webView()->page();
}

bool prepareWebTest()
{
    if (geteuid() == 0) {
        qCritical("The engine does not start as root: run this test as an ordinary user.");
        return false;
    }
    enterOwnNetwork();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return true;
}

} // namespace stillpoint::test
