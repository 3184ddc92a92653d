#include "app/library/walker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Importer", text);
}

class Walk
{
public:
    Walk(const Place &place, const std::function<bool()> &isCancelled, QSet<QString> &seen, FoundFiles &found)
        : m_place(place)
        , m_root(QFileInfo(place.path).isDir() ? place.path : QFileInfo(place.path).path())
        , m_canonicalRoot(QFileInfo(m_root).canonicalFilePath())
        , m_isCancelled(isCancelled)
        , m_seen(seen)
        , m_found(found)
    {
    }

    void folder(const QString &path)
    {
        const QDir dir(path);
        if (!dir.isReadable()) {
            m_found.issues.append(
                {path, 0, Severity::Error,
                 tr("This folder could not be read, so the articles in it were left out. Check its "
                    "permissions and rescan.")});
            return;
        }
        const QFileInfoList entries =
            dir.entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name | QDir::DirsLast);
        for (const QFileInfo &entry : entries) {
            if (m_isCancelled())
                return;
            if (!entry.isDir()) {
                if (isArticleFile(entry.fileName()))
                    file(entry);
            } else if (!entry.isSymLink() && entry.fileName() != QLatin1String("node_modules")) {
                folder(entry.filePath());
            }
        }
    }

    void file(const QFileInfo &info)
    {
        if (info.isSymLink() && !liesInside(info.filePath(), m_canonicalRoot)) {
            m_found.issues.append(
                {info.filePath(), 0, Severity::Note,
                 tr("This is a link to a file outside of the folder, so it was left out.")});
            return;
        }
        const QString absolute = info.absoluteFilePath();
        if (m_seen.contains(absolute))
            return;
        m_seen.insert(absolute);
        m_found.files.append({m_place.id, QFileInfo(m_root).fileName(),
                              QDir(m_root).relativeFilePath(absolute), absolute, info.size(),
                              info.lastModified().toMSecsSinceEpoch()});
    }

private:
    const Place &m_place;
    QString m_root;
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
            walk.folder(info.absoluteFilePath());
        else
            walk.file(info);
    }
    return found;
}

} // namespace stillpoint
