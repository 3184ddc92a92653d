#pragma once

#include "app/journal/records.h"

#include <QList>
#include <QString>

namespace stillpoint {
class Vocabulary;
}

namespace stillpoint::ui {

/// A rating as a line of a list has it.
struct NamedRating
{
    QString scale; ///< "stress"
    QString value; ///< "4.5"
    bool ofAnArea; ///< of a part of the body
};

/// A scale's name within a sentence, or its code where the journal has no name for it.
QString scaleWord(const Vocabulary &words, const QString &code);

/// "Check-in", or what a follow-up that was skipped is.
QString checkInTitle(const CheckIn &checkIn);

/// What was rated, the scales of `first` first.
QList<NamedRating> ratingsOf(const CheckIn &checkIn, const Vocabulary &words, const QStringList &first);

/// "Check-in, stress 5, mobility 7"
QString checkInSummary(const CheckIn &checkIn, const Vocabulary &words);

} // namespace stillpoint::ui
