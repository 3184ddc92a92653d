#pragma once

#include "tests/support/coretest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

#include <unistd.h>

namespace stillpoint::test {

inline constexpr int notStarted = -1;

struct Answer
{
    int code = notStarted;
    QByteArray out, err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    QString line() const { return QString::fromUtf8(out).trimmed(); }
};

/// Runs stillpoint-cli on the folder; `command` is split at spaces, `more` is not.
inline Answer run(const DataFolder &folder, const char *command, const QStringList &more = {})
{
    QProcess process;
    QStringList arguments{QStringLiteral("--data"), folder.path(), QStringLiteral("--now"),
                          QStringLiteral("2026-11-10T18:44:00+01:00")};
    arguments += QString::fromLatin1(command).split(QLatin1Char(' ')) + more;
    process.start(programPath(QStringLiteral("stillpoint-cli")), arguments);
    process.waitForFinished();
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline constexpr QFile::Permissions readAndEnter =
    QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;

/// Runs a journal command as someone to whom permissions apply: root would write anyway.
inline Answer runUnprivileged(const QString &folder, const QStringList &command)
{
    constexpr uint nobody = 65534;
    QProcess process;
    process.setChildProcessModifier([] {
        if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
            _exit(99);
    });
    process.start(programPath(QStringLiteral("stillpoint-cli")),
                  QStringList{QStringLiteral("--data"), folder, QStringLiteral("journal")} + command);
    process.waitForFinished();
    const int code = process.error() == QProcess::FailedToStart ? notStarted : process.exitCode();
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Lets nobody write into `folder`, and everybody reach it.
inline void sealFolder(const QString &folder)
{
    QFile::setPermissions(folder, readAndEnter);
    for (QDir above(QFileInfo(folder).path()); above.path().startsWith(QDir::tempPath() + QLatin1Char('/'));
         above.setPath(QFileInfo(above.path()).path()))
        QFile::setPermissions(above.path(), readAndEnter | QFile::WriteOwner);
}

} // namespace stillpoint::test
