#pragma once

#include <QStringList>

namespace stillpoint::test {

/// Everything in a page's HTML that no page may hold, as an HTML parser sees it; empty when all is well.
QStringList strangersIn(const QString &html);

} // namespace stillpoint::test
