#include "app/journal/fieldvalues.h"

#include "app/base/identifiers.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace stillpoint {

namespace {

constexpr Word<Phase> phases[]{
    {Phase::Before, QLatin1String("before")}, {Phase::After, QLatin1String("after")},
    {Phase::AdHoc, QLatin1String("adhoc")},   {Phase::H2, QLatin1String("h2")},
    {Phase::Day3, QLatin1String("day3")},     {Phase::NextMorning, QLatin1String("next-morning")},
    {Phase::Day7, QLatin1String("day7")},
};

constexpr Word<Provenance> provenances[]{
    {Provenance::Live, QLatin1String("live")},
    {Provenance::SameDay, QLatin1String("same-day")},
    {Provenance::Remembered, QLatin1String("remembered")},
    {Provenance::Imported, QLatin1String("imported")},
};

const QString offsetKey = QStringLiteral("offset");
const QString zoneKey = QStringLiteral("zone");
const QString dayKey = QStringLiteral("day");
const QString ratingPrefix = QStringLiteral("rating.");

std::optional<int> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(std::nan(""));
    if (std::isnan(number) || number != std::floor(number) || std::abs(number) > 1e9)
        return std::nullopt;
    return static_cast<int>(number);
}

/// One copy of each zone's name; mostly it is that of the value before.
QByteArray sharedZone(const QString &name)
{
    thread_local QByteArray before;
    if (QLatin1String(before) != name)
        before = name.toLatin1();
    return before;
}

bool readInstant(When &target, QJsonObject &extra, const QJsonValue &value)
{
    if (value.isNull()) {
        if (target.moment) {
            if (target.moment->offsetMinutes != 0)
                extra.insert(offsetKey, target.moment->offsetMinutes);
            writeText(extra, zoneKey, QString::fromLatin1(target.moment->zone));
        }
        target.moment.reset();
        return true;
    }
    const auto instant = fromRfc3339(value.toString());
    if (!instant)
        return false;
    if (!target.moment)
        target.moment = Moment{0, extra.take(offsetKey).toInt(), sharedZone(extra.take(zoneKey).toString())};
    target.moment->utcMs = *instant;
    return true;
}

bool readOptionalInstant(std::optional<qint64> &target, const QJsonValue &value)
{
    target = value.isUndefined() ? std::nullopt : fromRfc3339(value.toString());
    return target.has_value() || value.isUndefined();
}

/// In one walk, since a journal is made of them.
std::optional<Rating> ratingFrom(const QJsonObject &object)
{
    Rating rating;
    bool isGiven = false;
    bool isUnderstood = true;
    for (auto part = object.begin(); part != object.end() && isUnderstood; ++part) {
        const QString name = part.key();
        const QJsonValue value = part.value();
        if (name == QLatin1String("v")) {
            isUnderstood = value.isDouble();
            rating.value = value.toDouble();
            isGiven = true;
        } else if (name == QLatin1String("sv")) {
            rating.scaleVersion = value.toInt(1);
        } else if (name == QLatin1String("given")) {
            isUnderstood = readOptionalInstant(rating.givenMs, value);
        } else if (name == QLatin1String("prov")) {
            isUnderstood = readWord(rating.provenance, Provenance::Live, provenances, value);
        } else if (name == QLatin1String("about")) {
            isUnderstood = readOptionalInstant(rating.aboutMs, value);
        } else if (name == QLatin1String("skipped") && value.toBool()) {
            isGiven = true;
        }
    }
    return isGiven && isUnderstood ? std::optional(rating) : std::nullopt;
}

constexpr std::pair<QString Scale::*, QLatin1String> scaleTexts[]{
    {&Scale::name, QLatin1String("name")},     {&Scale::question, QLatin1String("question")},
    {&Scale::low, QLatin1String("low")},       {&Scale::middle, QLatin1String("middle")},
    {&Scale::high, QLatin1String("high")},     {&Scale::hint, QLatin1String("hint")},
    {&Scale::recall, QLatin1String("recall")},
};

QJsonObject ratingObject(const Rating &rating)
{
    QJsonObject object;
    if (rating.value)
        object.insert(QLatin1String("v"), *rating.value);
    else
        object.insert(QLatin1String("skipped"), true);
    object.insert(QLatin1String("sv"), rating.scaleVersion);
    if (rating.aboutMs)
        object.insert(QLatin1String("about"), toRfc3339(*rating.aboutMs));
    if (rating.givenMs)
        object.insert(QLatin1String("given"), toRfc3339(*rating.givenMs));
    object.insert(QLatin1String("prov"), wordFor(provenances, rating.provenance));
    return object;
}

} // namespace

QString interned(const QString &code)
{
    // Values share their codes across threads once made, as any QString; only the pool is each thread's own.
    thread_local QSet<QString> pool;
    thread_local std::array<QString, 8> recent;
    const auto known = std::find(recent.begin(), recent.end(), code);
    if (known != recent.end())
        return *known;
    std::rotate(recent.begin(), std::prev(recent.end()), recent.end());
    recent.front() = *pool.insert(code);
    return recent.front();
}

bool readText(QString &target, const QJsonValue &value)
{
    if (!value.isNull() && !value.isString())
        return false;
    target = value.toString();
    return true;
}

bool readId(QUuid &target, const QJsonValue &value)
{
    const QUuid id = idFromText(value.toString());
    if (!value.isNull() && id.isNull())
        return false;
    target = id;
    return true;
}

bool readDay(QDate &target, const QJsonValue &value)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    if (!value.isNull() && !day.isValid())
        return false;
    target = day;
    return true;
}

bool readWhole(std::optional<int> &target, const QJsonValue &value)
{
    const auto number = wholeNumber(value);
    if (!value.isNull() && !number)
        return false;
    target = number;
    return true;
}

bool readNumber(std::optional<double> &target, const QJsonValue &value)
{
    if (!value.isNull() && !value.isDouble())
        return false;
    target = value.isNull() ? std::nullopt : std::optional(value.toDouble());
    return true;
}

bool readFlag(bool &target, const QJsonValue &value)
{
    if (!value.isNull() && !value.isBool())
        return false;
    target = value.toBool();
    return true;
}

bool readCodes(QStringList &target, const QJsonValue &value)
{
    if (!value.isNull() && !value.isArray())
        return false;
    QStringList codes;
    for (const auto &code : value.toArray())
        codes.append(code.toString());
    target = codes;
    return true;
}

bool readMember(QSet<QString> &target, const QString &member, const QJsonValue &value)
{
    if (value.isNull()) {
        target.remove(member);
        return true;
    }
    if (!value.isBool() || !value.toBool())
        return false;
    target.insert(interned(member));
    return true;
}

bool readLevel(QMap<QString, int> &target, const QString &member, const QJsonValue &value)
{
    const auto level = wholeNumber(value);
    if (value.isNull())
        target.remove(member);
    else if (level)
        target.insert(interned(member), *level);
    return value.isNull() || level;
}

bool readWhen(When &target, QJsonObject &extra, const QString &instantKey, const QString &key,
              const QJsonValue &value)
{
    if (key == instantKey)
        return readInstant(target, extra, value);
    if (key == dayKey)
        return readDay(target.day, value);
    if (!target.moment)
        return false;
    if (key == offsetKey) {
        const auto offset = wholeNumber(value);
        if (!value.isNull() && !offset)
            return false;
        target.moment->offsetMinutes = offset.value_or(0);
        return true;
    }
    if (key != zoneKey || !(value.isNull() || value.isString()))
        return false;
    target.moment->zone = sharedZone(value.toString());
    return true;
}

std::optional<RatingKey> ratingKeyFrom(const QString &member)
{
    const qsizetype scaleAt = member.indexOf(QLatin1Char('.')) + 1;
    const qsizetype regionAt = member.indexOf(QLatin1Char('.'), scaleAt) + 1;
    RatingKey key;
    key.scale = interned(regionAt > 0 ? member.mid(scaleAt, regionAt - 1 - scaleAt) : member.mid(scaleAt));
    if (regionAt > 0)
        key.region = interned(member.mid(regionAt));
    const bool isUnderstood = scaleAt > 0 && !key.scale.isEmpty() &&
                              readWord(key.phase, Phase::AdHoc, phases, member.left(scaleAt - 1));
    return isUnderstood ? std::optional(key) : std::nullopt;
}

std::optional<Provenance> provenanceFromName(QLatin1String name)
{
    for (const Word<Provenance> &word : provenances) {
        if (word.text == name)
            return word.value;
    }
    return std::nullopt;
}

bool readRating(Ratings &target, const QString &member, const QJsonValue &value)
{
    const auto key = ratingKeyFrom(member);
    if (!key)
        return false;
    if (value.isNull()) {
        target.erase(*key);
        return true;
    }
    const auto rating = ratingFrom(value.toObject());
    if (rating)
        target.insert_or_assign(*key, *rating);
    return rating.has_value();
}

bool readEffect(QMap<QString, Effect> &target, const QString &member, const QJsonValue &value)
{
    if (value.isNull()) {
        target.remove(member);
        return true;
    }
    const QJsonObject object = value.toObject();
    Effect effect;
    const auto optional = [&object](std::optional<double> &number, const char *key) {
        const QJsonValue found = object[QLatin1String(key)];
        return found.isUndefined() || readNumber(number, found);
    };
    const bool understood = value.isObject() && !member.isEmpty() && optional(effect.severity, "severity") &&
                            optional(effect.onset, "onset_h") && optional(effect.hours, "hours");
    effect.region = object[QLatin1String("region")].toString();
    // What a newer version knows of an effect would be lost with a value of ours.
    if (!understood || effectObject(effect) != object)
        return false;
    target.insert(member, effect);
    return true;
}

bool readVersion(QMap<int, Scale> &target, const QString &code, const QString &member,
                 const QJsonValue &value)
{
    bool isNumber = false;
    Scale scale;
    scale.version = member.toInt(&isNumber);
    if (!isNumber)
        return false;
    if (value.isNull()) {
        target.remove(scale.version);
        return true;
    }
    const QJsonObject object = value.toObject();
    const auto direction = directionFromName(object[QLatin1String("direction")].toString());
    scale.code = code;
    scale.direction = direction.value_or(Direction::Neutral);
    scale.minimum = object[QLatin1String("min")].toDouble(scale.minimum);
    scale.maximum = object[QLatin1String("max")].toDouble(scale.maximum);
    scale.step = object[QLatin1String("step")].toDouble(scale.step);
    for (const auto &[text, name] : scaleTexts)
        scale.*text = object[name].toString();
    if (!direction || !readOptionalInstant(scale.validFromMs, object[QLatin1String("from")]) ||
        versionObject(scale) != object)
        return false;
    target.insert(scale.version, scale);
    return true;
}

void writeText(QJsonObject &fields, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        fields.insert(key, text);
}

void writeId(QJsonObject &fields, const QString &key, const QUuid &id)
{
    if (!id.isNull())
        fields.insert(key, idText(id));
}

void writeWhole(QJsonObject &fields, const QString &key, std::optional<int> number)
{
    if (number)
        fields.insert(key, *number);
}

void writeNumber(QJsonObject &fields, const QString &key, std::optional<double> number)
{
    if (number)
        fields.insert(key, *number);
}

void writeMembers(QJsonObject &fields, const QString &prefix, const QSet<QString> &members)
{
    for (const QString &member : members)
        fields.insert(prefix + member, true);
}

void writeWhen(QJsonObject &fields, const QString &instantKey, const When &when)
{
    if (when.moment) {
        fields.insert(instantKey, toRfc3339(when.moment->utcMs));
        fields.insert(offsetKey, when.moment->offsetMinutes);
        writeText(fields, zoneKey, QString::fromLatin1(when.moment->zone));
    }
    if (when.day.isValid())
        fields.insert(dayKey, when.day.toString(Qt::ISODate));
}

void writeRatings(QJsonObject &fields, const Ratings &ratings)
{
    for (const auto &[key, rating] : ratings) {
        QString name = ratingPrefix + wordFor(phases, key.phase) + QLatin1Char('.') + key.scale;
        if (!key.region.isEmpty())
            name += QLatin1Char('.') + key.region;
        fields.insert(name, ratingObject(rating));
    }
}

QJsonObject effectObject(const Effect &effect)
{
    QJsonObject object;
    writeNumber(object, QStringLiteral("severity"), effect.severity);
    writeNumber(object, QStringLiteral("onset_h"), effect.onset);
    writeNumber(object, QStringLiteral("hours"), effect.hours);
    writeText(object, QStringLiteral("region"), effect.region);
    return object;
}

QJsonObject versionObject(const Scale &scale)
{
    QJsonObject object{{QStringLiteral("min"), scale.minimum},
                       {QStringLiteral("max"), scale.maximum},
                       {QStringLiteral("step"), scale.step},
                       {QStringLiteral("direction"), directionName(scale.direction)}};
    for (const auto &[text, name] : scaleTexts)
        writeText(object, name, scale.*text);
    if (scale.validFromMs)
        object.insert(QStringLiteral("from"), toRfc3339(*scale.validFromMs));
    return object;
}

} // namespace stillpoint
