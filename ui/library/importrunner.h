#pragma once

#include "app/base/error.h"
#include "app/library/importreport.h"
#include "ui/library/folderwatch.h"
#include "ui/shell/page.h"

#include <QFutureWatcher>
#include <QTimer>

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
    void rescanSoon(); ///< places came or went
    void catchUp();    ///< reads what changed while nobody listened, and watches from now on
    void stop();
    void showReport(); ///< of the last import and of all files that were not read as they stand
    bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void progressed(int done, int total); ///< once the work has lasted 400 ms
    void finished();

private:
    void add(const QStringList &paths);
    void start(bool quiet); ///< `quiet`: says something only when something changed
    void report();
    void watch();

    ShellContext m_context;
    QWidget *m_page;
    QFutureWatcher<Result<ImportReport>> m_watcher;
    std::optional<ImportReport> m_last; ///< of this sitting
    QTimer m_patience;
    QTimer m_soon;
    FolderWatch m_watch;
    std::optional<bool> m_again; ///< look once more after this, quietly or not
    bool m_quiet = false;
};

} // namespace stillpoint::ui
