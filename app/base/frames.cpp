#include "app/base/frames.h"

#include <QJsonDocument>
#include <QtEndian>

namespace stillpoint {

namespace {
constexpr qsizetype prefixBytes = 8;
}

QByteArray encodeFrame(const Frame &frame)
{
    const QByteArray header = QJsonDocument(frame.header).toJson(QJsonDocument::Compact);
    QByteArray bytes(prefixBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(header.size()), bytes.data());
    qToBigEndian(static_cast<quint32>(frame.body.size()), bytes.data() + 4);
    bytes += header;
    bytes += frame.body;
    return bytes;
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken || m_buffer.size() < prefixBytes)
        return std::nullopt;
    const qint64 headerBytes = qFromBigEndian<quint32>(m_buffer.constData());
    const qint64 bodyBytes = qFromBigEndian<quint32>(m_buffer.constData() + 4);
    if (headerBytes > maxFrameHeaderBytes || bodyBytes > maxFrameBodyBytes) {
        m_broken = true;
        return std::nullopt;
    }
    if (m_buffer.size() < prefixBytes + headerBytes + bodyBytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(m_buffer.mid(prefixBytes, headerBytes));
    if (!document.isObject()) {
        m_broken = true;
        return std::nullopt;
    }
    Frame frame{document.object(), m_buffer.mid(prefixBytes + headerBytes, bodyBytes)};
    m_buffer.remove(0, prefixBytes + headerBytes + bodyBytes);
    return frame;
}

} // namespace stillpoint
