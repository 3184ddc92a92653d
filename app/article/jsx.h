#pragma once

#include <QString>

namespace stillpoint {

/// The body of an MDX file with its components made readable, outside code: what stands between a component's
/// tags stays, `{expressions}` vanish or give the text they hold, one that shows something of its own becomes
/// a picture or a small mark. Nothing is run.
QString withoutJsx(const QString &body);

} // namespace stillpoint
