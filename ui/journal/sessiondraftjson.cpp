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

} // namespace

QByteArray toJson(const SessionDraft &draft)
{
    QJsonObject ratings;
    for (const auto &[key, value] : draft.ratings)
        ratings[(key.phase == Phase::Before ? QStringLiteral("before.") : QStringLiteral("after.")) +
                key.scale] = value;
    QJsonObject object{
        {QStringLiteral("session"), idText(draft.session)},
        {QStringLiteral("day"), draft.day.toString(Qt::ISODate)},
        {QStringLiteral("began"), draft.began},
        {QStringLiteral("modalities"), QJsonArray::fromStringList(draft.modalities)},
        {QStringLiteral("practitioner"), draft.practitioner},
        {QStringLiteral("reason"), static_cast<int>(draft.reason)},
        {QStringLiteral("ratings"), ratings},
        {QStringLiteral("context"), arrayOf(draft.context)},
        {QStringLiteral("worked"), arrayOf(draft.worked)},
        {QStringLiteral("notes"), draft.notes},
        {QStringLiteral("touched"), arrayOf(draft.touched)},
        {QStringLiteral("filledFrom"), draft.filledFrom.toString(Qt::ISODate)},
        {QStringLiteral("kept"), static_cast<double>(draft.keptMs)},
    };
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
    draft.day = QDate::fromString(text("day"), Qt::ISODate);
    draft.began = text("began");
    draft.minutes = numberFrom(value("minutes"));
    draft.modalities = listFrom(value("modalities"));
    draft.practitioner = text("practitioner");
    draft.pressure = numberFrom(value("pressure"));
    draft.reason =
        static_cast<Reason>(std::clamp(value("reason").toInt(), 0, static_cast<int>(Reason::FreeSlot)));
    const QJsonObject ratings = value("ratings").toObject();
    for (auto it = ratings.begin(); it != ratings.end(); ++it) {
        const QString phase = it.key().section(QLatin1Char('.'), 0, 0);
        const RatingKey key{phase == QLatin1String("before") ? Phase::Before : Phase::After,
                            it.key().section(QLatin1Char('.'), 1),
                            {}};
        draft.ratings[key] = it.value().toDouble();
    }
    draft.context = setFrom(value("context"));
    draft.worked = setFrom(value("worked"));
    draft.notes = text("notes");
    draft.touched = setFrom(value("touched"));
    draft.filledFrom = QDate::fromString(text("filledFrom"), Qt::ISODate);
    draft.keptMs = static_cast<qint64>(value("kept").toDouble());
    return draft.day.isValid() ? std::optional(draft) : std::nullopt;
}

} // namespace stillpoint::ui
