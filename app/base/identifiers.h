#pragma once

#include <QUuid>

class QRandomGenerator;

namespace stillpoint {

/// UUIDv7 (RFC 9562): 48 bits of `utcMs`, the rest random, so that ids sort by time. Any thread.
QUuid newId(qint64 utcMs);
/// The same with the rest from `random`.
QUuid newId(qint64 utcMs, QRandomGenerator &random);

/// Lower-case text with hyphens and without braces, as in JSON.
QString idText(const QUuid &id);
/// Null for anything but such text.
QUuid idFromText(const QString &text);

} // namespace stillpoint
