#pragma once

#include "app/base/error.h"
#include "app/journal/records.h"
#include "ui/widgets/bodyareas.h"

#include <QJsonObject>

namespace stillpoint {
class Clock;
class Journal;
} // namespace stillpoint

namespace stillpoint::ui {

/// An after-effect as it stands in the editor: hours as typed.
struct EffectDraft
{
    std::optional<double> severity; ///< 0 to 10
    QString onset;                  ///< hours after the session
    QString hours;                  ///< how long
    bool operator==(const EffectDraft &) const = default;
};
using EffectDrafts = QMap<QString, EffectDraft>; ///< by kind

/// The fields that are folded away under "More"; cost and tags as typed.
struct MoreDraft
{
    SessionSetting setting = SessionSetting::Unknown;
    PressureFeel pressureFeel = PressureFeel::Unknown;
    Aim aim = Aim::Unknown;
    SessionStatus status = SessionStatus::Done;
    std::optional<double> expectation;
    std::optional<double> satisfaction;
    QString cost;
    QString currency;
    QString tags; ///< with commas between
    bool operator==(const MoreDraft &) const = default;
};

/// What stands in the session editor: as typed, so that it can be kept even while it makes no sense yet.
struct SessionDraft
{
    QUuid session; ///< the stored session that is edited; null: a new one
    QDate day;
    QString began; ///< a time as typed; empty: only the day is known
    std::optional<int> minutes;
    QStringList modalities;
    QString practitioner; ///< a name
    QUuid practitionerId; ///< whose name it is while it is as it was filled in, even if it changed since
    std::optional<int> pressure;
    Reason reason = Reason::Unknown;
    std::map<RatingKey, double> ratings; ///< before and after, also of regions; no entry is "not rated"
    QSet<QString> context;
    QMap<QString, QString> ownContexts; ///< new ones: code → name
    BodyAreas areas;
    EffectDrafts effects;
    MoreDraft more;
    QString notes;
    QSet<QString> touched; ///< fields that the person set: "minutes", "modalities", "setting" …
    QDate filledFrom;      ///< day of the session that the untouched fields come from
    qint64 keptMs = 0;     ///< when it was written to its slot
    QJsonObject base;      ///< fields of the stored session that this was made from; empty for a new one
    bool operator==(const SessionDraft &) const = default;
};

QByteArray toJson(const SessionDraft &draft);
std::optional<SessionDraft> draftFromJson(const QByteArray &json);

/// A new session: today, ended now, the rest from the last session; with `everything` also what was worked
/// on, the aim and the context. Ratings, what hurts, after-effects, reason and notes are never filled in.
SessionDraft newDraft(const Journal &journal, const Clock &clock, bool everything);
SessionDraft draftOf(const Session &session, const Journal &journal);
/// The stored session as it was when the draft was made from it; empty for a new one.
std::optional<Session> baseOf(const SessionDraft &draft);
/// Takes modalities, minutes, practitioner, pressure, place and cost that are not touched from `session`.
void fillFrom(SessionDraft &draft, const Session &session, const Journal &journal);
/// The newest done session of a modality, or with a practitioner's name.
std::optional<Session> lastOfModality(const Journal &journal, const QString &modality);
std::optional<Session> lastWith(const Journal &journal, const QString &practitioner);

std::optional<QTime> timeFromText(const QString &text); ///< "17:30", "5:30 PM", "1730", "9"
/// What stands in two fields: a day and, as typed, a time; empty when only the day is known. A time that
/// reads like `before` is as exact as that. Invalid names `field`.
Result<When> whenFrom(const QDate &day, const QString &typed, const When &before, const QByteArray &zone,
                      const QString &field);
/// Later than now or, where only the day is known, than today.
bool isToCome(const When &time, const Moment &now, const Journal &journal);
/// Records for the circumstances that are chosen and that the person has just named: code → name.
QList<Record> newContexts(const QSet<QString> &chosen, const QMap<QString, QString> &named,
                          const Journal &journal, const Moment &now);
std::optional<double> numberFromText(const QString &text); ///< with comma or dot, 0 or more
QString numberText(std::optional<double> number);          ///< as the person's locale writes it

/// The records to put: the session and, where they are new, its practitioner and circumstances. Invalid names
/// the field.
/// `base` is the stored session that the draft was made from; without it the draft stands on the session as
/// it is now.
Result<QList<Record>> recordsOf(const SessionDraft &draft, const Journal &journal, const Clock &clock,
                                const std::optional<Session> &base = {});

} // namespace stillpoint::ui
