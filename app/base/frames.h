#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace stillpoint {

/// One message between Stillpoint and its render helper:
/// u32 header size, u32 body size (big-endian), JSON header, body.
struct Frame
{
    QJsonObject header;
    QByteArray body;

    bool operator==(const Frame &) const = default;
};

inline constexpr qint64 maxFrameHeaderBytes = 16LL * 1024 * 1024;
inline constexpr qint64 maxFrameBodyBytes = 64LL * 1024 * 1024;

QByteArray encodeFrame(const Frame &frame);

/// Collects bytes as they arrive and hands out whole frames.
class FrameReader
{
public:
    void append(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next whole frame, or nothing yet.
    std::optional<Frame> next();
    /// A size over the caps or a header that is no JSON object: the stream cannot be used any more.
    bool isBroken() const { return m_broken; }

private:
    QByteArray m_buffer;
    bool m_broken = false;
};

} // namespace stillpoint
