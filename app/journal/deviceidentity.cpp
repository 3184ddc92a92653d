#include "app/journal/deviceidentity.h"

#include "app/base/files.h"
#include "app/base/identifiers.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace stillpoint {

namespace {

constexpr qint64 maxBytes = 4096;

QString machineHash()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayLiteral("stillpoint device\n"));
    hash.addData(QSysInfo::machineUniqueId());
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

QUuid knownDeviceIdentity(const QString &file)
{
    const auto bytes = readFile(file, maxBytes);
    if (!bytes)
        return {};
    const QJsonObject identity = QJsonDocument::fromJson(*bytes).object();
    if (identity[QLatin1String("machine")].toString() != machineHash())
        return {};
    return idFromText(identity[QLatin1String("device")].toString());
}

Result<QUuid> deviceIdentity(const QString &file, qint64 nowMs)
{
    if (const QUuid known = knownDeviceIdentity(file); !known.isNull())
        return known;
    const QUuid id = newId(nowMs);
    const QJsonObject identity{{QStringLiteral("device"), idText(id)},
                               {QStringLiteral("machine"), machineHash()}};
    return writeFileAtomically(file, QJsonDocument(identity).toJson()).map([&id] { return id; });
}

} // namespace stillpoint
