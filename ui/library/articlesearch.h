#pragma once

#include "app/library/library.h"
#include "ui/library/filterparts.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace stillpoint::ui {

/// Asks the library off the GUI thread; a newer question makes older answers worthless, and they are dropped.
class ArticleSearch final : public QObject
{
    Q_OBJECT
public:
    explicit ArticleSearch(QObject *parent);

    void setLibrary(Library *library);
    void ask(const ArticleQuery &query);     ///< at once
    void askSoon(const ArticleQuery &query); ///< when typing pauses
    void askAgain();                         ///< the articles or what was done with them changed
    bool isBusy() const { return m_running || m_pause.isActive(); }

    /// After an empty answer: which of `parts`, dropped, would show the most articles? Emits helped().
    void findCulprit(const QList<FilterPart> &parts);

Q_SIGNALS:
    void answered(const stillpoint::ArticleQuery &query, const stillpoint::ArticleHits &hits);
    void helped(const stillpoint::ui::FilterPart &part, int count);

private:
    void run();

    QPointer<Library> m_library;
    ArticleQuery m_query;
    QTimer m_pause;
    quint64 m_serial = 0;
    bool m_running = false;
};

} // namespace stillpoint::ui
