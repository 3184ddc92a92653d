#include "app/journal/change.h"

#include "app/base/identifiers.h"

#include <limits>
#include <tuple>

namespace stillpoint {

namespace {

constexpr int counterBits = 16;
/// Of clocks and numbers: room is left for counting on after the greatest that is accepted.
constexpr qint64 greatest = std::numeric_limits<qint64>::max() >> 1;
constexpr qsizetype longestWord = 64;

bool isWord(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestWord;
}

} // namespace

bool Change::isBefore(const Change &other) const
{
    if (hlc != other.hlc)
        return hlc < other.hlc;
    return std::tuple(device.toRfc4122(), n) < std::tuple(other.device.toRfc4122(), other.n);
}

QUuid Change::undoes() const
{
    return idFromText(payload[QLatin1String("@undoes")].toString());
}

QJsonObject toJson(const Change &change)
{
    return {{QStringLiteral("device"), idText(change.device)},
            {QStringLiteral("n"), change.n},
            {QStringLiteral("hlc"), QString::number(change.hlc)},
            {QStringLiteral("action"), idText(change.action)},
            {QStringLiteral("verb"), change.verb},
            {QStringLiteral("kind"), change.kind},
            {QStringLiteral("record"), idText(change.record)},
            {QStringLiteral("payload"), change.payload}};
}

std::optional<Change> changeFromJson(const QJsonObject &object)
{
    Change change;
    bool isClock = false;
    change.device = idFromText(object[QLatin1String("device")].toString());
    change.n = object[QLatin1String("n")].toInteger();
    change.hlc = object[QLatin1String("hlc")].toString().toLongLong(&isClock);
    change.action = idFromText(object[QLatin1String("action")].toString());
    change.verb = object[QLatin1String("verb")].toString();
    change.kind = object[QLatin1String("kind")].toString();
    change.record = idFromText(object[QLatin1String("record")].toString());
    change.payload = object[QLatin1String("payload")].toObject();
    const bool isWhole = !change.device.isNull() && change.n > 0 && change.n <= greatest && isClock &&
                         change.hlc > 0 && change.hlc <= greatest && !change.action.isNull() &&
                         isWord(change.verb) && isWord(change.kind) && !change.record.isNull() &&
                         object[QLatin1String("payload")].isObject();
    return isWhole ? std::optional(change) : std::nullopt;
}

qint64 timeOfHlc(qint64 hlc)
{
    return hlc >> counterBits;
}

qint64 hlcAt(qint64 utcMs)
{
    return utcMs << counterBits;
}

QUuid demoDevice()
{
    return QUuid(0x5711f0d0, 0x0000, 0x7000, 0x80, 0x00, 0x00, 0x00, 0x00, 0xde, 0x30, 0x00);
}

} // namespace stillpoint
