#include "tests/bench/heartbeat.h"

#include <ctime>

namespace stillpoint::bench {

namespace {

constexpr int intervalMs = 2;
constexpr double limitMs = 50;

double threadCpuMs()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

} // namespace

Heartbeat::Heartbeat()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(intervalMs);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_clock.start();
}

void Heartbeat::start()
{
    m_beats = {};
    m_lastMs = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    m_lastCpuMs = threadCpuMs();
    m_timer.start();
}

Heartbeat::Beats Heartbeat::stop()
{
    beat();
    m_timer.stop();
    return m_beats;
}

void Heartbeat::beat()
{
    const double now = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    const double cpu = threadCpuMs();
    m_beats.longestMs = qMax(m_beats.longestMs, now - m_lastMs);
    m_beats.longestCpuMs = qMax(m_beats.longestCpuMs, cpu - m_lastCpuMs);
    m_beats.over50 += now - m_lastMs > limitMs ? 1 : 0;
    m_lastMs = now;
    m_lastCpuMs = cpu;
}

} // namespace stillpoint::bench
