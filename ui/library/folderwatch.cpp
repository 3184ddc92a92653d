#include "ui/library/folderwatch.h"

#include <QFile>

namespace stillpoint::ui {

namespace {
constexpr int quietMs = 1500;
constexpr qsizetype mostFolders = 2000; // a quarter of what Linux grants one person by default
} // namespace

FolderWatch::FolderWatch(QObject *parent)
    : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &FolderWatch::changed);
    connect(&m_quiet, &QTimer::timeout, this, &FolderWatch::keepFile);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_quiet, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_quiet, qOverload<>(&QTimer::start));
}

void FolderWatch::setFile(const QString &file)
{
    if (file == m_file)
        return;
    if (m_watcher.files().contains(m_file))
        m_watcher.removePath(m_file);
    m_file = file;
    keepFile();
}

/// A file that was replaced or taken away for a moment is no longer watched.
void FolderWatch::keepFile()
{
    if (!m_file.isEmpty() && !m_watcher.files().contains(m_file) && QFile::exists(m_file))
        m_watcher.addPath(m_file);
}

void FolderWatch::setFolders(const QSet<QString> &folders)
{
    const QStringList listed = m_watcher.directories();
    const QSet<QString> watched(listed.begin(), listed.end());
    QStringList gone = (watched - folders).values();
    QStringList wanted = (folders - watched).values();
    wanted.resize(qMin(wanted.size(), qMax<qsizetype>(0, mostFolders - (watched.size() - gone.size()))));
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

} // namespace stillpoint::ui
