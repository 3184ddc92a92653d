#pragma once

#include <QElapsedTimer>
#include <QTimer>

namespace stillpoint::bench {

/// How long the GUI thread's event loop was away. The longest stretch is told in time and in the processor
/// time of this thread: where they differ much, the thread waited or others had the processor.
class Heartbeat
{
public:
    struct Beats
    {
        double longestMs = 0;
        double longestCpuMs = 0;
        int over50 = 0; ///< stretches of more than 50 ms
    };

    Heartbeat();
    void start();
    Beats stop();

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_lastMs = 0;
    double m_lastCpuMs = 0;
    Beats m_beats;
};

} // namespace stillpoint::bench
