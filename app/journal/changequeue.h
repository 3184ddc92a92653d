#pragma once

#include "app/journal/change.h"
#include "app/journal/payload.h"

#include <QMutex>
#include <QWaitCondition>

#include <deque>
#include <vector>

namespace stillpoint {

/// A change whose payload was read from its text, not into `change.payload`.
struct WrittenChange
{
    Change change;
    std::optional<PayloadFields> fields; ///< nothing: `change.payload` holds it
};

/// Changes on their way from the thread that reads them to the one that folds them: in order, about two thousand
/// ahead at most. One thread adds and closes, one takes.
class ChangeQueue
{
public:
    /// Consecutive changes, and the text that their fields point into.
    struct Batch
    {
        std::vector<WrittenChange> changes;
        QByteArray text;
    };

    void add(Change change, QByteArrayView payload);
    void close(); ///< nothing more comes
    /// Waits for the next; without changes after the last.
    Batch take();

private:
    struct Place
    {
        qsizetype at = 0;
        qsizetype size = 0;
    };
    void handOver();

    Batch m_batch; ///< being filled
    std::vector<Place> m_places;
    QMutex m_mutex;
    QWaitCondition m_moved;
    std::deque<Batch> m_ready;
    bool m_isClosed = false;
};

} // namespace stillpoint
