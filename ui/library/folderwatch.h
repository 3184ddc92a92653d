#pragma once

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace stillpoint::ui {

/// Notices that files came, went or were replaced in the folders of the library, once things are quiet again.
/// A file that is written in place is found by the next look. Watches only so many folders as systems allow.
class FolderWatch final : public QObject
{
    Q_OBJECT
public:
    explicit FolderWatch(QObject *parent);

    void setFolders(const QSet<QString> &folders);

Q_SIGNALS:
    void changed();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
};

} // namespace stillpoint::ui
