#pragma once

#include "app/journal/journal.h"

#include <string>
#include <vector>

/// What a person types, turned into the journal's values. Every error is Invalid, says what would be right
/// and offers near names; nothing is written here.
namespace stillpoint {

using Words = std::vector<std::string>;

QStringList textsOf(const Words &words);

/// `journal log` as typed.
struct LogInput
{
    std::string start, practitioner, reason, note;
    std::optional<int> minutes, pressure;
    Words modalities, areas, hurts, before, after, contexts;
    bool dateOnly = false;
};

/// `journal check-in` as typed.
struct CheckInInput
{
    Words ratings, contexts;
    std::string at, note;
};

/// The session, with a new practitioner before it if there is none of that name.
Result<QList<Record>> sessionFrom(const LogInput &input, const Journal &journal, const Moment &now);
Result<CheckIn> checkInFrom(const CheckInInput &input, const Journal &journal, const Moment &now);

Result<QString> modalityFromText(const QString &text, const Vocabulary &words);
Result<QString> regionFromText(const QString &text);
Result<Reason> reasonFromText(const QString &text);
/// The practitioner of that name or id, of the demo journal or of the person's own; a new value of their own,
/// not yet written, if there is none.
Practitioner practitionerFromText(const QString &text, const Journal &journal, const Moment &now, bool demo);
/// `stress=7,pain@back.left.trapezius=6` into `ratings`.
Result<void> addRatings(Ratings &ratings, Phase phase, const QString &text, Provenance provenance,
                        const Moment &now, const Vocabulary &words);

} // namespace stillpoint
