#pragma once

#include "app/insights/insightsinput.h"
#include "app/insights/interval.h"

namespace stillpoint {

enum class Verdict { Unknown, Helping, NotHelping, Worse };

/// What is to be said beside every number derived from the engine.
enum class GuardFlag {
    RatedLessAfterSessions, ///< days 1…L go unrated 15 percentage points more often than other days
    RatedLessAfterBadDays,  ///< days after bad days are rated less often than days after good ones
    SameWeekday,            ///< at least 80% of the sessions fall on one weekday
    DifferentBefore,        ///< the days between booking and session already differed
};

/// Why there is no verdict: the one thing that would have to change.
enum class GuardReason {
    None,            ///< there is a verdict
    NeutralScale,    ///< the scale has no better and worse
    TooFew,          ///< see missingSessions and missingUntreatedDays
    NeverChanges,    ///< "your ratings never change"
    NotSeparable,    ///< "can't be told apart"
    DifferentBefore, ///< "the days before your sessions already differed"
    MissingDays,     ///< the unrated days could turn it: see tippingPoint
    NoDistantDays,   ///< a long effect could hide: see missingDistantDays
    TooWide,         ///< see furtherSessions
};

/// The guard against regression to the mean (statistics.md §3) with its verdict. Numbers are improvements
/// (positive is better) in scale points unless said otherwise.
struct Guard
{
    int followUpDays = 3;  ///< L
    int sessions = 0;      ///< with a rated day among the L that follow
    int treatedDays = 0;   ///< rated days 1…L after a session
    int untreatedDays = 0; ///< other rated days
    int distantDays = 0;   ///< of these, more than seven days after any session
    std::optional<Interval> effect;
    /// Mean fall from a session's own level before it to its rated days 1…L; always too good.
    std::optional<double> naive;
    std::optional<double> anyway;      ///< naive − effect: what would have happened without the session
    std::optional<double> afterLevel;  ///< mean rating on days 1…L, in the scale's own units
    std::optional<double> anywayLevel; ///< the same without the effect, in the scale's own units
    std::optional<double> rho;         ///< day-to-day correlation, averaged over the grid
    int missingSessions = 0;           ///< needed before anything is said
    int missingUntreatedDays = 0;
    int missingDistantDays = 0;         ///< needed before "probably not" can be said
    std::optional<int> furtherSessions; ///< that would about suffice, while it can't be told
    /// How much worse the unrated days after sessions would have to be to change a verdict, in points. Empty
    /// without an interval that excludes 0, and when there are no unrated days after sessions.
    std::optional<double> tippingPoint;
    QList<GuardFlag> flags; ///< in the order of the enum
    int weekday = 0;        ///< of which SameWeekday speaks, 1 to 7; 0 without that flag
    GuardReason reason = GuardReason::TooFew;
    Verdict verdict = Verdict::Unknown;
    bool operator==(const Guard &) const = default;
};

/// Points, of a range of ten, that an effect must have to be called one.
inline constexpr double meaningful = 0.5;
inline constexpr int sessionsForGuard = 6;
inline constexpr int untreatedDaysForGuard = 20;
inline constexpr int distantDaysForGuard = 10;

/// Pure; any thread; a few milliseconds for ten years.
Guard guard(const InsightsInput &input);

/// The verdict as people read it, in the window and on the command line: "Probably helping", "Probably not
/// helping", "Can’t tell yet", "Getting worse"; on a neutral scale "No verdict".
QString verdictWords(const Guard &guard);

/// The words by which files and the command line name them.
QString verdictName(Verdict verdict);     ///< "helping", "not-helping", "unknown", "worse"
QString guardFlagName(GuardFlag flag);    ///< "rated-less-after-sessions" …
QString guardReasonName(GuardReason why); ///< "too-few" …; empty for None

} // namespace stillpoint
