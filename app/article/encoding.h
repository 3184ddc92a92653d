#pragma once

#include "app/article/issue.h"

#include <QByteArray>

#include <optional>

namespace stillpoint {

struct DecodedText
{
    QString text;                      ///< lines end in `\n` only; no byte order mark at the start
    QByteArray encoding;               ///< "UTF-8", "UTF-16LE", "windows-1252", "GBK" …
    bool binary = false;               ///< NUL bytes without a byte order mark: no text at all
    std::optional<ArticleIssue> doubt; ///< why it may be meant otherwise
};

/// What the bytes say: byte order mark, strict UTF-8, NUL test, and only then a guess. Or what they say in
/// `chosen`, the code of a text encoding (base/textencodings.h). Never fails: bytes that mean nothing become
/// U+FFFD.
DecodedText decodeText(const QByteArray &bytes, const QString &chosen = {});

} // namespace stillpoint
