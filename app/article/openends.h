#pragma once

#include <QByteArray>
#include <QString>

namespace stillpoint {

/// Takes care of a script, a style sheet, a text field or a comment that begins on a line of its own and
/// never ends: by Markdown's rules all that follows would belong to it. What is up to the next blank line
/// goes.
QString withoutOpenBlocks(const QString &body);

/// Ends in HTML what by HTML's rules would swallow the rest of the page: an `<svg>`, a `<title>`, a
/// `<textarea>` … that is never closed. One without attributes is somebody's word and becomes text.
QByteArray withoutOpenEnds(const QByteArray &html);

} // namespace stillpoint
