#include "app/library/renderpool.h"

#include "app/library/renderclient.h"

#include <QMutexLocker>
#include <QThread>

namespace stillpoint {

namespace {

constexpr std::size_t maxWaiting = 64;

} // namespace

RenderPool::RenderPool(QList<Job> jobs, QString renderProgram)
    : m_jobs(std::move(jobs))
    , m_program(std::move(renderProgram))
{
    const int threads = int(qMin(qsizetype(QThread::idealThreadCount()), m_jobs.size()));
    m_threads.setMaxThreadCount(qMax(1, threads));
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

void RenderPool::work()
{
    RenderClient helper(m_program);
    while (true) {
        const qsizetype job = m_nextJob.fetch_add(1);
        if (job >= m_jobs.size())
            return;
        if (!put({job, importFile(m_jobs.at(job).found, m_jobs.at(job).knownHash, helper)}))
            return;
    }
}

bool RenderPool::put(Done &&done)
{
    const QMutexLocker lock(&m_mutex);
    while (m_done.size() >= maxWaiting && !m_isStopped)
        m_hasRoom.wait(&m_mutex);
    if (m_isStopped)
        return false;
    m_done.push_back(std::move(done));
    if (m_done.size() == 1)
        m_hasResult.wakeOne();
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
