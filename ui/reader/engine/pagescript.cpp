#include "ui/reader/engine/pagescript.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariantMap>

namespace stillpoint::ui::pagescript {

namespace {

QJsonObject toJson(const TextAnchor &anchor)
{
    return {{QStringLiteral("quote"), anchor.quote},
            {QStringLiteral("prefix"), anchor.prefix},
            {QStringLiteral("suffix"), anchor.suffix},
            {QStringLiteral("start"), anchor.start},
            {QStringLiteral("end"), anchor.end}};
}

/// `stillpoint.name(argument)`. A page that never loaded has no such functions: then nothing happens.
QString call(QLatin1String name, const QJsonValue &argument)
{
    // A JSON array is a whole document for any value, and its elements are the call's arguments when spread.
    const QByteArray arguments = QJsonDocument(QJsonArray{argument}).toJson(QJsonDocument::Compact);
    return QStringLiteral("globalThis.stillpoint ? stillpoint.%1(...%2) : null")
        .arg(name, QString::fromUtf8(arguments));
}

} // namespace

QString library()
{
    QFile file(QStringLiteral(":/engine/reader.js"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QByteArray css(const ReaderStyle &style)
{
    const QByteArray screen =
        ":root {\n" + style.css + "\n--text-percent: " + QByteArray::number(style.textPercent) + ";\n}\n";
    return style.printCss.isEmpty() ? screen
                                    : screen + "@media print {\n:root {\n" + style.printCss + "}\n}\n";
}

QString setStyle(const ReaderStyle &style)
{
    return call(QLatin1String("setStyle"), QString::fromUtf8(css(style)));
}

QString setHighlights(const QList<ReaderHighlight> &highlights)
{
    QJsonArray list;
    for (const ReaderHighlight &highlight : highlights) {
        list.append(QJsonObject{{QStringLiteral("id"), highlight.id},
                                {QStringLiteral("color"), highlight.color},
                                {QStringLiteral("anchor"), toJson(highlight.anchor)}});
    }
    return call(QLatin1String("setHighlights"), list);
}

QString goTo(const TextAnchor &anchor)
{
    return call(QLatin1String("goToAnchor"), toJson(anchor));
}

QString goToHeading(const QString &heading)
{
    return call(QLatin1String("goToHeading"), heading);
}

QString goToAbove(double share)
{
    return call(QLatin1String("goToAbove"), share);
}

QString above()
{
    return call(QLatin1String("above"), QJsonValue());
}

QString position()
{
    return call(QLatin1String("position"), QJsonValue());
}

QString selection()
{
    return call(QLatin1String("selection"), QJsonValue());
}

std::optional<TextAnchor> toAnchor(const QVariant &answer)
{
    const QVariantMap map = answer.toMap();
    if (map.isEmpty())
        return std::nullopt;
    return TextAnchor{map.value(QStringLiteral("quote")).toString(),
                      map.value(QStringLiteral("prefix")).toString(),
                      map.value(QStringLiteral("suffix")).toString(),
                      map.value(QStringLiteral("start")).toInt(), map.value(QStringLiteral("end")).toInt()};
}

ReadingPosition toPosition(const QVariant &answer)
{
    const QVariantMap map = answer.toMap();
    return {map.value(QStringLiteral("progress")).toDouble(), map.value(QStringLiteral("heading")).toString(),
            toAnchor(map.value(QStringLiteral("anchor")))};
}

} // namespace stillpoint::ui::pagescript
