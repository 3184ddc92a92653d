#include "ui/charts/guardtexts.h"

#include "ui/charts/charttexts.h"

#include <QLocale>

namespace stillpoint::ui {

GuardTexts::GuardTexts(const ChartScope &scope, const Guard &guard)
    : m_scope(scope)
    , m_guard(guard)
{
}

QStringList GuardTexts::reasons() const
{
    QStringList sentences;
    if (m_guard.effect)
        sentences.append(found());
    if (const QString change = wouldChange(); !change.isEmpty())
        sentences.append(change);
    return sentences;
}

QString GuardTexts::found() const
{
    const Interval on = m_scope.onAxis(*m_guard.effect);
    const QString days = m_guard.followUpDays == 1
                             ? tr("On the day after a session")
                             : tr("In the %1 days after a session").arg(m_guard.followUpDays);
    return tr("%1 %2 is %3 compared with what was expected anyway (%4 interval %5).")
        .arg(days, m_scope.scale.name.toLower(), ChartTexts::points(on.estimate), m_scope.percent(),
             ChartTexts::pointRange(on.low, on.high));
}

QString GuardTexts::missing() const
{
    QStringList parts;
    if (m_guard.missingSessions == 1)
        parts.append(tr("1 more session with a rating in the %1 after it")
                         .arg(ChartTexts::days(m_guard.followUpDays)));
    else if (m_guard.missingSessions > 1)
        parts.append(
            tr("%Ln more sessions with a rating in the %1 after them", nullptr, m_guard.missingSessions)
                .arg(ChartTexts::days(m_guard.followUpDays)));
    if (m_guard.missingUntreatedDays == 1)
        parts.append(tr("1 more rated day at another time"));
    else if (m_guard.missingUntreatedDays > 1)
        parts.append(tr("%Ln more rated days at other times", nullptr, m_guard.missingUntreatedDays));
    return tr("Missing: %1.").arg(parts.join(tr(" and ")));
}

QString GuardTexts::wouldChange() const
{
    switch (m_guard.reason) {
    case GuardReason::NeutralScale:
        return tr("Neither end of “%1” is better, so its course and its changes are shown, and no verdict.")
            .arg(m_scope.scale.name);
    case GuardReason::TooFew:
        return missing();
    case GuardReason::NeverChanges:
        return tr("Your ratings never change, so there is nothing to compare.");
    case GuardReason::NotSeparable:
        return tr("In these days sessions can’t be told apart from weekends or from the course of time. "
                  "Sessions at other times would change that.");
    case GuardReason::DifferentBefore:
        return tr("The days before your sessions already differed, so it may be those days and not the "
                  "sessions.");
    case GuardReason::MissingDays:
        return tr("Too many days after sessions are unrated: rating them would settle it.");
    case GuardReason::NoDistantDays:
        return m_guard.missingDistantDays == 1
                   ? tr("An effect of more than a week could hide: 1 more rated day is needed that lies more "
                        "than 7 days after a session.")
                   : tr("An effect of more than a week could hide: %Ln more rated days are needed that lie "
                        "more than 7 days after a session.",
                        nullptr, m_guard.missingDistantDays);
    case GuardReason::TooWide:
        if (!m_guard.furtherSessions)
            return tr("The interval is too wide to say more.");
        return *m_guard.furtherSessions == 1
                   ? tr("About 1 more session would narrow it enough.")
                   : tr("About %Ln more sessions would narrow it enough.", nullptr, *m_guard.furtherSessions);
    case GuardReason::None:
        break;
    }
    if (m_guard.verdict == Verdict::NotHelping)
        return tr("An effect smaller than %1 either way can’t be ruled out.").arg(points(meaningful));
    return tippingPoint();
}

QString GuardTexts::points(double fraction) const
{
    const double amount = fraction * (m_scope.scale.maximum - m_scope.scale.minimum) / 10;
    return tr("%1 points").arg(ChartTexts::tenths(amount));
}

QString GuardTexts::tippingPoint() const
{
    const bool either = m_guard.verdict == Verdict::Helping || m_guard.verdict == Verdict::Worse ||
                        m_guard.reason == GuardReason::MissingDays;
    if (!m_guard.tippingPoint || !m_guard.effect || !either)
        return {};
    const QString sentence =
        m_guard.effect->estimate < 0
            ? tr("This would change if the unrated days after sessions were %1 points better.")
            : tr("This would change if the unrated days after sessions were %1 points worse.");
    return sentence.arg(ChartTexts::tenths(std::abs(*m_guard.tippingPoint)));
}

QString GuardTexts::flag(GuardFlag flag) const
{
    switch (flag) {
    case GuardFlag::RatedLessAfterSessions:
        return tr("The days after sessions are rated clearly less often than other days.");
    case GuardFlag::RatedLessAfterBadDays:
        return tr("After bad days you rate less often than after good ones.");
    case GuardFlag::SameWeekday:
        return tr("Your sessions are nearly always on the same weekday (%1); the two can’t be told apart.")
            .arg(QLocale().standaloneDayName(m_guard.weekday));
    case GuardFlag::DifferentBefore:
        break;
    }
    return tr("The days between booking and session already differed.");
}

QStringList GuardTexts::flags() const
{
    QStringList sentences;
    for (const GuardFlag each : m_guard.flags)
        sentences.append(flag(each));
    return sentences;
}

} // namespace stillpoint::ui
