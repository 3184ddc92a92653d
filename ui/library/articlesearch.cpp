#include "ui/library/articlesearch.h"

#include "ui/shell/whenready.h"

#include <memory>

namespace stillpoint::ui {

namespace {

constexpr int pauseMs = 150;

} // namespace

ArticleSearch::ArticleSearch(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ArticleSearch::run);
}

void ArticleSearch::setLibrary(Library *library)
{
    m_library = library;
    connect(library, &Library::changed, this, &ArticleSearch::askAgain);
}

void ArticleSearch::ask(const ArticleQuery &query)
{
    m_query = query;
    run();
}

void ArticleSearch::askSoon(const ArticleQuery &query)
{
    m_query = query;
    ++m_serial; // what is still being looked for is no longer what is asked
    m_pause.start();
}

void ArticleSearch::askAgain()
{
    if (!m_pause.isActive())
        run();
}

void ArticleSearch::run()
{
    if (!m_library)
        return;
    m_pause.stop();
    m_running = true;
    const quint64 serial = ++m_serial;
    whenReady(m_library->find(m_query), this, [this, serial, query = m_query](const ArticleHits &hits) {
        if (serial != m_serial)
            return;
        m_running = false;
        Q_EMIT answered(query, hits);
    });
}

void ArticleSearch::findCulprit(const QList<FilterPart> &parts)
{
    struct Best
    {
        qsizetype part = -1;
        int count = 0;
        qsizetype left = 0;
    };
    auto best = std::make_shared<Best>();
    best->left = parts.size();
    for (qsizetype i = 0; i < parts.size() && m_library; ++i) {
        const auto weigh = [this, best, i, parts, serial = m_serial](const ArticleHits &hits) {
            const auto count = static_cast<int>(hits.ids.size());
            if (count > best->count)
                *best = {i, count, best->left};
            if (--best->left == 0 && best->part >= 0 && serial == m_serial)
                Q_EMIT helped(parts.at(best->part), best->count);
        };
        whenReady(m_library->find(parts.at(i).without), this, weigh);
    }
}

} // namespace stillpoint::ui
