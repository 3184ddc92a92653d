#include "app/base/identifiers.h"

#include <QRandomGenerator>

#include <array>

namespace stillpoint {

QUuid newId(qint64 utcMs)
{
    return newId(utcMs, *QRandomGenerator::system());
}

QUuid newId(qint64 utcMs, QRandomGenerator &generator)
{
    std::array<quint32, 3> random{};
    generator.fillRange(random.data(), static_cast<qsizetype>(random.size()));
    const auto ms = static_cast<quint64>(utcMs);
    const auto low = [&random](unsigned shift) { return static_cast<uchar>(random[1] >> shift); };
    const auto lower = [&random](unsigned shift) { return static_cast<uchar>(random[2] >> shift); };
    return QUuid(static_cast<uint>(ms >> 16), static_cast<ushort>(ms),
                 static_cast<ushort>(0x7000U | (random[0] & 0x0fffU)),
                 static_cast<uchar>(0x80U | ((random[0] >> 16) & 0x3fU)), static_cast<uchar>(random[0] >> 24),
                 low(0), low(8), low(16), lower(0), lower(8), lower(16));
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QUuid idFromText(const QString &text)
{
    return text.size() == 36 ? QUuid::fromString(text) : QUuid();
}

} // namespace stillpoint
