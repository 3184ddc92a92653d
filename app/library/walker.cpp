#include "app/library/walker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

using Folder = std::unique_ptr<DIR, int (*)(DIR *)>;

struct Entry
{
    QString name;
    struct stat status; ///< of what a link leads to
    bool isLink;
};

/// What is in a folder, by name; nothing when it cannot be read. QDir does the same at ten times the cost.
std::optional<std::vector<Entry>> entriesOf(const QString &path)
{
    const Folder folder(opendir(QFile::encodeName(path).constData()), &closedir);
    if (!folder)
        return std::nullopt;
    std::vector<Entry> entries;
    while (const dirent *found = readdir(folder.get())) {
        Entry entry{QFile::decodeName(found->d_name), {}, found->d_type == DT_LNK};
        if (found->d_name[0] == '.' || (found->d_type == DT_REG && !isArticleFile(entry.name)) ||
            fstatat(dirfd(folder.get()), found->d_name, &entry.status, 0) != 0)
            continue;
        struct stat own
        {
        };
        if (found->d_type == DT_UNKNOWN &&
            fstatat(dirfd(folder.get()), found->d_name, &own, AT_SYMLINK_NOFOLLOW) == 0)
            entry.isLink = S_ISLNK(own.st_mode);
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return entries;
}

class Walk
{
public:
    Walk(const Place &place, const std::function<bool()> &isCancelled, QSet<QString> &seen, FoundFiles &found)
        : m_place(place)
        , m_root(QDir::cleanPath(QFileInfo(place.path).isDir() ? place.path : QFileInfo(place.path).path()))
        , m_name(QFileInfo(m_root).fileName())
        , m_canonicalRoot(QFileInfo(m_root).canonicalFilePath())
        , m_isCancelled(isCancelled)
        , m_seen(seen)
        , m_found(found)
    {
    }

    void all() { folder(QString()); }

    void single(const QString &name)
    {
        struct stat status
        {
        };
        struct stat own
        {
        };
        const QByteArray path = QFile::encodeName(absolute(name));
        if (stat(path.constData(), &status) == 0 && lstat(path.constData(), &own) == 0)
            file(name, {name, status, S_ISLNK(own.st_mode)});
    }

private:
    QString absolute(const QString &path) const
    {
        return path.isEmpty()                      ? m_root
               : m_root.endsWith(QLatin1Char('/')) ? m_root + path
                                                   : m_root + QLatin1Char('/') + path;
    }

    /// `path` is relative to the place, empty for the place itself.
    void folder(const QString &path)
    {
        const auto entries = entriesOf(absolute(path));
        if (!entries) {
            m_found.issues.append(
                {absolute(path), 0, Severity::Error,
                 tr("This folder could not be read, so the articles in it were left out. Check its "
                    "permissions and rescan.")});
            return;
        }
        const QString prefix = path.isEmpty() ? QString() : path + QLatin1Char('/');
        for (const Entry &entry : *entries) {
            if (S_ISREG(entry.status.st_mode) && isArticleFile(entry.name))
                file(prefix + entry.name, entry);
        }
        for (const Entry &entry : *entries) {
            if (m_isCancelled())
                return;
            if (S_ISDIR(entry.status.st_mode) && !entry.isLink && entry.name != QLatin1String("node_modules"))
                folder(prefix + entry.name);
        }
    }

    void file(const QString &path, const Entry &entry)
    {
        const QString whole = absolute(path);
        if (entry.isLink && !liesInside(whole, m_canonicalRoot)) {
            m_found.issues.append(
                {whole, 0, Severity::Note,
                 tr("This is a link to a file outside of the folder, so it was left out.")});
            return;
        }
        if (m_seen.contains(whole))
            return;
        m_seen.insert(whole);
        const timespec &modified = entry.status.st_mtim;
        m_found.files.append({m_place.id, m_name, path, whole, qint64{entry.status.st_size},
                              qint64{modified.tv_sec} * 1000 + modified.tv_nsec / 1'000'000});
    }

    const Place &m_place;
    QString m_root;
    QString m_name;
    QString m_canonicalRoot;
    const std::function<bool()> &m_isCancelled;
    QSet<QString> &m_seen;
    FoundFiles &m_found;
};

} // namespace

bool isArticleFile(const QString &name)
{
    for (const char *suffix : {".md", ".markdown", ".mdx"}) {
        if (name.endsWith(QLatin1String(suffix), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool liesInside(const QString &file, const QString &canonicalFolder)
{
    const QString canonical = QFileInfo(file).canonicalFilePath();
    if (canonical.isEmpty() || canonicalFolder.isEmpty())
        return false;
    return canonical.startsWith(
        canonicalFolder.endsWith(QLatin1Char('/')) ? canonicalFolder : canonicalFolder + QLatin1Char('/'));
}

FoundFiles findFiles(const QList<Place> &places, const std::function<bool()> &isCancelled)
{
    FoundFiles found;
    QSet<QString> seen;
    for (const Place &place : places) {
        const QFileInfo info(place.path);
        if (!info.exists()) {
            found.unreachable.insert(place.id);
            found.issues.append(
                {place.path, 0, Severity::Error,
                 tr("This place cannot be found, so its articles are kept as missing. Connect the "
                    "drive or bring the folder back, then rescan.")});
            continue;
        }
        Walk walk(place, isCancelled, seen, found);
        if (info.isDir())
            walk.all();
        else
            walk.single(info.fileName());
    }
    return found;
}

} // namespace stillpoint
