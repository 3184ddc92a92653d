#include "ui/journal/sessiondraft.h"

#include "app/base/clock.h"
#include "app/base/identifiers.h"
#include "app/journal/demojournal.h"
#include "app/journal/journal.h"
#include "app/journal/provenance.h"
#include "app/journal/recordcodec.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int usualMinutes = 60;
constexpr int roundMinutes = 5;

/// Those of the demo journal go with it, so only its own sessions name them.
std::optional<Practitioner> practitionerNamed(const Journal &journal, const QString &name, bool demo = false)
{
    for (const Practitioner &known : journal.all<Practitioner>()) {
        if (known.demo == demo && known.name.compare(name, Qt::CaseInsensitive) == 0)
            return known;
    }
    return std::nullopt;
}

/// The time that a rating before or after a session speaks of.
When timeOf(const Session &session, Phase phase)
{
    When about = session.start;
    if (about.moment && phase == Phase::After)
        about.moment->utcMs += session.minutes.value_or(0) * minuteMs;
    return about;
}

void applyRatings(const SessionDraft &draft, Session &session, const Journal &journal, const Moment &now)
{
    for (auto it = session.ratings.begin(); it != session.ratings.end();) {
        const bool taken = it->second.value && !draft.ratings.contains(it->first);
        it = taken ? session.ratings.erase(it) : std::next(it);
    }
    for (const auto &[key, value] : draft.ratings) {
        Rating &rating = session.ratings[key];
        if (rating.value == value)
            continue;
        const auto scale = journal.vocabulary().scale(key.scale);
        rating = {value, scale ? scale->version : 1, std::nullopt, now.utcMs,
                  provenanceOf(timeOf(session, key.phase), now, journal)};
    }
}

tl::unexpected<Error> notANumber(const QString &field, const QString &typed)
{
    return failure(ErrorCode::Invalid,
                   QCoreApplication::translate(
                       "SessionDraft", "“%1” is not a number from 0 up. Write it like %2, or leave it empty.")
                       .arg(typed.trimmed(), numberText(1.5)),
                   field);
}

/// Keeps the region that an effect has in the journal.
Result<void> applyEffects(const EffectDrafts &drafts, Session &session)
{
    QMap<QString, Effect> effects;
    for (auto draft = drafts.cbegin(); draft != drafts.cend(); ++draft) {
        Effect effect = session.effects.value(draft.key());
        effect.severity = draft->severity;
        for (const auto &[typed, number] :
             {std::pair(draft->onset, &effect.onset), std::pair(draft->hours, &effect.hours)}) {
            *number = numberFromText(typed);
            if (!*number && !typed.trimmed().isEmpty())
                return notANumber(QStringLiteral("effect.") + draft.key(), typed);
        }
        effects.insert(draft.key(), effect);
    }
    session.effects = effects;
    return {};
}

MoreDraft moreOf(const Session &session)
{
    MoreDraft more;
    more.setting = session.setting;
    more.pressureFeel = session.pressureFeel;
    more.aim = session.aim;
    more.status = session.status;
    more.expectation = session.expectation;
    more.satisfaction = session.satisfaction;
    more.cost = numberText(session.cost);
    more.currency = session.currency;
    QStringList tags(session.tags.cbegin(), session.tags.cend());
    tags.sort(Qt::CaseInsensitive);
    more.tags = tags.join(QStringLiteral(", "));
    return more;
}

Result<void> applyMore(const MoreDraft &more, Session &session)
{
    session.setting = more.setting;
    session.pressureFeel = more.pressureFeel;
    session.aim = more.aim;
    session.status = more.status;
    session.expectation = more.expectation;
    session.satisfaction = more.satisfaction;
    const bool hadCost = session.cost.has_value();
    session.cost = numberFromText(more.cost);
    if (!session.cost && !more.cost.trimmed().isEmpty())
        return notANumber(QStringLiteral("cost"), more.cost);
    if (session.cost)
        session.currency = more.currency.trimmed().toUpper();
    else if (hadCost)
        session.currency.clear();
    session.tags.clear();
    for (const QString &tag : more.tags.split(QLatin1Char(','))) {
        if (const QString name = tag.simplified(); !name.isEmpty())
            session.tags.insert(name);
    }
    return {};
}

} // namespace

std::optional<double> numberFromText(const QString &text)
{
    const QString typed = text.trimmed();
    bool isNumber = false;
    double number = QLocale().toDouble(typed, &isNumber);
    if (!isNumber)
        number = QString(typed).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    return isNumber && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

QString numberText(std::optional<double> number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return number ? locale.toString(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

SessionDraft newDraft(const Journal &journal, const Clock &clock, bool everything)
{
    SessionDraft draft;
    draft.minutes = usualMinutes;
    if (const auto last = lastSession(journal)) {
        draft.minutes.reset();
        fillFrom(draft, *last, journal);
        if (everything) {
            draft.areas.worked = last->worked;
            draft.more.aim = last->aim;
        }
    }
    const Moment now = clock.now();
    const qint64 length = draft.minutes.value_or(usualMinutes) * minuteMs;
    const QDateTime began = momentAt(now.utcMs - length, now.zone).local();
    const int minute = began.time().minute() / roundMinutes * roundMinutes;
    draft.day = began.date();
    draft.began = timeText(QTime(began.time().hour(), minute));
    return draft;
}

std::optional<Session> baseOf(const SessionDraft &draft)
{
    if (draft.session.isNull() || draft.base.isEmpty())
        return std::nullopt;
    Session session;
    session.id = draft.session;
    applyFields(session, draft.base);
    return session;
}

SessionDraft draftOf(const Session &session, const Journal &journal)
{
    SessionDraft draft;
    draft.session = session.id;
    draft.base = fieldsOf(session);
    if (session.start.moment) {
        draft.day = session.start.moment->local().date();
        draft.began = timeText(*session.start.moment);
    } else {
        draft.day = session.start.day;
    }
    draft.minutes = session.minutes;
    draft.modalities = session.modalities;
    draft.practitioner = SessionTexts::practitioner(journal, session);
    draft.practitionerId = session.practitioner;
    draft.pressure = session.pressure;
    draft.reason = session.reason;
    for (const auto &[key, rating] : session.ratings) {
        if (rating.value)
            draft.ratings[key] = *rating.value;
    }
    draft.context = session.context;
    draft.areas = {session.hurts, session.worked};
    for (auto effect = session.effects.cbegin(); effect != session.effects.cend(); ++effect)
        draft.effects.insert(effect.key(),
                             {effect->severity, numberText(effect->onset), numberText(effect->hours)});
    draft.more = moreOf(session);
    draft.notes = session.notes;
    return draft;
}

void fillFrom(SessionDraft &draft, const Session &session, const Journal &journal)
{
    const auto isFree = [&draft](const char *field) { return !draft.touched.contains(QLatin1String(field)); };
    if (isFree("modalities"))
        draft.modalities = session.modalities;
    if (isFree("minutes"))
        draft.minutes = session.minutes;
    if (isFree("practitioner")) {
        draft.practitioner = SessionTexts::practitioner(journal, session);
        draft.practitionerId = session.practitioner;
    }
    if (isFree("pressure"))
        draft.pressure = session.pressure;
    if (isFree("setting"))
        draft.more.setting = session.setting;
    if (isFree("cost")) {
        draft.more.cost = numberText(session.cost);
        draft.more.currency = session.currency;
    }
    draft.filledFrom = journal.dayOf(session.start);
}

std::optional<Session> lastOfModality(const Journal &journal, const QString &modality)
{
    return lastSession(journal, [&](const Session &s) { return s.modalities.value(0) == modality; });
}

std::optional<Session> lastWith(const Journal &journal, const QString &practitioner)
{
    const auto known = practitionerNamed(journal, practitioner.trimmed());
    if (!known)
        return std::nullopt;
    return lastSession(journal, [&](const Session &s) { return s.practitioner == known->id; });
}

std::optional<QTime> timeFromText(const QString &text)
{
    const QString typed = text.simplified();
    const QLocale locale;
    QTime time = locale.toTime(typed, QLocale::ShortFormat);
    for (const char *format : {"H:mm", "H.mm", "h:mm ap", "h:mmap", "Hmm", "HHmm", "H"}) {
        if (!time.isValid())
            time = QTime::fromString(typed, QLatin1String(format));
    }
    return time.isValid() ? std::optional(time) : std::nullopt;
}

Result<When> whenFrom(const QDate &day, const QString &typed, const When &before, const QByteArray &zone,
                      const QString &field)
{
    if (typed.trimmed().isEmpty())
        return When::on(day);
    const auto time = timeFromText(typed);
    if (!time) {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate("SessionDraft",
                                                   "“%1” is not a time of day. Write it like 17:30, or "
                                                   "leave it empty if you only know the day.")
                           .arg(typed.trimmed()),
                       field);
    }
    const auto &moment = before.moment;
    if (moment && moment->local().date() == day && timeText(*moment) == timeText(*time))
        return before;
    return When::at(momentFromLocal(day, *time, moment ? moment->zone : zone));
}

bool isToCome(const When &time, const Moment &now, const Journal &journal)
{
    return time.moment ? time.moment->utcMs > now.utcMs : time.day > journal.today();
}

QList<Record> newContexts(const QSet<QString> &chosen, const QMap<QString, QString> &named,
                          const Journal &journal, const Moment &now)
{
    QList<Record> records;
    const QList<Context> &known = journal.vocabulary().contexts();
    for (auto own = named.cbegin(); own != named.cend(); ++own) {
        const bool isKnown = std::any_of(known.begin(), known.end(),
                                         [&](const Context &one) { return one.code == own.key(); });
        if (isKnown || !chosen.contains(own.key()))
            continue;
        ContextRecord added;
        added.id = newId(now.utcMs);
        added.code = own.key();
        added.name = own.value();
        records.append(added);
    }
    return records;
}

Result<QList<Record>> recordsOf(const SessionDraft &draft, const Journal &journal, const Clock &clock,
                                const std::optional<Session> &base)
{
    const Moment now = clock.now();
    const auto held = journal.find<Session>(draft.session);
    Session session = base ? *base : held.value_or(Session{});
    session.demo = held && held->demo;
    if (session.id.isNull())
        session.id = draft.session.isNull() ? newId(now.utcMs) : draft.session;
    const auto start = whenFrom(draft.day, draft.began, session.start, now.zone, QStringLiteral("start"));
    if (!start)
        return tl::unexpected<Error>(start.error());
    session.start = *start;
    session.minutes = draft.minutes;
    session.modalities = draft.modalities;
    session.pressure = draft.pressure;
    session.reason = draft.reason;
    session.context = draft.context;
    session.hurts = draft.areas.hurts;
    session.worked = draft.areas.worked;
    session.notes = draft.notes;
    applyRatings(draft, session, journal, now);
    for (const auto &applied : {applyEffects(draft.effects, session), applyMore(draft.more, session)}) {
        if (!applied)
            return tl::unexpected<Error>(applied.error());
    }
    const bool isSaidAnew = !base || base->start != session.start || base->status != session.status;
    if (isSaidAnew && session.status == SessionStatus::Done && isToCome(session.start, now, journal)) {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate("SessionDraft",
                                                   "This time is still to come. Change it, or say under "
                                                   "More that the session is planned."),
                       QStringLiteral("start"));
    }

    QList<Record> records = newContexts(draft.context, draft.ownContexts, journal, now);
    const QString name = draft.practitioner.simplified();
    session.practitioner = QUuid();
    const bool isFilledIn = !draft.touched.contains(QStringLiteral("practitioner"));
    const auto filledIn = journal.find<Practitioner>(draft.practitionerId);
    if (isFilledIn && filledIn && filledIn->demo == session.demo) {
        session.practitioner = filledIn->id;
    } else if (const auto known = practitionerNamed(journal, name, session.demo)) {
        session.practitioner = known->id;
    } else if (!name.isEmpty()) {
        Practitioner added;
        added.id = newId(now.utcMs);
        added.name = name;
        session.practitioner = added.id;
        records.append(added);
    }
    return checkGoesWithDemo(session, records).map([&] { return records << session; });
}

} // namespace stillpoint::ui
