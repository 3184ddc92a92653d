#pragma once

#include "app/journal/journal.h"

namespace stillpoint {

/// A question that a session leaves behind: how is it two hours, one night, three or seven days later?
struct FollowUp
{
    QUuid session;
    Phase phase = Phase::NextMorning; ///< H2, NextMorning, Day3 or Day7
    std::optional<qint64> closesMs;   ///< UTC ms; empty: at the end of the journal day
    bool operator==(const FollowUp &) const = default;
};

/// The follow-ups that are open at `now` and neither answered nor skipped, those of newer sessions first
/// (domain.md, Records). A later session cancels those of earlier ones; demo sessions ask nothing.
QList<FollowUp> dueFollowUps(const Journal &journal, const Moment &now);

/// The check-in that answers it, if there is one.
std::optional<CheckIn> answerOf(const Journal &journal, const FollowUp &followUp);

/// Rates `scale` for the follow-up; no value takes the rating back, and the answer with it when it holds
/// nothing else. One undo step.
Result<void> answerFollowUp(Journal &journal, const FollowUp &followUp, const Scale &scale,
                            std::optional<double> value, const Moment &now);
/// Says that it is not answered on purpose; it is not asked again. One undo step.
Result<void> skipFollowUp(Journal &journal, const FollowUp &followUp, const Scale &scale, const Moment &now);

} // namespace stillpoint
