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
    QString low, middle, high; ///< anchor words
    QString hint;              ///< short form for tight rows: "10 = worst"
    bool operator==(const Scale &) const = default;
};

/// The seven scales shipped, in domain.md's order.
const QList<Scale> &shippedScales();
std::optional<Scale> scaleByCode(const QString &code);

} // namespace stillpoint
