#pragma once

#include <QString>

#include <optional>

namespace stillpoint {

enum class Direction { HigherWorse, HigherBetter, Neutral };

/// What a rating means. Texts are translated at the call.
struct Scale
{
    QString code; ///< "stress"
    int version = 1;
    QString name;     ///< "Stress"
    QString question; ///< "How stressed do you feel right now?"
    double minimum = 0;
    double maximum = 10;
    double step = 1; ///< 1, or 0.5 where halves are allowed
    Direction direction = Direction::HigherWorse;
    QString low, middle, high;         ///< anchor words
    QString hint;                      ///< short form for tight rows: "10 = worst"
    QString recall;                    ///< "now", "today", "past-24h" or "last-night"
    std::optional<qint64> validFromMs; ///< UTC; empty for the first version
    bool operator==(const Scale &) const = default;
};

/// The seven scales shipped, in domain.md's order. A person's own and their rewordings are in the journal's
/// Vocabulary.
const QList<Scale> &shippedScales();
std::optional<Scale> scaleByCode(const QString &code);

/// The words by which files name a direction.
QString directionName(Direction direction);
std::optional<Direction> directionFromName(const QString &name);

} // namespace stillpoint
