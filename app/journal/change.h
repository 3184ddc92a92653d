#pragma once

#include <QJsonObject>
#include <QUuid>

#include <optional>

namespace stillpoint {

/// One row of the append-only log (formats.md §2).
struct Change
{
    qint64 seq = 0; ///< order of arrival in this file
    QUuid device;
    qint64 n = 0;   ///< 1, 2, 3 … per device
    qint64 hlc = 0; ///< milliseconds since 1970 << 16 | counter
    QUuid action;   ///< one action of a person: one transaction, one undo step
    QString verb;
    QString kind;
    QUuid record;
    QJsonObject payload; ///< changed fields; null removes one

    /// Whether this is applied before `other`.
    bool isBefore(const Change &other) const;
    /// The action that an undo or redo takes back; null for all other changes.
    QUuid undoes() const;
    bool operator==(const Change &) const = default;
};

/// As in files (formats.md §3): all but the order of arrival.
QJsonObject toJson(const Change &change);
/// Nothing when a part is missing or makes no sense.
std::optional<Change> changeFromJson(const QJsonObject &object);

/// The time that a clock of the log stands for, ms since 1970.
qint64 timeOfHlc(qint64 hlc);
qint64 hlcAt(qint64 utcMs);

/// The device id under which the demo journal is written; its changes stay in this file.
QUuid demoDevice();

} // namespace stillpoint
