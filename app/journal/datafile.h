#pragma once

#include <QJsonArray>

namespace stillpoint {

/// One of the data files under resources/data, by name without suffix. They are part of the program, so a
/// damaged one is a programming error and ends it.
QJsonArray dataFile(const QString &name);

/// A text of a data file in the person's language.
QString dataText(const QString &source);

} // namespace stillpoint
