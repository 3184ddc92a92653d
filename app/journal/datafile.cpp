#include "app/journal/datafile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

// In a static library nothing else keeps the resources from being left out; the macro needs the global
// namespace.
static void keepResources()
{
    Q_INIT_RESOURCE(core);
}

namespace stillpoint {

QJsonArray dataFile(const QString &name)
{
    keepResources();
    QFile file(QStringLiteral(":/data/%1.json").arg(name));
    QJsonParseError error;
    QJsonDocument document;
    if (file.open(QIODevice::ReadOnly))
        document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isArray())
        qFatal("data file %s cannot be used", qUtf8Printable(name));
    return document.array();
}

QString dataText(const QString &source)
{
    return QCoreApplication::translate("Data", source.toUtf8().constData());
}

} // namespace stillpoint
