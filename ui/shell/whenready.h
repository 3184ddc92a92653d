#pragma once

#include <QFutureWatcher>

namespace stillpoint::ui {

/// Calls `use` with the value of `future` on the thread of `context`, unless `context` is gone by then or
/// nothing came of it. QFuture::then(context) of Qt 6.4 must not outlive its context; this may.
template<class T, class Use>
void whenReady(const QFuture<T> &future, QObject *context, Use use)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, run = std::move(use)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             run(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace stillpoint::ui
