#include "app/journal/followups.h"

#include "app/base/identifiers.h"
#include "app/journal/skips.h"

#include <algorithm>
#include <array>

namespace stillpoint {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr int usualMinutes = 60; ///< of a session whose length is not known
constexpr int longestDays = 7;

struct DayPhase
{
    Phase phase;
    int days; ///< journal days after the session's
};
constexpr std::array<DayPhase, 3> dayPhases{{{Phase::NextMorning, 1}, {Phase::Day3, 3}, {Phase::Day7, 7}}};

bool isAnswered(const Journal &journal, const QUuid &session, Phase phase)
{
    return answerOf(journal, {session, phase, {}}).has_value();
}

/// One to five hours after the end, and on that journal day only.
std::optional<FollowUp> afterTwoHours(const Journal &journal, const Session &session, const Moment &now)
{
    if (!session.start.moment)
        return std::nullopt;
    const Moment &start = *session.start.moment;
    const qint64 end = start.utcMs + session.minutes.value_or(usualMinutes) * (hourMs / 60);
    const qint64 closes = end + 5 * hourMs;
    const Moment due = momentAt(end + 2 * hourMs, start.zone);
    if (now.utcMs < end + hourMs || now.utcMs >= closes || journal.dayOf(When::at(due)) != journal.today())
        return std::nullopt;
    return FollowUp{session.id, Phase::H2, closes};
}

Result<void> putAnswer(Journal &journal, const CheckIn &checkIn)
{
    return journal.put({checkIn}, Author::Person, skipsEndedBy(journal, {checkIn}));
}

/// An empty value means "skipped".
Result<void> putRating(Journal &journal, const FollowUp &followUp, const Scale &scale,
                       std::optional<double> value, const Moment &now)
{
    auto checkIn = answerOf(journal, followUp);
    if (!checkIn) {
        checkIn.emplace();
        checkIn->id = newId(now.utcMs);
        checkIn->time = When::at(now);
        checkIn->trigger = Trigger::FollowUp;
        checkIn->session = followUp.session;
    }
    Rating rating;
    rating.value = value;
    rating.scaleVersion = scale.version;
    rating.givenMs = now.utcMs;
    checkIn->ratings[{followUp.phase, scale.code, {}}] = rating;
    return putAnswer(journal, *checkIn);
}

} // namespace

std::optional<CheckIn> answerOf(const Journal &journal, const FollowUp &followUp)
{
    const auto session = journal.find<Session>(followUp.session);
    if (!session)
        return std::nullopt;
    for (const Entry &entry : journal.entries({journal.dayOf(session->start), {}, RecordKind::CheckIn})) {
        auto checkIn = journal.find<CheckIn>(entry.id);
        if (!checkIn || checkIn->session != followUp.session)
            continue;
        if (std::any_of(checkIn->ratings.begin(), checkIn->ratings.end(),
                        [&](const auto &rating) { return rating.first.phase == followUp.phase; }))
            return checkIn;
    }
    return std::nullopt;
}

QList<FollowUp> dueFollowUps(const Journal &journal, const Moment &now)
{
    const QDate today = journal.dayOf(When::at(now));
    QList<FollowUp> due;
    // Newest first, so the first session that has begun is the only one that still asks.
    for (const Entry &entry : journal.entries({today.addDays(-longestDays), today, RecordKind::Session})) {
        const auto session = journal.find<Session>(entry.id);
        if (!session || session->status != SessionStatus::Done || session->demo)
            continue;
        if (session->start.moment && session->start.moment->utcMs > now.utcMs)
            continue;
        QList<FollowUp> asked;
        if (const auto soon = afterTwoHours(journal, *session, now))
            asked.append(*soon);
        for (const DayPhase &each : dayPhases) {
            if (entry.day.addDays(each.days) == today)
                asked.append({session->id, each.phase, {}});
        }
        for (const FollowUp &followUp : std::as_const(asked)) {
            if (!isAnswered(journal, session->id, followUp.phase))
                due.append(followUp);
        }
        break;
    }
    return due;
}

Result<void> answerFollowUp(Journal &journal, const FollowUp &followUp, const Scale &scale,
                            std::optional<double> value, const Moment &now)
{
    if (value)
        return putRating(journal, followUp, scale, value, now);
    auto checkIn = answerOf(journal, followUp);
    if (!checkIn || checkIn->ratings.erase({followUp.phase, scale.code, {}}) == 0)
        return {};
    if (checkIn->ratings.empty() && checkIn->context.isEmpty() && checkIn->note.isEmpty())
        return journal.remove(RecordKind::CheckIn, checkIn->id);
    return putAnswer(journal, *checkIn);
}

Result<void> skipFollowUp(Journal &journal, const FollowUp &followUp, const Scale &scale, const Moment &now)
{
    return putRating(journal, followUp, scale, std::nullopt, now);
}

} // namespace stillpoint
