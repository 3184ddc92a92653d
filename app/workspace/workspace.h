#pragma once

#include "app/base/apppaths.h"
#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/journal/journal.h"
#include "app/library/library.h"
#include "app/settings/settings.h"

#include <functional>

#include <memory>

namespace stillpoint {

/// One open data folder. Opens paths, settings, journal and library in order and is the only one that knows
/// both stores: it hands library places, anchors and marks from the journal to the library. GUI thread, or
/// the only thread of the CLI.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        AppPaths paths;
        bool readOnly = false;
    };
    static Result<std::unique_ptr<Workspace>> open(const Options &options, const Clock &clock);
    /// The same in two steps, for a window that shows before the journal is read: until openJournal()
    /// succeeded only paths, clock and settings may be used.
    static Result<std::unique_ptr<Workspace>> prepare(const Options &options, const Clock &clock);
    Result<void> openJournal();
    /// The same without waiting: the file is read on a worker, then the journal is put to use and `done`
    /// called on this thread. Dropped when the workspace goes before that.
    void openJournalLater(std::function<void(const Result<void> &)> done);

    const AppPaths &paths() const { return m_paths; }
    const Clock &clock() const { return m_clock; }
    Settings &settings() { return *m_settings; }
    Journal &journal() { return *m_journal; }
    /// Opened on first use: the index is large and Today never needs it.
    Result<Library *> library();

    QList<Place> places() const;
    /// Registers a folder or file, unless a registered place already holds it; a parent absorbs its children.
    Result<void> addPlace(const QString &path);
    /// Forgets a place; files and what was done with its articles stay.
    Result<void> removePlace(const QString &path);
    /// Imports all registered places.
    Result<QFuture<Result<ImportReport>>> rescan();

    Result<void> setReadState(const QUuid &article, ReadState state, Author author);
    Result<void> setStarred(const QUuid &article, bool starred);
    Result<void> setArchived(const QUuid &article, bool archived);
    /// The code of a text encoding to read the file in; empty: as its bytes say. Its page is read so at once,
    /// list and search with the next import (Library::encodingsChanged).
    Result<void> setEncoding(const QUuid &article, const QString &encoding);

Q_SIGNALS:
    void placesChanged();

private:
    Workspace(const Options &options, const Clock &clock);
    Journal::Options journalOptions() const;
    void use(std::unique_ptr<Journal> journal);
    Result<void> editArticleState(const QUuid &article, Author author,
                                  const std::function<void(ArticleState &)> &edit);
    void pushMarks();

    AppPaths m_paths;
    const Clock &m_clock;
    bool m_readOnly;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Library> m_library;
    QList<Place> m_places; ///< as last told
};

} // namespace stillpoint
