#include "ui/journal/sessiondraft.h"

#include "app/base/clock.h"
#include "app/base/identifiers.h"
#include "app/journal/journal.h"
#include "app/journal/scales.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/texts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cstdlib>

namespace stillpoint::ui {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 liveMs = 60 * minuteMs;
constexpr int usualMinutes = 60;
constexpr int roundMinutes = 5;

std::optional<Session> lastMatching(const Journal &journal,
                                    const std::function<bool(const Session &)> &matches)
{
    for (const Entry &entry : journal.entries({{}, {}, RecordKind::Session})) {
        const auto session = journal.find<Session>(entry.id);
        if (session && session->status == SessionStatus::Done && matches(*session))
            return session;
    }
    return std::nullopt;
}

std::optional<Practitioner> practitionerNamed(const Journal &journal, const QString &name)
{
    for (const Practitioner &known : journal.all<Practitioner>()) {
        if (known.name.compare(name, Qt::CaseInsensitive) == 0)
            return known;
    }
    return std::nullopt;
}

Provenance provenanceOf(const Session &session, Phase phase, const Journal &journal, const Moment &now)
{
    if (session.start.moment) {
        const qint64 length = phase == Phase::After ? session.minutes.value_or(0) * minuteMs : 0;
        if (std::abs(now.utcMs - session.start.moment->utcMs - length) <= liveMs)
            return Provenance::Live;
    }
    return journal.dayOf(session.start) == journal.today() ? Provenance::SameDay : Provenance::Remembered;
}

void applyRatings(const SessionDraft &draft, Session &session, const Journal &journal, const Moment &now)
{
    for (auto it = session.ratings.begin(); it != session.ratings.end();) {
        const bool taken =
            it->second.value && it->first.region.isEmpty() && !draft.ratings.contains(it->first);
        it = taken ? session.ratings.erase(it) : std::next(it);
    }
    for (const auto &[key, value] : draft.ratings) {
        Rating &rating = session.ratings[key];
        if (rating.value == value)
            continue;
        const auto scale = scaleByCode(key.scale);
        rating = {value, scale ? scale->version : 1, std::nullopt, now.utcMs,
                  provenanceOf(session, key.phase, journal, now)};
    }
}

Result<void> applyTime(const SessionDraft &draft, Session &session, const Moment &now)
{
    if (draft.began.trimmed().isEmpty()) {
        session.start = When::on(draft.day);
        return {};
    }
    const auto time = timeFromText(draft.began);
    if (!time) {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate("SessionDraft",
                                                   "“%1” is not a time of day. Write it like 17:30, or "
                                                   "leave it empty if you only know the day.")
                           .arg(draft.began.trimmed()),
                       QStringLiteral("start"));
    }
    const auto &before = session.start.moment;
    if (before && before->local().date() == draft.day && timeText(*before) == timeText(*time))
        return {};
    session.start = When::at(momentFromLocal(draft.day, *time, before ? before->zone : now.zone));
    return {};
}

} // namespace

QString draftSlot(const QUuid &session)
{
    const QString key = QStringLiteral("draft.session");
    return session.isNull() ? key : key + QLatin1Char('.') + idText(session);
}

SessionDraft newDraft(const Journal &journal, const Clock &clock, bool everything)
{
    SessionDraft draft;
    draft.minutes = usualMinutes;
    if (const auto last = lastSession(journal)) {
        draft.minutes.reset();
        fillFrom(draft, *last, journal);
        if (everything) {
            draft.context = last->context;
            draft.worked = last->worked;
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

SessionDraft draftOf(const Session &session, const Journal &journal)
{
    SessionDraft draft;
    draft.session = session.id;
    if (session.start.moment) {
        draft.day = session.start.moment->local().date();
        draft.began = timeText(*session.start.moment);
    } else {
        draft.day = session.start.day;
    }
    draft.minutes = session.minutes;
    draft.modalities = session.modalities;
    draft.practitioner = SessionTexts::practitioner(journal, session);
    draft.pressure = session.pressure;
    draft.reason = session.reason;
    for (const auto &[key, rating] : session.ratings) {
        if (rating.value && key.region.isEmpty())
            draft.ratings[key] = *rating.value;
    }
    draft.context = session.context;
    draft.worked = session.worked;
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
    if (isFree("practitioner"))
        draft.practitioner = SessionTexts::practitioner(journal, session);
    if (isFree("pressure"))
        draft.pressure = session.pressure;
    draft.filledFrom = journal.dayOf(session.start);
}

std::optional<Session> lastOfModality(const Journal &journal, const QString &modality)
{
    return lastMatching(journal, [&](const Session &s) { return s.modalities.value(0) == modality; });
}

std::optional<Session> lastWith(const Journal &journal, const QString &practitioner)
{
    const auto known = practitionerNamed(journal, practitioner.trimmed());
    if (!known)
        return std::nullopt;
    return lastMatching(journal, [&](const Session &s) { return s.practitioner == known->id; });
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

Result<QList<Record>> recordsOf(const SessionDraft &draft, const Journal &journal, const Clock &clock)
{
    const Moment now = clock.now();
    Session session = journal.find<Session>(draft.session).value_or(Session{});
    if (session.id.isNull())
        session.id = draft.session.isNull() ? newId(now.utcMs) : draft.session;
    if (const auto timed = applyTime(draft, session, now); !timed)
        return tl::unexpected<Error>(timed.error());
    session.minutes = draft.minutes;
    session.modalities = draft.modalities;
    session.pressure = draft.pressure;
    session.reason = draft.reason;
    session.context = draft.context;
    session.worked = draft.worked;
    session.notes = draft.notes;
    applyRatings(draft, session, journal, now);

    QList<Record> records;
    const QString name = draft.practitioner.simplified();
    session.practitioner = QUuid();
    if (const auto known = practitionerNamed(journal, name)) {
        session.practitioner = known->id;
    } else if (!name.isEmpty()) {
        Practitioner added;
        added.id = newId(now.utcMs);
        added.name = name;
        session.practitioner = added.id;
        records.append(added);
    }
    records.append(session);
    return records;
}

} // namespace stillpoint::ui
