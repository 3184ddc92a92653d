#include "app/journal/recordcodec.h"

#include "app/journal/fieldvalues.h"

#include <QJsonArray>

namespace stillpoint {

namespace {

constexpr Word<RecordKind> kinds[]{
    {RecordKind::Session, QLatin1String("session")},
    {RecordKind::CheckIn, QLatin1String("check-in")},
    {RecordKind::Skip, QLatin1String("skip")},
    {RecordKind::Practitioner, QLatin1String("practitioner")},
    {RecordKind::Article, QLatin1String("article")},
    {RecordKind::Place, QLatin1String("place")},
};

constexpr Word<Reason> reasons[]{
    {Reason::Planned, QLatin1String("planned")},
    {Reason::Worse, QLatin1String("worse")},
    {Reason::FreeSlot, QLatin1String("free")},
};

constexpr Word<SessionStatus> statuses[]{
    {SessionStatus::Done, QLatin1String("done")},
    {SessionStatus::Planned, QLatin1String("planned")},
    {SessionStatus::Cancelled, QLatin1String("cancelled")},
};

constexpr Word<Trigger> triggers[]{
    {Trigger::Self, QLatin1String("self")},
    {Trigger::Scheduled, QLatin1String("scheduled")},
    {Trigger::Random, QLatin1String("random")},
    {Trigger::FollowUp, QLatin1String("follow-up")},
};

constexpr Word<ReadState> readStates[]{
    {ReadState::Unread, QLatin1String("unread")},
    {ReadState::Reading, QLatin1String("reading")},
    {ReadState::Read, QLatin1String("read")},
};

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// What a person wrote, composed (NFC); paths and ids stay as they are.
void writeProse(QJsonObject &fields, const QString &name, const QString &text)
{
    writeText(fields, name, text.normalized(QString::NormalizationForm_C));
}

/// A word that always stands for something; one that this version does not know is kept before the default.
template<class E, std::size_t N>
void writeWord(QJsonObject &fields, const QString &name, const Word<E> (&words)[N], E value, E fallback)
{
    if (value != fallback || !fields.contains(name))
        fields.insert(name, wordFor(words, value));
}

/// The part of `name` after `prefix`, if it begins with it.
std::optional<QString> memberOf(const QString &name, const char *prefix)
{
    const QLatin1String begin(prefix);
    return name.startsWith(begin) ? std::optional(name.mid(begin.size())) : std::nullopt;
}

bool isTime(const QString &name, const char *instant)
{
    return name == QLatin1String(instant) || name == QLatin1String("offset") ||
           name == QLatin1String("zone") || name == QLatin1String("day");
}

void write(const Session &session, QJsonObject &fields)
{
    writeWhen(fields, key("start"), session.start);
    writeWhole(fields, key("minutes"), session.minutes);
    if (!session.modalities.isEmpty())
        fields.insert(key("modalities"), QJsonArray::fromStringList(session.modalities));
    writeId(fields, key("practitioner"), session.practitioner);
    writeWhole(fields, key("pressure"), session.pressure);
    writeText(fields, key("reason"), wordFor(reasons, session.reason));
    writeWord(fields, key("status"), statuses, session.status, SessionStatus::Done);
    for (auto hurt = session.hurts.cbegin(); hurt != session.hurts.cend(); ++hurt)
        fields.insert(key("hurts.") + hurt.key(), hurt.value());
    writeMembers(fields, key("worked."), session.worked);
    writeMembers(fields, key("context."), session.context);
    writeRatings(fields, session.ratings);
    writeProse(fields, key("notes"), session.notes);
}

bool read(Session &session, const QString &name, const QJsonValue &value)
{
    if (isTime(name, "start"))
        return readWhen(session.start, session.extra, key("start"), name, value);
    if (const auto member = memberOf(name, "rating."))
        return readRating(session.ratings, *member, value);
    if (const auto member = memberOf(name, "worked."))
        return readMember(session.worked, *member, value);
    if (const auto member = memberOf(name, "hurts."))
        return readLevel(session.hurts, *member, value);
    if (const auto member = memberOf(name, "context."))
        return readMember(session.context, *member, value);
    if (name == QLatin1String("minutes"))
        return readWhole(session.minutes, value);
    if (name == QLatin1String("modalities"))
        return readCodes(session.modalities, value);
    if (name == QLatin1String("practitioner"))
        return readId(session.practitioner, value);
    if (name == QLatin1String("pressure"))
        return readWhole(session.pressure, value);
    if (name == QLatin1String("reason"))
        return readWord(session.reason, Reason::Unknown, reasons, value);
    if (name == QLatin1String("status"))
        return readWord(session.status, SessionStatus::Done, statuses, value);
    return name == QLatin1String("notes") && readText(session.notes, value);
}

void write(const CheckIn &checkIn, QJsonObject &fields)
{
    writeWhen(fields, key("time"), checkIn.time);
    writeWord(fields, key("trigger"), triggers, checkIn.trigger, Trigger::Self);
    writeId(fields, key("session"), checkIn.session);
    writeRatings(fields, checkIn.ratings);
    writeMembers(fields, key("context."), checkIn.context);
    writeProse(fields, key("note"), checkIn.note);
}

bool read(CheckIn &checkIn, const QString &name, const QJsonValue &value)
{
    if (isTime(name, "time"))
        return readWhen(checkIn.time, checkIn.extra, key("time"), name, value);
    if (const auto member = memberOf(name, "rating."))
        return readRating(checkIn.ratings, *member, value);
    if (const auto member = memberOf(name, "context."))
        return readMember(checkIn.context, *member, value);
    if (name == QLatin1String("trigger"))
        return readWord(checkIn.trigger, Trigger::Self, triggers, value);
    if (name == QLatin1String("session"))
        return readId(checkIn.session, value);
    return name == QLatin1String("note") && readText(checkIn.note, value);
}

void write(const Skip &skip, QJsonObject &fields)
{
    writeWhen(fields, {}, When::on(skip.day));
}

bool read(Skip &skip, const QString &name, const QJsonValue &value)
{
    return name == QLatin1String("day") && readDay(skip.day, value);
}

void write(const Practitioner &practitioner, QJsonObject &fields)
{
    writeProse(fields, key("name"), practitioner.name);
    writeProse(fields, key("initials"), practitioner.initials);
    writeProse(fields, key("practice"), practitioner.practice);
    writeProse(fields, key("notes"), practitioner.notes);
}

bool read(Practitioner &practitioner, const QString &name, const QJsonValue &value)
{
    if (name == QLatin1String("name"))
        return readText(practitioner.name, value);
    if (name == QLatin1String("initials"))
        return readText(practitioner.initials, value);
    if (name == QLatin1String("practice"))
        return readText(practitioner.practice, value);
    return name == QLatin1String("notes") && readText(practitioner.notes, value);
}

void write(const ArticleState &article, QJsonObject &fields)
{
    writeId(fields, key("place"), article.place);
    writeText(fields, key("path"), article.path);
    writeText(fields, key("fm_id"), article.frontMatterId);
    writeText(fields, key("hash"), article.hash);
    writeText(fields, key("title"), article.title);
    if (article.readState != ReadState::Unread)
        fields.insert(key("state"), wordFor(readStates, article.readState));
    if (article.starred)
        fields.insert(key("starred"), true);
    if (article.archived)
        fields.insert(key("archived"), true);
}

bool read(ArticleState &article, const QString &name, const QJsonValue &value)
{
    if (name == QLatin1String("place"))
        return readId(article.place, value);
    if (name == QLatin1String("path"))
        return readText(article.path, value);
    if (name == QLatin1String("fm_id"))
        return readText(article.frontMatterId, value);
    if (name == QLatin1String("hash"))
        return readText(article.hash, value);
    if (name == QLatin1String("title"))
        return readText(article.title, value);
    if (name == QLatin1String("state"))
        return readWord(article.readState, ReadState::Unread, readStates, value);
    if (name == QLatin1String("starred"))
        return readFlag(article.starred, value);
    return name == QLatin1String("archived") && readFlag(article.archived, value);
}

void write(const PlaceRecord &place, QJsonObject &fields)
{
    writeText(fields, key("name"), place.name);
    writeText(fields, key("path"), place.path);
}

bool read(PlaceRecord &place, const QString &name, const QJsonValue &value)
{
    if (name == QLatin1String("name"))
        return readText(place.name, value);
    return name == QLatin1String("path") && readText(place.path, value);
}

} // namespace

QString kindName(RecordKind kind)
{
    return wordFor(kinds, kind);
}

std::optional<RecordKind> kindFromName(const QString &name)
{
    RecordKind kind = RecordKind::Session;
    return readWord(kind, kind, kinds, name) ? std::optional(kind) : std::nullopt;
}

bool isRecordField(const QString &name)
{
    return name != QLatin1String("deleted") && !name.startsWith(QLatin1Char('@'));
}

QStringList anchorFields(const QString &kind)
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    if (kind == kindName(RecordKind::Session))
        return words("start offset zone day modalities status");
    if (kind == kindName(RecordKind::CheckIn))
        return words("time offset zone day trigger session");
    if (kind == kindName(RecordKind::Article))
        return words("place path fm_id hash title");
    return words("day name path");
}

QJsonObject fieldsOf(const Record &record)
{
    return std::visit(
        [](const auto &value) {
            QJsonObject fields = value.extra;
            write(value, fields);
            return fields;
        },
        record);
}

QJsonObject difference(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject payload;
    for (auto field = after.begin(); field != after.end(); ++field) {
        const auto old = before.constFind(field.key());
        if (old == before.constEnd() || QJsonValue(old.value()) != QJsonValue(field.value()))
            payload.insert(field.key(), field.value());
    }
    for (auto field = before.begin(); field != before.end(); ++field) {
        if (!after.contains(field.key()))
            payload.insert(field.key(), QJsonValue::Null);
    }
    return payload;
}

template<class T>
requires std::constructible_from<Record, T>
void applyFields(T &record, const QJsonObject &payload)
{
    for (auto field = payload.begin(); field != payload.end(); ++field) {
        if (!isRecordField(field.key()))
            continue;
        record.extra.remove(field.key());
        if (read(record, field.key(), field.value()) || field.value().isNull())
            continue;
        read(record, field.key(), QJsonValue::Null);
        record.extra.insert(field.key(), field.value());
    }
}

template void applyFields(Session &, const QJsonObject &);
template void applyFields(CheckIn &, const QJsonObject &);
template void applyFields(Skip &, const QJsonObject &);
template void applyFields(Practitioner &, const QJsonObject &);
template void applyFields(ArticleState &, const QJsonObject &);
template void applyFields(PlaceRecord &, const QJsonObject &);

} // namespace stillpoint
