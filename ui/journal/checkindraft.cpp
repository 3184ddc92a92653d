#include "ui/journal/checkindraft.h"

#include "app/base/clock.h"
#include "app/base/identifiers.h"
#include "app/journal/demojournal.h"
#include "app/journal/journal.h"
#include "app/journal/provenance.h"
#include "app/journal/recordcodec.h"
#include "ui/journal/sessiondraft.h"
#include "ui/widgets/texts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace stillpoint::ui {

namespace {

CheckIn checkInFrom(const QUuid &id, const QJsonObject &fields)
{
    CheckIn checkIn;
    checkIn.id = id;
    applyFields(checkIn, fields);
    return checkIn;
}

CheckIn baseOf(const CheckInDraft &draft)
{
    return checkInFrom(draft.checkIn.id, draft.base);
}

const Rating *ratingIn(const CheckIn &checkIn, const RatingKey &key)
{
    const auto found = checkIn.ratings.find(key);
    return found == checkIn.ratings.end() ? nullptr : &found->second;
}

RatingKey keyOf(const CheckInDraft &draft, const QString &scale)
{
    return {phaseOf(draft), scale, {}};
}

/// What the ratings say of how they came to be, now that the check-in's time is known.
void settleRatings(CheckIn &checkIn, const CheckIn &base, const Moment &now, const Journal &journal)
{
    for (auto &[key, rating] : checkIn.ratings) {
        const Rating *old = ratingIn(base, key);
        const bool isKept = old && *old == rating;
        if ((isKept && checkIn.time == base.time) || rating.provenance == Provenance::Imported ||
            rating.aboutMs || !rating.givenMs)
            continue;
        rating.provenance = provenanceOf(checkIn.time, momentAt(*rating.givenMs, now.zone), journal);
    }
}

} // namespace

QByteArray toJson(const CheckInDraft &draft)
{
    QJsonObject own;
    for (auto context = draft.ownContexts.cbegin(); context != draft.ownContexts.cend(); ++context)
        own[context.key()] = context.value();
    const QJsonObject object{{QStringLiteral("checkIn"), idText(draft.checkIn.id)},
                             {QStringLiteral("fields"), fieldsOf(draft.checkIn)},
                             {QStringLiteral("day"), draft.day.toString(Qt::ISODate)},
                             {QStringLiteral("time"), draft.time},
                             {QStringLiteral("ownContexts"), own},
                             {QStringLiteral("base"), draft.base},
                             {QStringLiteral("kept"), static_cast<double>(draft.keptMs)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CheckInDraft> checkInDraftFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto value = [&object](const char *key) { return object.value(QLatin1String(key)); };
    CheckInDraft draft;
    draft.checkIn = checkInFrom(idFromText(value("checkIn").toString()), value("fields").toObject());
    draft.day = QDate::fromString(value("day").toString(), Qt::ISODate);
    draft.time = value("time").toString();
    const QJsonObject own = value("ownContexts").toObject();
    for (auto context = own.begin(); context != own.end(); ++context)
        draft.ownContexts.insert(context.key(), context.value().toString());
    draft.base = value("base").toObject();
    draft.keptMs = static_cast<qint64>(value("kept").toDouble());
    return draft.day.isValid() ? std::optional(draft) : std::nullopt;
}

CheckInDraft newCheckInDraft(const Journal &journal)
{
    CheckInDraft draft;
    draft.day = journal.today();
    return draft;
}

CheckInDraft draftOf(const CheckIn &checkIn)
{
    CheckInDraft draft;
    draft.checkIn = checkIn;
    draft.base = fieldsOf(checkIn);
    const auto &moment = checkIn.time.moment;
    draft.day = moment ? moment->local().date() : checkIn.time.day;
    draft.time = moment ? timeText(*moment) : QString();
    return draft;
}

bool isEmpty(const CheckInDraft &draft)
{
    const CheckIn &checkIn = draft.checkIn;
    if (checkIn.id.isNull())
        return checkIn.ratings.empty() && checkIn.context.isEmpty() && checkIn.note.trimmed().isEmpty();
    const CheckInDraft stored = draftOf(baseOf(draft));
    return draft.day == stored.day && draft.time == stored.time && fieldsOf(checkIn) == draft.base;
}

Phase phaseOf(const CheckInDraft &draft)
{
    for (const auto &[key, rating] : baseOf(draft).ratings) {
        if (key.region.isEmpty())
            return key.phase;
    }
    return Phase::AdHoc;
}

QList<Scale> scalesFor(const CheckInDraft &draft, const QStringList &shown, const Vocabulary &words)
{
    const Phase phase = phaseOf(draft);
    QStringList codes = shown;
    for (const auto &[key, rating] : draft.checkIn.ratings) {
        if (key.phase == phase && key.region.isEmpty() && !codes.contains(key.scale))
            codes.append(key.scale);
    }
    QList<Scale> scales;
    for (const QString &code : std::as_const(codes)) {
        const Rating *rating = ratingIn(draft.checkIn, {phase, code, {}});
        if (const auto scale = rating ? words.scale(code, rating->scaleVersion) : words.scale(code))
            scales.append(*scale);
    }
    return scales;
}

std::optional<double> valueIn(const CheckInDraft &draft, const QString &scale)
{
    const Rating *rating = ratingIn(draft.checkIn, keyOf(draft, scale));
    return rating ? rating->value : std::nullopt;
}

void rate(CheckInDraft &draft, const Scale &scale, std::optional<double> value, const Moment &now)
{
    const RatingKey key = keyOf(draft, scale.code);
    const CheckIn base = baseOf(draft);
    const Rating *stored = ratingIn(base, key);
    if (stored && stored->value == value)
        draft.checkIn.ratings[key] = *stored;
    else if (value)
        draft.checkIn.ratings[key] = {value, scale.version, std::nullopt, now.utcMs, Provenance::Live};
    else
        draft.checkIn.ratings.erase(key);
}

Result<CheckInRecords> recordsOf(const CheckInDraft &draft, const Journal &journal, const Clock &clock)
{
    const Moment now = clock.now();
    const CheckIn base = baseOf(draft);
    const auto time = whenFrom(draft.day, draft.time, base.time, now.zone, QStringLiteral("time"));
    if (!time)
        return tl::unexpected<Error>(time.error());
    if (*time != base.time && isToCome(*time, now, journal)) {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate("CheckInDraft",
                                                   "This time is still to come. A check-in says how "
                                                   "you were; choose a day and a time that have "
                                                   "passed."),
                       QStringLiteral("time"));
    }
    CheckIn checkIn = draft.checkIn;
    const auto held = journal.find<CheckIn>(checkIn.id);
    checkIn.demo = held && held->demo;
    checkIn.time = *time;
    if (checkIn.id.isNull())
        checkIn.id = newId(now.utcMs);
    settleRatings(checkIn, base, now, journal);
    QList<Record> records = newContexts(checkIn.context, draft.ownContexts, journal, now);
    if (const auto allowed = checkGoesWithDemo(checkIn, records); !allowed)
        return tl::unexpected<Error>(allowed.error());
    records.append(checkIn);
    return CheckInRecords{records, draft.base.isEmpty() ? QList<Record>() : QList<Record>{base}, *time};
}

} // namespace stillpoint::ui
