#include "ui/reader/storedposition.h"

#include "app/journal/journal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace stillpoint::ui {

namespace {

QString keyOf(const QUuid &article)
{
    return QStringLiteral("position.") + article.toString(QUuid::WithoutBraces);
}

} // namespace

std::optional<ReadingPosition> storedPosition(const Journal &journal, const QUuid &article)
{
    const auto bytes = journal.slot(keyOf(article));
    if (!bytes || !*bytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(**bytes).object();
    ReadingPosition position;
    position.progress = qBound(0.0, json.value(QLatin1String("progress")).toDouble(), 1.0);
    position.heading = json.value(QLatin1String("heading")).toString();
    const QString quote = json.value(QLatin1String("quote")).toString();
    if (!quote.isEmpty()) {
        position.anchor =
            TextAnchor{quote, json.value(QLatin1String("prefix")).toString(),
                       json.value(QLatin1String("suffix")).toString(),
                       json.value(QLatin1String("start")).toInt(), json.value(QLatin1String("end")).toInt()};
    }
    return position;
}

Result<void> storePosition(Journal &journal, const QUuid &article, const ReadingPosition &position)
{
    QJsonObject json{{QStringLiteral("progress"), position.progress}};
    if (!position.heading.isEmpty())
        json.insert(QStringLiteral("heading"), position.heading);
    if (position.anchor) {
        json.insert(QStringLiteral("quote"), position.anchor->quote);
        json.insert(QStringLiteral("prefix"), position.anchor->prefix);
        json.insert(QStringLiteral("suffix"), position.anchor->suffix);
        json.insert(QStringLiteral("start"), position.anchor->start);
        json.insert(QStringLiteral("end"), position.anchor->end);
    }
    return journal.setSlot(keyOf(article), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace stillpoint::ui
