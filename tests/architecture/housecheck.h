#pragma once

#include <QStringList>

namespace stillpoint::test {

/// Looks through app/, ui/ and tests/ of a source tree and names every broken rule of ARCHITECTURE.md, one
/// line each: an include that points the wrong way, an engine or parser header outside its home, SIGNAL( or
/// sender(), a connect to a lambda without a context object, a file of more than 500 lines.
QStringList brokenRules(const QString &root);

} // namespace stillpoint::test
