#include "app/library/renderpool.h"

#include "app/library/renderclient.h"

#include <QMutexLocker>
#include <QThread>

namespace stillpoint {

namespace {

constexpr std::size_t maxWaiting = 64;
constexpr qsizetype maxBatch = 8;
constexpr qsizetype maxBatchBytes = 256LL * 1024;

} // namespace

RenderPool::RenderPool(QList<ImportJob> jobs, QString renderProgram)
    : m_jobs(std::move(jobs))
    , m_program(std::move(renderProgram))
{
    const int threads = int(qMin(qsizetype(QThread::idealThreadCount()), m_jobs.size()));
    m_threads.setMaxThreadCount(qMax(1, threads));
    m_batchSize = qBound(qsizetype{1}, m_jobs.size() / (qsizetype{4} * qMax(1, threads)), maxBatch);
    for (int i = 0; i < threads; ++i)
        m_threads.start([this] { work(); });
}

RenderPool::~RenderPool()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopped = true;
        m_hasRoom.wakeAll();
    }
    m_threads.waitForDone();
}

/// A few files that are read, rendered and handed over together.
class RenderPool::Batch
{
public:
    explicit Batch(RenderClient &helper)
        : m_helper(helper)
    {
    }

    void add(qsizetype number, const ImportJob &job)
    {
        std::optional<RenderRequest> request;
        m_done.push_back({number, readForImport(job, request)});
        if (!request)
            return;
        m_bytes += request->bytes.size();
        m_requests.append(std::move(*request));
        m_waiting.push_back(m_done.size() - 1);
    }

    bool isLarge() const { return m_bytes > maxBatchBytes; }

    /// Asks until all are answered or `isStopped`.
    template<class IsStopped>
    void render(const IsStopped &isStopped)
    {
        static const QStringList want{QStringLiteral("meta"), QStringLiteral("text")};
        std::size_t next = 0;
        while (!m_requests.isEmpty() && !isStopped()) {
            const auto rendered = m_helper.render(m_requests, want);
            if (!rendered) {
                m_done[m_waiting[next]].file = tl::unexpected<Error>(rendered.error());
                return;
            }
            for (const RenderedArticle &article : *rendered)
                finishImport(*m_done[m_waiting[next++]].file, article);
            m_requests.remove(0, rendered->size());
        }
    }

    std::vector<Done> take() { return std::move(m_done); }

private:
    RenderClient &m_helper;
    std::vector<Done> m_done;
    QList<RenderRequest> m_requests;
    std::vector<std::size_t> m_waiting; ///< into m_done, one for each request
    qsizetype m_bytes = 0;
};

void RenderPool::work()
{
    RenderClient helper(m_program);
    while (true) {
        const qsizetype first = m_nextJob.fetch_add(m_batchSize);
        const qsizetype end = qMin(first + m_batchSize, m_jobs.size());
        if (first >= end)
            return;
        for (qsizetype job = first; job < end;) {
            Batch batch(helper);
            while (job < end && !batch.isLarge()) {
                batch.add(job, m_jobs.at(job));
                ++job;
            }
            batch.render([this] { return isStopped(); });
            if (!put(batch.take()))
                return;
        }
    }
}

bool RenderPool::isStopped()
{
    const QMutexLocker lock(&m_mutex);
    return m_isStopped;
}

bool RenderPool::put(std::vector<Done> &&done)
{
    const QMutexLocker lock(&m_mutex);
    while (m_done.size() >= maxWaiting && !m_isStopped)
        m_hasRoom.wait(&m_mutex);
    if (m_isStopped)
        return false;
    if (m_done.empty())
        m_hasResult.wakeOne();
    std::move(done.begin(), done.end(), std::back_inserter(m_done));
    return true;
}

std::vector<RenderPool::Done> RenderPool::take(int timeoutMs)
{
    const QMutexLocker lock(&m_mutex);
    if (m_done.empty())
        m_hasResult.wait(&m_mutex, static_cast<unsigned long>(timeoutMs));
    m_hasRoom.wakeAll();
    return std::exchange(m_done, {});
}

} // namespace stillpoint
