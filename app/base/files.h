#pragma once

#include "app/base/error.h"

#include <QByteArray>

class QSaveFile;

namespace stillpoint {

/// Reads a whole regular file of at most `maxBytes`. Limit when larger, NotFound or Io otherwise. Any thread.
Result<QByteArray> readFile(const QString &path, qint64 maxBytes);

/// Replaces a file in one step: after a crash either the old or the new content is there. Any thread.
Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

/// Puts a written file in the place of the old one, if all of it was written; else the old one stays.
bool commitWhole(QSaveFile &file);

/// Makes the folder and its parents, readable by this person only.
Result<void> makePrivateFolder(const QString &path);

} // namespace stillpoint
