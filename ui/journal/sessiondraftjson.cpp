#include "app/base/identifiers.h"
#include "ui/journal/sessiondraft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace stillpoint::ui {

namespace {

QJsonArray arrayOf(const QSet<QString> &set)
{
    QStringList list(set.cbegin(), set.cend());
    std::sort(list.begin(), list.end());
    return QJsonArray::fromStringList(list);
}

QStringList listFrom(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

QSet<QString> setFrom(const QJsonValue &value)
{
    const QStringList list = listFrom(value);
    return {list.cbegin(), list.cend()};
}

std::optional<int> numberFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

std::optional<double> decimalFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QJsonValue decimal(std::optional<double> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

template<class E>
E wordFrom(const QJsonValue &value, E last)
{
    return static_cast<E>(std::clamp(value.toInt(), 0, static_cast<int>(last)));
}

/// "before.pain" or "before.pain.back.sacrum".
QString nameOf(const RatingKey &key)
{
    const QString name =
        (key.phase == Phase::Before ? QStringLiteral("before.") : QStringLiteral("after.")) + key.scale;
    return key.region.isEmpty() ? name : name + QLatin1Char('.') + key.region;
}

RatingKey keyFrom(const QString &name)
{
    const auto part = [&name](int from, int to) { return name.section(QLatin1Char('.'), from, to); };
    return {part(0, 0) == QLatin1String("before") ? Phase::Before : Phase::After, part(1, 1), part(2, -1)};
}

QJsonObject hurtsObject(const QMap<QString, int> &hurts)
{
    QJsonObject object;
    for (auto hurt = hurts.cbegin(); hurt != hurts.cend(); ++hurt)
        object[hurt.key()] = hurt.value();
    return object;
}

QMap<QString, int> hurtsFrom(const QJsonValue &value)
{
    QMap<QString, int> hurts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        hurts.insert(it.key(), std::clamp(it.value().toInt(), 1, 3));
    return hurts;
}

QJsonObject effectsObject(const EffectDrafts &effects)
{
    QJsonObject object;
    for (auto effect = effects.cbegin(); effect != effects.cend(); ++effect)
        object[effect.key()] = QJsonObject{{QStringLiteral("severity"), decimal(effect->severity)},
                                           {QStringLiteral("onset"), effect->onset},
                                           {QStringLiteral("hours"), effect->hours}};
    return object;
}

EffectDrafts effectsFrom(const QJsonValue &value)
{
    EffectDrafts effects;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject effect = it.value().toObject();
        effects.insert(it.key(), {decimalFrom(effect.value(QLatin1String("severity"))),
                                  effect.value(QLatin1String("onset")).toString(),
                                  effect.value(QLatin1String("hours")).toString()});
    }
    return effects;
}

QJsonObject moreObject(const MoreDraft &more)
{
    return {{QStringLiteral("setting"), static_cast<int>(more.setting)},
            {QStringLiteral("pressureFeel"), static_cast<int>(more.pressureFeel)},
            {QStringLiteral("aim"), static_cast<int>(more.aim)},
            {QStringLiteral("status"), static_cast<int>(more.status)},
            {QStringLiteral("expectation"), decimal(more.expectation)},
            {QStringLiteral("satisfaction"), decimal(more.satisfaction)},
            {QStringLiteral("cost"), more.cost},
            {QStringLiteral("currency"), more.currency},
            {QStringLiteral("tags"), more.tags}};
}

MoreDraft moreFrom(const QJsonObject &object)
{
    const auto value = [&object](const char *key) { return object.value(QLatin1String(key)); };
    MoreDraft more;
    more.setting = wordFrom(value("setting"), SessionSetting::SelfCare);
    more.pressureFeel = wordFrom(value("pressureFeel"), PressureFeel::TooDeep);
    more.aim = wordFrom(value("aim"), Aim::Maintenance);
    more.status = wordFrom(value("status"), SessionStatus::Cancelled);
    more.expectation = decimalFrom(value("expectation"));
    more.satisfaction = decimalFrom(value("satisfaction"));
    more.cost = value("cost").toString();
    more.currency = value("currency").toString();
    more.tags = value("tags").toString();
    return more;
}

} // namespace

QByteArray toJson(const SessionDraft &draft)
{
    QJsonObject ratings;
    for (const auto &[key, value] : draft.ratings)
        ratings[nameOf(key)] = value;
    QJsonObject ownContexts;
    for (auto own = draft.ownContexts.cbegin(); own != draft.ownContexts.cend(); ++own)
        ownContexts[own.key()] = own.value();
    QJsonObject object{
        {QStringLiteral("session"), idText(draft.session)},
        {QStringLiteral("day"), draft.day.toString(Qt::ISODate)},
        {QStringLiteral("began"), draft.began},
        {QStringLiteral("modalities"), QJsonArray::fromStringList(draft.modalities)},
        {QStringLiteral("practitioner"), draft.practitioner},
        {QStringLiteral("practitioner_id"), idText(draft.practitionerId)},
        {QStringLiteral("reason"), static_cast<int>(draft.reason)},
        {QStringLiteral("ratings"), ratings},
        {QStringLiteral("context"), arrayOf(draft.context)},
        {QStringLiteral("ownContexts"), ownContexts},
        {QStringLiteral("hurts"), hurtsObject(draft.areas.hurts)},
        {QStringLiteral("worked"), arrayOf(draft.areas.worked)},
        {QStringLiteral("effects"), effectsObject(draft.effects)},
        {QStringLiteral("more"), moreObject(draft.more)},
        {QStringLiteral("notes"), draft.notes},
        {QStringLiteral("touched"), arrayOf(draft.touched)},
        {QStringLiteral("filledFrom"), draft.filledFrom.toString(Qt::ISODate)},
        {QStringLiteral("kept"), static_cast<double>(draft.keptMs)},
    };
    if (!draft.base.isEmpty())
        object[QStringLiteral("base")] = draft.base;
    if (draft.minutes)
        object[QStringLiteral("minutes")] = *draft.minutes;
    if (draft.pressure)
        object[QStringLiteral("pressure")] = *draft.pressure;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<SessionDraft> draftFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto value = [&object](const char *key) { return object.value(QLatin1String(key)); };
    SessionDraft draft;
    draft.session = idFromText(text("session"));
    draft.base = value("base").toObject();
    draft.day = QDate::fromString(text("day"), Qt::ISODate);
    draft.began = text("began");
    draft.minutes = numberFrom(value("minutes"));
    draft.modalities = listFrom(value("modalities"));
    draft.practitioner = text("practitioner");
    draft.practitionerId = idFromText(text("practitioner_id"));
    draft.pressure = numberFrom(value("pressure"));
    draft.reason = wordFrom(value("reason"), Reason::FreeSlot);
    const QJsonObject ratings = value("ratings").toObject();
    for (auto it = ratings.begin(); it != ratings.end(); ++it)
        draft.ratings[keyFrom(it.key())] = it.value().toDouble();
    const QJsonObject ownContexts = value("ownContexts").toObject();
    for (auto it = ownContexts.begin(); it != ownContexts.end(); ++it)
        draft.ownContexts.insert(it.key(), it.value().toString());
    draft.context = setFrom(value("context"));
    draft.areas = {hurtsFrom(value("hurts")), setFrom(value("worked"))};
    draft.effects = effectsFrom(value("effects"));
    draft.more = moreFrom(value("more").toObject());
    draft.notes = text("notes");
    draft.touched = setFrom(value("touched"));
    draft.filledFrom = QDate::fromString(text("filledFrom"), Qt::ISODate);
    draft.keptMs = static_cast<qint64>(value("kept").toDouble());
    return draft.day.isValid() ? std::optional(draft) : std::nullopt;
}

} // namespace stillpoint::ui
