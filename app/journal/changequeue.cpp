#include "app/journal/changequeue.h"

#include <QJsonDocument>
#include <QMutexLocker>

#include <utility>

namespace stillpoint {

namespace {

constexpr std::size_t batchSize = 500;
constexpr std::size_t mostReady = 3;

} // namespace

void ChangeQueue::add(Change change, QByteArrayView payload)
{
    m_places.push_back({m_batch.text.size(), payload.size()});
    m_batch.text.append(payload);
    m_batch.changes.push_back({std::move(change), {}});
    if (m_batch.changes.size() == batchSize)
        handOver();
}

/// The text stays where it is from now on, so that fields can point into it.
void ChangeQueue::handOver()
{
    const QByteArrayView text(m_batch.text);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const QByteArrayView payload = text.sliced(m_places.at(i).at, m_places.at(i).size);
        WrittenChange &written = m_batch.changes.at(i);
        written.fields = payloadFields(payload);
        if (!written.fields)
            written.change.payload = QJsonDocument::fromJson(payload.toByteArray()).object();
    }
    m_places.clear();
    QMutexLocker lock(&m_mutex);
    while (m_ready.size() == mostReady)
        m_moved.wait(&m_mutex);
    m_ready.push_back(std::exchange(m_batch, {}));
    m_moved.wakeAll();
}

void ChangeQueue::close()
{
    if (!m_batch.changes.empty())
        handOver();
    const QMutexLocker lock(&m_mutex);
    m_isClosed = true;
    m_moved.wakeAll();
}

ChangeQueue::Batch ChangeQueue::take()
{
    QMutexLocker lock(&m_mutex);
    while (m_ready.empty() && !m_isClosed)
        m_moved.wait(&m_mutex);
    if (m_ready.empty())
        return {};
    Batch batch = std::move(m_ready.front());
    m_ready.pop_front();
    m_moved.wakeAll();
    return batch;
}

} // namespace stillpoint
