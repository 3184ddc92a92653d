#include "app/cli/insightsoutput.h"

#include <QCoreApplication>

#include <cmath>

/// A summary in words. Every number has its n; a change says whether it is better or worse, never a bare
/// sign.
namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString dayText(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

/// "1.2 points better"; on a neutral scale "1.2 points higher".
class ChangeWords
{
public:
    explicit ChangeWords(Direction direction)
        : m_neutral(direction == Direction::Neutral)
    {
    }
    QString operator()(double improvement) const
    {
        if (std::abs(improvement) < 0.05)
            return tr("no change");
        const QString up = m_neutral ? tr("%1 points higher") : tr("%1 points better");
        const QString down = m_neutral ? tr("%1 points lower") : tr("%1 points worse");
        return (improvement > 0 ? up : down).arg(number(std::abs(improvement)));
    }
    QString operator()(const Interval &interval) const
    {
        return tr("%1 (from %2 to %3)")
            .arg((*this)(interval.estimate), (*this)(interval.low), (*this)(interval.high));
    }

private:
    bool m_neutral;
};

QString directionText(const Scale &scale)
{
    const QString range = tr("%1 to %2").arg(QString::number(scale.minimum), QString::number(scale.maximum));
    switch (scale.direction) {
    case Direction::HigherWorse:
        return tr("%1, higher is worse").arg(range);
    case Direction::HigherBetter:
        return tr("%1, higher is better").arg(range);
    case Direction::Neutral:
        break;
    }
    return tr("%1, neither end is better").arg(range);
}

QStringList overviewLines(const InsightsSummary &summary)
{
    const QString name = tr("%1 (%2)").arg(summary.scale.name, directionText(summary.scale));
    if (!summary.from.isValid())
        return {name, tr("Nothing is rated yet in these days.")};
    return {tr("%1, %2 to %3").arg(name, dayText(summary.from), dayText(summary.to)),
            tr("Rated days: %1 of %2 (%3%). Ratings: %4. Sessions: %5.")
                .arg(summary.daysRated)
                .arg(summary.daysInRange)
                .arg(std::lround(100 * summary.coverage.value_or(0)))
                .arg(summary.ratings)
                .arg(summary.series.sessions.size())};
}

QString trendLine(const InsightsSummary &summary)
{
    if (summary.trend.isEmpty())
        return tr("Trend: needs 5 rated days within 21.");
    const TrendPoint &first = summary.trend.first().first();
    const TrendPoint &last = summary.trend.last().last();
    return tr("Trend (median of 21 days): %1 around %2, %3 around %4.")
        .arg(number(first.median), dayText(first.day), number(last.median), dayText(last.day));
}

QString pairedLine(const InsightsSummary &summary, const ChangeWords &words)
{
    const PairedChange &paired = summary.paired;
    const auto pairs = paired.dots.size();
    if (!paired.mean)
        return tr("Right after a session: rated before and after in %1 sessions; a mean needs %2.")
            .arg(pairs)
            .arg(pairsForMean);
    return tr("Right after a session: %1; %2 of %3 sessions ended better, %4 unchanged, %5 worse. This "
              "cannot "
              "show why.")
        .arg(words(*paired.mean))
        .arg(paired.better)
        .arg(pairs)
        .arg(paired.same)
        .arg(paired.worse);
}

/// The one thing that would change the verdict.
QString reasonText(const Guard &guard)
{
    switch (guard.reason) {
    case GuardReason::NeutralScale:
        return tr("this scale has no better and worse.");
    case GuardReason::TooFew:
        return tr("%1 more sessions with a rating in the days after, and %2 more rated days apart from them, "
                  "are needed.")
            .arg(guard.missingSessions)
            .arg(guard.missingUntreatedDays);
    case GuardReason::NeverChanges:
        return tr("your ratings never change.");
    case GuardReason::NotSeparable:
        return tr("the days after sessions can't be told apart from the others.");
    case GuardReason::DifferentBefore:
        return tr("the days before your sessions already differed.");
    case GuardReason::MissingDays:
        return tr("the unrated days after sessions could turn it; rate more of them.");
    case GuardReason::NoDistantDays:
        return tr("%1 more rated days that lie more than a week after a session are needed.")
            .arg(guard.missingDistantDays);
    case GuardReason::TooWide:
        return tr("about %1 more sessions would do.").arg(guard.furtherSessions.value_or(1));
    case GuardReason::None:
        break;
    }
    return {};
}

QString flagText(GuardFlag flag)
{
    switch (flag) {
    case GuardFlag::RatedLessAfterSessions:
        return tr("Note: days after sessions are rated less often than other days.");
    case GuardFlag::RatedLessAfterBadDays:
        return tr("Note: days after bad days are rated less often than days after good ones.");
    case GuardFlag::SameWeekday:
        return tr("Note: your sessions are nearly always on the same weekday; that can't be told apart.");
    case GuardFlag::DifferentBefore:
        break;
    }
    return tr("Note: the days between booking and session already differed.");
}

QStringList guardLines(const InsightsSummary &summary, const ChangeWords &words)
{
    const Guard &guard = summary.guard;
    const QString reason = reasonText(guard);
    QStringList lines{reason.isEmpty() ? tr("%1.").arg(verdictWords(guard))
                                       : tr("%1: %2").arg(verdictWords(guard), reason)};
    if (guard.effect) {
        lines.append(
            tr("Beyond what would have happened anyway, days 1 to %1 after a session: %2. Sessions: %3, "
               "rated days: %4 after them, %5 others.")
                .arg(guard.followUpDays)
                .arg(words(*guard.effect))
                .arg(guard.sessions)
                .arg(guard.treatedDays)
                .arg(guard.untreatedDays));
        if (guard.naive)
            lines.append(
                tr("Compared only with how you felt before each session: %1, of which this would have "
                   "happened anyway: %2.")
                    .arg(words(*guard.naive), words(guard.anyway.value_or(0))));
        lines.append(tr("This assumes that you booked because of how you felt, not of what was coming."));
    }
    if (guard.tippingPoint && guard.verdict != Verdict::Unknown)
        lines.append(tr("It would change if the unrated days after sessions were %1 points %2.")
                         .arg(number(*guard.tippingPoint),
                              guard.verdict == Verdict::Worse ? tr("better") : tr("worse")));
    for (const GuardFlag flag : guard.flags)
        lines.append(flagText(flag));
    return lines;
}

QStringList groupLines(const GroupComparison &comparison, const QString &title, const ChangeWords &words,
                       const GroupNames &names)
{
    QStringList lines;
    for (const GroupResult &group : comparison.groups) {
        const QString effect = group.pooled     ? words(*group.pooled)
                               : group.tooFew() ? tr("too few")
                                                : tr("no estimate yet");
        lines.append(tr("  %1: %2; sessions: %3")
                         .arg(names(comparison.kind, group.code), effect, QString::number(group.n)));
    }
    if (lines.isEmpty())
        return {};
    lines.prepend(title);
    for (const GroupClaim &claim : comparison.claims) {
        lines.append(tr("  %1 does more than %2: %3")
                         .arg(names(comparison.kind, claim.better), names(comparison.kind, claim.worse),
                              words(claim.difference)));
    }
    if (comparison.comparisons > 0 && comparison.claims.isEmpty())
        lines.append(tr("  No clear difference yet."));
    return lines;
}

QString noiseLine(const NoiseFloor &noise)
{
    if (!noise.sem)
        return tr("Usual wobble: pairs of ratings within 3 hours: %1; %2 more are needed.")
            .arg(noise.pairs)
            .arg(noise.missingPairs);
    return tr("Usual wobble: a change counts when it is larger than %1 points (one rating is off by %2, from "
              "%3 "
              "to %4; pairs: %5).")
        .arg(number(*noise.wobble), number(noise.sem->estimate), number(noise.sem->low),
             number(noise.sem->high))
        .arg(noise.pairs);
}

} // namespace

QStringList linesFor(const InsightsSummary &summary, const InsightsSettings &settings,
                     const GroupNames &names)
{
    const ChangeWords words(summary.scale.direction);
    QStringList lines = overviewLines(summary);
    if (!summary.from.isValid())
        return lines;
    lines += guardLines(summary, words);
    lines.append(trendLine(summary));
    lines.append(pairedLine(summary, words));
    lines += groupLines(summary.modalities, tr("By kind of bodywork:"), words, names);
    lines += groupLines(summary.practitioners, tr("By practitioner:"), words, names);
    lines += groupLines(summary.pressures, tr("By pressure:"), words, names);
    lines.append(noiseLine(summary.noise));
    const int comparisons =
        comparisonsShown(summary.guard, {summary.modalities, summary.practitioners, summary.pressures});
    lines.append(
        tr("Ranges in brackets are %1% intervals. Comparisons: %2; false alarms to expect without any "
           "difference: about %3.")
            .arg(std::lround(100 * settings.confidence))
            .arg(comparisons)
            .arg(number(expectedFalseAlarms(comparisons))));
    return lines;
}

} // namespace stillpoint
