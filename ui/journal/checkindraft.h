#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

#include <QJsonObject>

namespace stillpoint {
class Clock;
class Journal;
class Vocabulary;
} // namespace stillpoint

namespace stillpoint::ui {

/// What stands in the check-in editor. The time is as typed, so that it can be kept even while it makes no
/// sense yet.
struct CheckInDraft
{
    CheckIn checkIn;                    ///< as edited but for its time; the id of a new one is null
    QDate day;                          ///< when it was
    QString time;                       ///< a time of day as typed; empty: only the day is known
    QMap<QString, QString> ownContexts; ///< new circumstances: code → name
    QJsonObject base;                   ///< fields of the stored check-in; empty for a new one
    qint64 keptMs = 0;                  ///< when it was written to its slot, UTC
    bool operator==(const CheckInDraft &) const = default;
};

QByteArray toJson(const CheckInDraft &draft);
std::optional<CheckInDraft> checkInDraftFromJson(const QByteArray &json);

/// Of the journal's today and of no time yet; nothing else is filled in.
CheckInDraft newCheckInDraft(const Journal &journal);
CheckInDraft draftOf(const CheckIn &checkIn);
/// Whether nothing is in it that anybody would miss: a new one is blank, a stored one as it was.
bool isEmpty(const CheckInDraft &draft);

/// Which ratings the editor shows: those of a follow-up are of its phase, all others are ad hoc.
Phase phaseOf(const CheckInDraft &draft);
/// The scales to show: those asked for, then what else was rated; each in the words of the rating that stands
/// there, so that correcting one does not reword it.
QList<Scale> scalesFor(const CheckInDraft &draft, const QStringList &shown, const Vocabulary &words);
std::optional<double> valueIn(const CheckInDraft &draft, const QString &scale);
/// A rating given at `now`; no value takes it out. One that is set back to what is stored stays as it was.
void rate(CheckInDraft &draft, const Scale &scale, std::optional<double> value, const Moment &now);

/// What to store.
struct CheckInRecords
{
    QList<Record> records; ///< new circumstances, and the check-in as the last
    QList<Record> bases;   ///< what the draft started from
    When time;             ///< of the check-in
};
/// Ratings that are new, and all when the time is another, get the provenance that belongs to it. Invalid
/// names the field: "time" for one that cannot be read or is still to come.
Result<CheckInRecords> recordsOf(const CheckInDraft &draft, const Journal &journal, const Clock &clock);

} // namespace stillpoint::ui
