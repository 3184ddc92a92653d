#pragma once

#include "app/base/error.h"
#include "app/library/importreport.h"
#include "ui/library/folderwatch.h"
#include "ui/shell/page.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>
#include <QUuid>

#include <optional>

namespace stillpoint::ui {

/// Adds places and reads them in, one import at a time; says how far it is and what came of it.
class ImportRunner final : public QObject
{
    Q_OBJECT
public:
    ImportRunner(const ShellContext &context, QWidget *page);

    void addFolder(); ///< asks for one
    void addFiles();  ///< asks for some
    void rescan();
    void rescanSoon();                  ///< places came or went
    void catchUp();                     ///< reads what changed while nobody listened, and watches from now on
    void setOpen(const QUuid &article); ///< the file to watch most closely
    void stop();
    void showReport(); ///< of the last import and of all files that were not read as they stand
    bool isRunning() const { return m_running; } ///< until what came of it is said

Q_SIGNALS:
    void progressed(int done, int total); ///< once the work has lasted 400 ms
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QStringList &paths);
    void start(bool quiet); ///< `quiet`: says something only when something changed
    void report();
    void tellFailure(const Error &error, bool quiet);
    void watch();
    void watchOpen();

    ShellContext m_context;
    QWidget *m_page;
    QFutureWatcher<Result<ImportReport>> m_watcher;
    std::optional<ImportReport> m_last; ///< of this sitting
    QTimer m_patience;
    QTimer m_soon;
    FolderWatch m_watch;
    QUuid m_open;
    QTimer m_lookLater;
    QElapsedTimer m_sinceLook;   ///< valid once the files were looked at
    std::optional<bool> m_again; ///< look once more after this, quietly or not
    bool m_running = false;
    bool m_quiet = false;
    bool m_comesFromDialog = false; ///< the window is active again because one of its own dialogs went
    QString m_failure;              ///< what was said of the last look, if it failed
};

} // namespace stillpoint::ui
