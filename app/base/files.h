#pragma once

#include "app/base/error.h"

#include <QByteArray>

#include <functional>

class QIODevice;

namespace stillpoint {

/// Reads a whole regular file of at most `maxBytes`. Limit when larger, NotFound or Io otherwise. Any thread.
Result<QByteArray> readFile(const QString &path, qint64 maxBytes);

/// Replaces a file in one step by what `write` puts in: whatever fails, even after a crash, either the old or
/// the whole new content is there. Io, or the error of `write`. Any thread.
Result<void> replaceFile(const QString &path, const std::function<Result<void>(QIODevice &)> &write);
Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

/// Makes the folder and its parents, readable by this person only.
Result<void> makePrivateFolder(const QString &path);

} // namespace stillpoint
