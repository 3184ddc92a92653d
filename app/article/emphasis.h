#pragma once

#include <QString>

namespace stillpoint {

/// By Markdown's rules `**重要。**后文` is not emphasis, since a punctuation mark touches the stars and no
/// space follows; where words stand without spaces everybody writes it so. Such pairs become `<strong>`,
/// outside code.
QString withEastAsianEmphasis(const QString &body);

} // namespace stillpoint
