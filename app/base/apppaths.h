#pragma once

#include <QString>

namespace stillpoint {

/// Where things lie. One value, made once at start; nothing else asks the system for folders.
struct AppPaths
{
    QString dataFolder;   ///< absolute, without a trailing slash
    QString settingsFile; ///< absolute

    /// With `--data DIR` everything lies in DIR.
    static AppPaths inFolder(const QString &folder);
    /// The XDG folders of the person who runs the program.
    static AppPaths standard();

    QString journalFile() const { return dataFolder + QStringLiteral("/journal.db"); }
    QString libraryFile() const { return dataFolder + QStringLiteral("/library-v1.db"); }
    QString deviceFile() const { return dataFolder + QStringLiteral("/device"); }
    QString backupsFolder() const { return dataFolder + QStringLiteral("/backups"); }
    QString unpackedFolder() const { return dataFolder + QStringLiteral("/unpacked"); }
    QString picturesFolder() const { return dataFolder + QStringLiteral("/pictures"); }

    bool operator==(const AppPaths &) const = default;
};

/// An installed or built sibling of the running program, absolute: "stillpoint-render" or
/// "stillpoint-reader.so". Looks beside the program first (build tree), then in the private library folder.
/// Empty if absent.
QString siblingFile(const QString &name);

} // namespace stillpoint
