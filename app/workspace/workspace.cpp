#include "app/workspace/workspace.h"

#include "app/base/files.h"
#include "app/base/identifiers.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

namespace stillpoint {

namespace {

QString canonical(const QString &path)
{
    const QString resolved = QFileInfo(path).canonicalFilePath();
    return resolved.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : resolved;
}

bool isInside(const QString &path, const QString &folder)
{
    const bool isRoot = folder.endsWith(QLatin1Char('/'));
    return path == folder || path.startsWith(isRoot ? folder : folder + QLatin1Char('/'));
}

ArticleMarks marksOf(const ArticleState &state)
{
    ArticleMarks marks;
    marks.state = static_cast<ArticleMarks::State>(state.readState);
    marks.starred = state.starred;
    marks.archived = state.archived;
    marks.encoding = state.encoding;
    return marks;
}
static_assert(static_cast<int>(ArticleMarks::State::Read) == static_cast<int>(ReadState::Read));

} // namespace

Workspace::Workspace(const Options &options, const Clock &clock)
    : m_paths(options.paths)
    , m_clock(clock)
    , m_readOnly(options.readOnly)
{
}

Result<std::unique_ptr<Workspace>> Workspace::open(const Options &options, const Clock &clock)
{
    auto workspace = prepare(options, clock);
    if (workspace) {
        if (const auto opened = (*workspace)->openJournal(); !opened)
            return tl::unexpected<Error>(opened.error());
    }
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::prepare(const Options &options, const Clock &clock)
{
    std::unique_ptr<Workspace> workspace(new Workspace(options, clock));
    if (!options.readOnly) {
        if (const auto made = makePrivateFolder(options.paths.dataFolder); !made)
            return tl::unexpected<Error>(made.error());
    }
    workspace->m_settings = std::make_unique<Settings>(options.paths.settingsFile, options.readOnly);
    return workspace;
}

Journal::Options Workspace::journalOptions() const
{
    Journal::Options journal;
    journal.file = m_paths.journalFile();
    journal.deviceFile = m_paths.deviceFile();
    journal.backupsFolder = m_paths.backupsFolder();
    journal.dayStartMinutes = m_settings->number(Setting::DayStart);
    journal.readOnly = m_readOnly;
    return journal;
}

Result<void> Workspace::openJournal()
{
    return Journal::open(journalOptions(), m_clock).map([this](std::unique_ptr<Journal> &&journal) {
        use(std::move(journal));
    });
}

void Workspace::openJournalLater(std::function<void(const Result<void> &)> done)
{
    QtConcurrent::run([options = journalOptions(), &clock = m_clock] {
        return Journal::load(options, clock);
    }).then(this, [this, done = std::move(done)](Result<Journal::Loaded> loaded) {
        done(std::move(loaded).map(
            [this](Journal::Loaded &&journal) { use(Journal::begin(std::move(journal))); }));
    });
}

void Workspace::use(std::unique_ptr<Journal> journal)
{
    m_journal = std::move(journal);
    m_places = places();
    connect(m_settings.get(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::DayStart)
            m_journal->setDayStart(m_settings->number(Setting::DayStart));
    });
    connect(m_journal.get(), &Journal::changed, this, [this](const QSet<RecordKind> &kinds) {
        if (kinds.contains(RecordKind::Article))
            pushMarks();
        // All kinds are named when the journal was read anew, and importing for nothing would be seen.
        if (!kinds.contains(RecordKind::Place))
            return;
        const QList<Place> before = std::exchange(m_places, places());
        if (before != m_places)
            Q_EMIT placesChanged();
    });
}

Result<Library *> Workspace::library()
{
    if (!m_library) {
        const Library::Options options{m_paths.libraryFile(),
                                       siblingFile(QStringLiteral("stillpoint-render")), m_readOnly};
        auto opened = Library::open(options, m_clock);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        m_library = std::move(*opened);
        pushMarks();
    }
    return m_library.get();
}

QList<Place> Workspace::places() const
{
    QList<Place> places;
    for (const PlaceRecord &record : m_journal->all<PlaceRecord>())
        places.append({record.id, record.name, record.path});
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.path < b.path; });
    return places;
}

Result<void> Workspace::addPlace(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return failure(
            ErrorCode::NotFound,
            tr("There is nothing at %1. Nothing was added; check the path and try again.").arg(path));
    }
    if (!info.isReadable()) {
        return failure(
            ErrorCode::Io,
            tr("%1 cannot be read. Nothing was added; check its permissions and try again.").arg(path));
    }
    const QString wanted = canonical(path);
    const QList<PlaceRecord> known = m_journal->all<PlaceRecord>();
    for (const PlaceRecord &place : known) {
        if (isInside(wanted, place.path))
            return {};
    }
    QList<QPair<RecordKind, QUuid>> absorbed;
    for (const PlaceRecord &place : known) {
        if (isInside(place.path, wanted))
            absorbed.append({RecordKind::Place, place.id});
    }
    PlaceRecord place;
    place.id = newId(m_clock.now().utcMs);
    place.name = QFileInfo(wanted).fileName();
    place.path = wanted;
    return m_journal->put({place}, Author::Person, absorbed);
}

Result<void> Workspace::removePlace(const QString &path)
{
    const QString wanted = canonical(path);
    for (const PlaceRecord &place : m_journal->all<PlaceRecord>()) {
        if (place.path == wanted)
            return m_journal->remove(RecordKind::Place, place.id);
    }
    return failure(ErrorCode::NotFound,
                   tr("%1 is not a registered place. Nothing was changed; the list of places shows "
                      "what can be removed.")
                       .arg(path));
}

Result<QFuture<Result<ImportReport>>> Workspace::rescan()
{
    const auto opened = library();
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    QList<ArticleAnchor> anchors;
    for (const ArticleState &state : m_journal->all<ArticleState>())
        anchors.append({state.id, state.place, state.path, state.frontMatterId, state.hash, state.title,
                        state.encoding});
    return (*opened)->import(places(), anchors);
}

Result<void> Workspace::setReadState(const QUuid &article, ReadState state, Author author)
{
    return editArticleState(article, author, [state](ArticleState &record) { record.readState = state; });
}

Result<void> Workspace::setStarred(const QUuid &article, bool starred)
{
    return editArticleState(article, Author::Person,
                            [starred](ArticleState &record) { record.starred = starred; });
}

Result<void> Workspace::setArchived(const QUuid &article, bool archived)
{
    return editArticleState(article, Author::Person,
                            [archived](ArticleState &record) { record.archived = archived; });
}

Result<void> Workspace::setEncoding(const QUuid &article, const QString &encoding)
{
    return editArticleState(article, Author::Person,
                            [&encoding](ArticleState &record) { record.encoding = encoding; });
}

Result<void> Workspace::editArticleState(const QUuid &article, Author author,
                                         const std::function<void(ArticleState &)> &edit)
{
    ArticleState record = m_journal->find<ArticleState>(article).value_or(ArticleState{});
    if (record.id.isNull()) {
        const auto opened = library();
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        const auto known = (*opened)->article(article);
        if (!known) {
            return failure(ErrorCode::NotFound,
                           tr("This article is no longer in the library. Nothing was changed; look "
                              "for changes in the library and try again."));
        }
        record.id = known->id;
        record.place = known->place;
        record.path = known->path;
        record.frontMatterId = known->frontMatterId;
        record.hash = known->hash;
        record.title = known->title;
    }
    edit(record);
    return m_journal->put({record}, author);
}

void Workspace::pushMarks()
{
    if (!m_library)
        return;
    MarksById marks;
    for (const ArticleState &state : m_journal->all<ArticleState>())
        marks.insert(state.id, marksOf(state));
    m_library->setMarks(marks);
}

} // namespace stillpoint
