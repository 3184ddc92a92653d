#pragma once

#include <QStringList>

namespace stillpoint::test {

/// Keeps what the engine's filter logs, while it lives; everything else goes on to the test's own log.
class EngineLog
{
public:
    EngineLog();
    ~EngineLog();
    EngineLog(const EngineLog &) = delete;
    EngineLog &operator=(const EngineLog &) = delete;

    const QStringList &lines() const;
    void clear();
};

} // namespace stillpoint::test
