#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"

namespace stillpoint {
class Clock;
class Journal;
} // namespace stillpoint

namespace stillpoint::ui {

/// What stands in the session editor: as typed, so that it can be kept even while it makes no sense yet.
struct SessionDraft
{
    QUuid session; ///< the stored session that is edited; null: a new one
    QDate day;
    QString began; ///< a time as typed; empty: only the day is known
    std::optional<int> minutes;
    QStringList modalities;
    QString practitioner; ///< a name
    std::optional<int> pressure;
    Reason reason = Reason::Unknown;
    std::map<RatingKey, double> ratings; ///< before and after; no entry is "not rated"
    QSet<QString> context;
    QSet<QString> worked;
    QString notes;
    QSet<QString>
        touched;       ///< fields that the person set: "minutes", "modalities", "practitioner", "pressure"
    QDate filledFrom;  ///< day of the session that the untouched fields come from
    qint64 keptMs = 0; ///< when it was written to its slot
    bool operator==(const SessionDraft &) const = default;
};

QByteArray toJson(const SessionDraft &draft);
std::optional<SessionDraft> draftFromJson(const QByteArray &json);
/// The journal's slot for a draft of `session`, null for a new one.
QString draftSlot(const QUuid &session);

/// A new session: today, ended now, the rest from the last session; with `everything` also areas and context.
/// Ratings, reason and notes are never filled in.
SessionDraft newDraft(const Journal &journal, const Clock &clock, bool everything);
SessionDraft draftOf(const Session &session, const Journal &journal);
/// Takes modalities, minutes, practitioner and pressure that are not touched from `session`.
void fillFrom(SessionDraft &draft, const Session &session, const Journal &journal);
/// The newest done session of a modality, or with a practitioner's name.
std::optional<Session> lastOfModality(const Journal &journal, const QString &modality);
std::optional<Session> lastWith(const Journal &journal, const QString &practitioner);

std::optional<QTime> timeFromText(const QString &text); ///< "17:30", "5:30 PM", "1730", "9"

/// The records to put: the session and, where the name is new, its practitioner. Invalid names the field.
Result<QList<Record>> recordsOf(const SessionDraft &draft, const Journal &journal, const Clock &clock);

} // namespace stillpoint::ui
