#include "app/base/apppaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace stillpoint {

namespace {

QString standardFolder(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + QStringLiteral("/stillpoint");
}

} // namespace

AppPaths AppPaths::inFolder(const QString &folder)
{
    const QString absolute = QDir::cleanPath(QDir(folder).absolutePath());
    return {absolute, absolute + QStringLiteral("/settings.ini")};
}

AppPaths AppPaths::standard()
{
    return {standardFolder(QStandardPaths::GenericDataLocation),
            standardFolder(QStandardPaths::GenericConfigLocation) + QStringLiteral("/settings.ini")};
}

QString siblingFile(const QString &name)
{
    const QDir programs(QCoreApplication::applicationDirPath());
    for (const QString &folder : {QStringLiteral("."), QStringLiteral(STILLPOINT_LIBEXEC_FROM_BIN)}) {
        const QFileInfo file(programs.filePath(folder + QLatin1Char('/') + name));
        if (file.exists())
            return file.canonicalFilePath();
    }
    return {};
}

} // namespace stillpoint
