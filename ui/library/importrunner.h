#pragma once

#include "app/base/error.h"
#include "app/library/importreport.h"
#include "ui/shell/page.h"

#include <QFutureWatcher>
#include <QTimer>

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
    void catchUp();    ///< reads places that came or went while nobody listened
    void stop();
    bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void progressed(int done, int total); ///< once the work has lasted 400 ms
    void finished();

private:
    void add(const QStringList &paths);
    void report();

    ShellContext m_context;
    QWidget *m_page;
    QFutureWatcher<Result<ImportReport>> m_watcher;
    QTimer m_patience;
    QTimer m_soon;
    bool m_again = false;
};

} // namespace stillpoint::ui
