#include "ui/journal/sessionfacts.h"

#include "ui/journal/sessiondraft.h"
#include "ui/widgets/aftereffects.h"
#include "ui/widgets/bodyareas.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <QLocale>

#include <algorithm>

namespace stillpoint::ui {

namespace {

using Words = SessionFacts;

constexpr qsizetype mostNamed = 3; ///< places of the body that are named beside the map

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString reasonText(Reason reason)
{
    switch (reason) {
    case Reason::Planned:
        return Words::tr("planned");
    case Reason::Worse:
        return Words::tr("booked because worse");
    case Reason::FreeSlot:
        return Words::tr("free slot");
    case Reason::Unknown:
        break;
    }
    return {};
}

QString statusText(SessionStatus status)
{
    switch (status) {
    case SessionStatus::Planned:
        return Words::tr("planned, not done yet");
    case SessionStatus::Cancelled:
        return Words::tr("cancelled");
    case SessionStatus::Done:
        break;
    }
    return {};
}

QString pressureText(const Session &session)
{
    if (!session.pressure)
        return SessionTexts::pressureFeel(session.pressureFeel);
    return joined({Words::tr("%1 of 5").arg(*session.pressure), SessionTexts::pressureWord(*session.pressure),
                   SessionTexts::pressureFeel(session.pressureFeel)});
}

QStringList strongestFirst(const QMap<QString, int> &hurts)
{
    QStringList codes = hurts.keys();
    std::stable_sort(codes.begin(), codes.end(),
                     [&](const QString &a, const QString &b) { return hurts.value(a) > hurts.value(b); });
    return codes;
}

/// "right top of shoulder 3 of 3, right jaw 1 of 3"
QString hurtsText(const QMap<QString, int> &hurts)
{
    QStringList parts;
    for (const QString &code : strongestFirst(hurts))
        parts.append(Words::tr("%1 %2 of 3").arg(SessionTexts::areas({code})).arg(hurts.value(code)));
    return joined(parts);
}

/// Ratings of single regions: "right jaw: pain 6 before"
QString regionRatingsText(const Session &session, const Journal &journal)
{
    QStringList parts;
    for (const auto &[key, rating] : session.ratings) {
        if (key.region.isEmpty() || !rating.value)
            continue;
        const auto scale = journal.vocabulary().scale(key.scale, rating.scaleVersion);
        const QString name = scale ? scale->name.toLower() : key.scale;
        const QString words =
            key.phase == Phase::Before ? Words::tr("%1: %2 %3 before") : Words::tr("%1: %2 %3 after");
        parts.append(words.arg(SessionTexts::areas({key.region}), name, ratingText(*rating.value)));
    }
    parts.sort(Qt::CaseInsensitive);
    return joined(parts);
}

QString effectText(const QString &kind, const Effect &effect)
{
    QStringList parts{AfterEffects::name(kind)};
    if (effect.severity)
        parts.append(Words::tr("%1 of 10").arg(ratingText(*effect.severity)));
    if (effect.onset)
        parts.append(Words::tr("after %1 h").arg(numberText(effect.onset)));
    if (effect.hours)
        parts.append(Words::tr("for %1 h").arg(numberText(effect.hours)));
    return parts.join(QLatin1Char(' '));
}

QString effectsText(const QMap<QString, Effect> &effects)
{
    QStringList parts;
    for (auto effect = effects.cbegin(); effect != effects.cend(); ++effect)
        parts.append(effectText(effect.key(), *effect));
    return joined(parts);
}

QString outOfTen(std::optional<double> value)
{
    return value ? Words::tr("%1 of 10").arg(ratingText(*value)) : QString();
}

} // namespace

QList<SessionFacts::Fact> SessionFacts::of(const Session &session, const Journal &journal)
{
    QStringList tags(session.tags.cbegin(), session.tags.cend());
    tags.sort(Qt::CaseInsensitive);
    QList<Fact> facts{
        {tr("Status"), statusText(session.status)},
        {tr("Practitioner"), SessionTexts::practitioner(journal, session)},
        {tr("Place"), SessionTexts::setting(session.setting)},
        {tr("Pressure"), pressureText(session)},
        {tr("Context"), SessionTexts::circumstances(journal.vocabulary(), session.context)},
        {tr("Why"), reasonText(session.reason)},
        {tr("What for"), SessionTexts::aim(session.aim)},
        {tr("There"), regionRatingsText(session, journal)},
        {tr("After-effects"), effectsText(session.effects)},
        {tr("Expected"), outOfTen(session.expectation)},
        {tr("Satisfied"), outOfTen(session.satisfaction)},
        {tr("Cost"),
         session.cost ? joined({numberText(session.cost) + QLatin1Char(' ') + session.currency}) : QString()},
        {tr("Tags"), joined(tags)},
    };
    facts.removeIf([](const Fact &fact) { return fact.second.isEmpty(); });
    return facts;
}

SessionFacts::Areas SessionFacts::hurts(const Session &session)
{
    const QString full = hurtsText(session.hurts);
    const QString first = strongestFirst(session.hurts).value(0);
    return {tr("Hurts, %1").arg(QLocale().toString(session.hurts.size())),
            session.hurts.size() > mostNamed ? tr("most: %1").arg(SessionTexts::areas({first})) : full, full};
}

SessionFacts::Areas SessionFacts::workedOn(const Session &session)
{
    const QString full = SessionTexts::areas(session.worked);
    const QStringList places = full.split(QStringLiteral(", "));
    const qsizetype more = places.size() - mostNamed;
    return {tr("Worked on, %1").arg(QLocale().toString(session.worked.size())),
            more > 0 ? tr("%1 and %2 more")
                           .arg(places.mid(0, mostNamed).join(QStringLiteral(", ")), QLocale().toString(more))
                     : full,
            full};
}

} // namespace stillpoint::ui
