#pragma once

#include "app/insights/paired.h"

namespace stillpoint {

enum class GroupKind { Modality, Practitioner, Pressure };

/// One modality, practitioner or pressure. Numbers are improvements (positive is better) in scale points.
struct GroupResult
{
    /// Modality code, practitioner's id without braces, or "1" to "5"; empty: sessions without one.
    QString code;
    int sessions = 0;      ///< done sessions in the range
    int n = 0;             ///< of these, with a rated day among the L that follow: what the interval rests on
    QList<PairedDot> dots; ///< their paired changes
    std::optional<Interval> pooled; ///< effect over days 1…L, drawn towards the others; empty: too few
    bool tooFew() const;            ///< n is below sessionsForGroup: dots only
    bool operator==(const GroupResult &) const = default;
};

/// "`better` does more than `worse`", by that much.
struct GroupClaim
{
    QString better;
    QString worse;
    Interval difference; ///< pooled
    bool operator==(const GroupClaim &) const = default;
};

/// Modalities, practitioners or pressures beside each other (statistics.md §6); choosing one because of how
/// bad one feels is allowed for.
struct GroupComparison
{
    GroupKind kind = GroupKind::Modality;
    QList<GroupResult> groups; ///< most sessions first, then by code
    QList<GroupClaim> claims;  ///< empty: "no clear difference yet"
    int comparisons = 0;       ///< pairs that were compared
    bool operator==(const GroupComparison &) const = default;
};

inline constexpr int sessionsForGroup = 5;

/// Pure; any thread. A session belongs to its first modality. A neutral scale gets dots and numbers, no
/// claims; nor do sessions that say nothing of it ("not given") make any.
GroupComparison compareGroups(const InsightsInput &input, GroupKind kind);

} // namespace stillpoint
