#pragma once

#include "app/insights/series.h"

namespace stillpoint {

/// What of a journal enters the numbers: the one rule for all insights. Of demo entries none where the input
/// ignores them; of sessions only those that are done; of ratings those of the whole body on the scale
/// (and version) that have a finite value. Refers to the input, which has to outlive it.
class Counted
{
public:
    explicit Counted(const SeriesInput &input);

    bool operator()(const Session &session) const;
    bool operator()(const CheckIn &checkIn) const { return !(m_input.ignoreDemo && checkIn.demo); }
    bool operator()(const Skip &skip) const { return !(m_input.ignoreDemo && skip.demo); }
    bool operator()(const RatingKey &key, const Rating &rating) const;
    /// The session's rating in that phase.
    std::optional<double> rated(const Session &session, Phase phase) const;

    QDate dayOf(const When &when) const;
    /// The day of which a rating speaks.
    QDate dayAbout(const When &when, const std::optional<qint64> &aboutMs) const;
    bool inRange(const QDate &day) const;

private:
    const SeriesInput &m_input;
};

} // namespace stillpoint
