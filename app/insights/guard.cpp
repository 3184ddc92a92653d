#include "app/insights/guard.h"

#include "app/insights/guardmodel.h"
#include "app/insights/missingdays.h"
#include "app/insights/quantiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace stillpoint {

namespace {

constexpr double precise = 0.75;      ///< half width that suffices
constexpr double withoutFlag = 0.5;   ///< tipping point that must be exceeded
constexpr double withFlag = 1;        ///< while a flag speaks of missing days
constexpr int farAway = 7;            ///< days after a session beyond which a day is distant
constexpr double nearlyAlways = 0.8;  ///< of the sessions on one weekday
constexpr qint64 bookedAheadDays = 2; ///< from here on the wait is a column of its own
constexpr Eigen::Index treatedColumn = 1;
constexpr Eigen::Index waitingColumn = 2;

/// From the day after booking to the session day, where a session was booked at least two days ahead.
DayColumn waitingDays(const InsightsInput &input, const ModelData &data)
{
    DayColumn waiting(data.days(), false);
    for (const DatedSession &session : data.sessions) {
        const QDate booked = input.booked.value(session.session->id);
        if (!booked.isValid() || booked.daysTo(session.day) < bookedAheadDays)
            continue;
        for (QDate day = std::max(booked.addDays(1), data.from); day <= std::min(session.day, data.to);
             day = day.addDays(1))
            waiting[*data.indexOf(day)] = true;
    }
    return waiting;
}

bool variesOverRatedDays(const ModelData &data, const DayColumn &column)
{
    const auto holds = [&column](qint64 day) { return column[static_cast<std::size_t>(day)]; };
    const auto count = std::count_if(data.ratedDays.begin(), data.ratedDays.end(), holds);
    return count > 0 && count < static_cast<qint64>(data.ratedDays.size());
}

/// The weekday of nearly all sessions in the range; 0 when there is none.
int sameWeekday(const InsightsInput &input, const ModelData &data)
{
    std::map<int, int> counts;
    int sessions = 0;
    QDate before;
    for (const DatedSession &session : data.sessions) {
        const bool outside = (input.series.from.isValid() && session.day < input.series.from) ||
                             (input.series.to.isValid() && session.day > input.series.to);
        if (outside || session.day == before)
            continue;
        before = session.day;
        ++sessions;
        ++counts[session.day.dayOfWeek()];
    }
    const auto same = std::find_if(counts.begin(), counts.end(), [sessions](const auto &weekday) {
        return weekday.second >= nearlyAlways * sessions;
    });
    return sessions >= sessionsForGuard && same != counts.end() ? same->first : 0;
}

class GuardMaker
{
public:
    GuardMaker(const InsightsInput &input, const ModelData &data)
        : m_input(input)
        , m_data(data)
        , m_treated(followUps(data, input.settings.followUpDays))
        , m_point(pointOn(input.scale))
    {
    }

    Guard make()
    {
        m_guard.followUpDays = m_input.settings.followUpDays;
        count();
        describe();
        if (m_guard.missingSessions > 0 || m_guard.missingUntreatedDays > 0)
            return m_guard;
        m_guard.flags = missingDaysFlags(m_data, m_treated, m_input.scale.direction);
        m_missingDays = !m_guard.flags.isEmpty();
        m_guard.weekday = sameWeekday(m_input, m_data);
        if (m_guard.weekday > 0)
            m_guard.flags.append(GuardFlag::SameWeekday);
        if (estimate())
            judge();
        return m_guard;
    }

private:
    void count();
    void describe();
    bool estimate();
    bool fit(const std::vector<DayColumn> &columns);
    void judge();
    Verdict verdict();
    double sign() const { return m_input.scale.direction == Direction::HigherWorse ? -1 : 1; }
    Interval intervalOf(Eigen::Index column) const;

    const InsightsInput &m_input;
    const ModelData &m_data;
    DayColumn m_treated;
    double m_point;
    Guard m_guard;
    bool m_missingDays = false;
    EngineFit m_fit;
};

void GuardMaker::count()
{
    m_guard.sessions = followedSessions(m_data, m_guard.followUpDays);
    const std::vector<int> since = daysSince(m_data);
    for (const qint64 rated : m_data.ratedDays) {
        const auto day = static_cast<std::size_t>(rated);
        ++(m_treated[day] ? m_guard.treatedDays : m_guard.untreatedDays);
        m_guard.distantDays += since[day] > std::max(farAway, m_guard.followUpDays) ? 1 : 0;
    }
    m_guard.missingSessions = std::max(0, sessionsForGuard - m_guard.sessions);
    m_guard.missingUntreatedDays = std::max(0, untreatedDaysForGuard - m_guard.untreatedDays);
    m_guard.missingDistantDays = std::max(0, distantDaysForGuard - m_guard.distantDays);
}

/// What happened, without a model: levels before sessions and on the days after.
void GuardMaker::describe()
{
    double after = 0;
    for (const qint64 rated : m_data.ratedDays) {
        const auto day = static_cast<std::size_t>(rated);
        after += m_treated[day] ? m_data.value[day] : 0;
    }
    if (m_guard.treatedDays > 0)
        m_guard.afterLevel = after / m_guard.treatedDays;
    double sum = 0;
    int sessions = 0;
    QDate before;
    for (const DatedSession &session : m_data.sessions) {
        const auto day = m_data.indexOf(session.day);
        if (!day || !m_data.isRated(*day) || session.day == before)
            continue;
        before = session.day;
        double level = 0;
        int days = 0;
        for (std::size_t k = *day + 1;
             k < m_data.days() && k <= *day + static_cast<std::size_t>(m_guard.followUpDays); ++k) {
            if (m_data.isRated(k)) {
                level += m_data.value[k];
                ++days;
            }
        }
        if (days > 0) {
            sum += improvement(m_input.scale, m_data.value[*day], level / days);
            ++sessions;
        }
    }
    if (sessions > 0)
        m_guard.naive = sum / sessions;
}

Interval GuardMaker::intervalOf(Eigen::Index column) const
{
    const double half =
        intervalFactor(m_input.settings.confidence, m_guard.sessions - 1) * m_fit.cautiousSd(column);
    const double centre = sign() * m_fit.b[column];
    return {centre, centre - half, centre + half};
}

bool GuardMaker::fit(const std::vector<DayColumn> &columns)
{
    const RowMatrix every = modelColumns(m_data, columns);
    auto fitted = fitEngine(modelRows(m_data, every));
    if (!fitted) {
        m_guard.reason = fitted.error() == Refusal::NeverChanges   ? GuardReason::NeverChanges
                         : fitted.error() == Refusal::NotSeparable ? GuardReason::NotSeparable
                                                                   : GuardReason::TooFew;
        return false;
    }
    m_fit = std::move(*fitted);
    const Interval effect = intervalOf(treatedColumn);
    m_guard.effect = effect;
    m_guard.rho = m_fit.rho;
    if (m_guard.naive)
        m_guard.anyway = *m_guard.naive - effect.estimate;
    if (m_guard.afterLevel)
        m_guard.anywayLevel = *m_guard.afterLevel - sign() * effect.estimate;
    const double share = missingDaysShare(m_data, every, treatedColumn, m_treated, m_fit.best.at);
    if (share > 0 && effect.low > 0)
        m_guard.tippingPoint = effect.low / share;
    else if (share > 0 && effect.high < 0)
        m_guard.tippingPoint = -effect.high / share;
    return true;
}

bool GuardMaker::estimate()
{
    const DayColumn waiting = waitingDays(m_input, m_data);
    if (variesOverRatedDays(m_data, waiting) && fit({m_treated, waiting})) {
        const Interval wait = intervalOf(waitingColumn);
        if (wait.low > 0 || wait.high < 0)
            m_guard.flags.append(GuardFlag::DifferentBefore);
        return true;
    }
    return fit({m_treated});
}

Verdict GuardMaker::verdict()
{
    const Interval &effect = *m_guard.effect;
    const bool better = effect.low > 0 && effect.estimate >= meaningful * m_point;
    const bool worse = effect.high < 0 && effect.estimate <= -meaningful * m_point;
    if (better || worse) {
        const double needed = (m_missingDays ? withFlag : withoutFlag) * m_point;
        if (m_guard.tippingPoint && *m_guard.tippingPoint <= needed) {
            m_guard.reason = GuardReason::MissingDays;
            return Verdict::Unknown;
        }
        return better ? Verdict::Helping : Verdict::Worse;
    }
    if (effect.low > -meaningful * m_point && effect.high < meaningful * m_point) {
        if (m_guard.missingDistantDays == 0)
            return Verdict::NotHelping;
        m_guard.reason = GuardReason::NoDistantDays;
        return Verdict::Unknown;
    }
    m_guard.reason = GuardReason::TooWide;
    const double half = (effect.high - effect.low) / 2 / (precise * m_point);
    const double wanted = std::ceil(m_guard.sessions * half * half);
    m_guard.furtherSessions = std::max(1, static_cast<int>(std::min(wanted, 1e6)) - m_guard.sessions);
    return Verdict::Unknown;
}

void GuardMaker::judge()
{
    m_guard.reason = GuardReason::None;
    if (m_input.scale.direction == Direction::Neutral)
        m_guard.reason = GuardReason::NeutralScale;
    else if (m_guard.flags.contains(GuardFlag::DifferentBefore))
        m_guard.reason = GuardReason::DifferentBefore;
    else
        m_guard.verdict = verdict();
}

} // namespace

Guard guard(const InsightsInput &input, const ModelData &data)
{
    return GuardMaker(input, data).make();
}

Guard guard(const InsightsInput &input)
{
    return guard(input, modelData(input));
}

QString verdictWords(const Guard &guard)
{
    if (guard.reason == GuardReason::NeutralScale)
        return QCoreApplication::translate("Insights", "No verdict");
    switch (guard.verdict) {
    case Verdict::Helping:
        return QCoreApplication::translate("Insights", "Probably helping");
    case Verdict::NotHelping:
        return QCoreApplication::translate("Insights", "Probably not helping");
    case Verdict::Worse:
        return QCoreApplication::translate("Insights", "Getting worse");
    case Verdict::Unknown:
        break;
    }
    return QCoreApplication::translate("Insights", "Can’t tell yet");
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Helping:
        return QStringLiteral("helping");
    case Verdict::NotHelping:
        return QStringLiteral("not-helping");
    case Verdict::Worse:
        return QStringLiteral("worse");
    case Verdict::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString guardFlagName(GuardFlag flag)
{
    switch (flag) {
    case GuardFlag::RatedLessAfterSessions:
        return QStringLiteral("rated-less-after-sessions");
    case GuardFlag::RatedLessAfterBadDays:
        return QStringLiteral("rated-less-after-bad-days");
    case GuardFlag::SameWeekday:
        return QStringLiteral("same-weekday");
    case GuardFlag::DifferentBefore:
        break;
    }
    return QStringLiteral("different-before");
}

QString guardReasonName(GuardReason why)
{
    switch (why) {
    case GuardReason::NeutralScale:
        return QStringLiteral("neutral-scale");
    case GuardReason::TooFew:
        return QStringLiteral("too-few");
    case GuardReason::NeverChanges:
        return QStringLiteral("never-changes");
    case GuardReason::NotSeparable:
        return QStringLiteral("not-separable");
    case GuardReason::DifferentBefore:
        return QStringLiteral("different-before");
    case GuardReason::MissingDays:
        return QStringLiteral("missing-days");
    case GuardReason::NoDistantDays:
        return QStringLiteral("no-distant-days");
    case GuardReason::TooWide:
        return QStringLiteral("too-wide");
    case GuardReason::None:
        break;
    }
    return {};
}

} // namespace stillpoint
