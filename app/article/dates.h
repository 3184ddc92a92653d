#pragma once

#include <QString>

#include <optional>

namespace stillpoint {

/// A date as people and generators write it: `2020-11-18 09:30:00 +0900`, ISO 8601, `2020/11/18`, `20201118`,
/// `November 18, 2020`, `2020年11月18日`. UTC milliseconds; without a zone the local one counts.
std::optional<qint64> instantFromText(const QString &text);

/// The date in a file name, as written: `2020-11-18-title.md`, `20201118 title.md`, `walk-2020-11-18.md`;
/// empty when it has none.
QString dateInFileName(const QString &name);

} // namespace stillpoint
