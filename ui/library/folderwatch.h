#pragma once

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace stillpoint::ui {

/// Notices that files came, went or were replaced in the folders of the library, and that one file was
/// written in place, once things are quiet again. Other files that are written in place are found by the next
/// look. Watches only so many folders as systems allow.
class FolderWatch final : public QObject
{
    Q_OBJECT
public:
    explicit FolderWatch(QObject *parent);

    void setFolders(const QSet<QString> &folders);
    void setFile(const QString &file); ///< empty: none

Q_SIGNALS:
    void changed();

private:
    void keepFile();

    QString m_file;
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
};

} // namespace stillpoint::ui
