#pragma once

#include "app/library/importedfile.h"

#include <QMutex>
#include <QThreadPool>
#include <QWaitCondition>

#include <atomic>
#include <vector>

namespace stillpoint {

/// Imports files on one thread and one render helper per core and hands the results to one consumer as they
/// come. Only a few results wait at a time, so that memory does not grow with the number of files.
class RenderPool
{
public:
    struct Done
    {
        qsizetype job = 0; ///< index into the jobs
        Result<ImportedFile> file;
    };

    RenderPool(QList<ImportJob> jobs, QString renderProgram);
    ~RenderPool(); ///< gives up what has not begun and waits for the rest
    RenderPool(const RenderPool &) = delete;
    RenderPool &operator=(const RenderPool &) = delete;

    /// What is ready, in no particular order; nothing after `timeoutMs`.
    std::vector<Done> take(int timeoutMs);

private:
    class Batch;
    void work();
    bool put(std::vector<Done> &&done);
    bool isStopped();

    const QList<ImportJob> m_jobs;
    const QString m_program;
    qsizetype m_batchSize = 1;
    std::atomic<qsizetype> m_nextJob{0};
    QMutex m_mutex;
    QWaitCondition m_hasRoom;
    QWaitCondition m_hasResult;
    std::vector<Done> m_done;
    bool m_isStopped = false;
    QThreadPool m_threads;
};

} // namespace stillpoint
