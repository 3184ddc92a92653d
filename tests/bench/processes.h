#pragma once

#include <QStringList>

#include <chrono>

#include <sys/types.h>

namespace stillpoint::bench {

/// A program that was started at `startedAt` and is killed, with its children, by the destructor.
class RunningProgram final
{
public:
    explicit RunningProgram(const QStringList &command);
    ~RunningProgram();
    RunningProgram(const RunningProgram &) = delete;
    RunningProgram &operator=(const RunningProgram &) = delete;

    bool isRunning() const;
    double elapsedMs() const; ///< since just before the program was started
    /// Proportional memory (PSS) of the program and its children, MiB.
    double memory() const;

private:
    std::chrono::steady_clock::time_point m_startedAt;
    pid_t m_process = -1;
};

} // namespace stillpoint::bench
