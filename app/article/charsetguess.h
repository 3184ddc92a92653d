#pragma once

#include <QByteArray>

namespace stillpoint {

/// The name of the most likely encoding of text that is not UTF-8: one of the Windows sets, KOI8, or one of
/// the East Asian double-byte sets. Judges by how often languages use the letters that the bytes would be;
/// with little to go by it is windows-1252.
QByteArray guessedCharset(const QByteArray &bytes);

} // namespace stillpoint
