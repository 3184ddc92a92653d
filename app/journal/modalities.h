#pragma once

#include <QStringList>

namespace stillpoint {

/// A kind of bodywork, neutrally described. From resources/data/modalities.json.
struct Modality
{
    QString code;   ///< slug, "deep-tissue"
    QString name;   ///< "Deep tissue"
    QString family; ///< "western", "situation", "asian", "other", "self-care", "allied"
    QStringList aliases;
    bool operator==(const Modality &) const = default;
};

const QList<Modality> &shippedModalities();
/// Codes nearest in spelling, best first, at most three; for "did you mean".
QStringList nearModalities(const QString &code);

} // namespace stillpoint
