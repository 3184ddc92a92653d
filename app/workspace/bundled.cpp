#include "app/workspace/bundled.h"

#include "app/base/files.h"
#include "app/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initBundles()
{
    Q_INIT_RESOURCE(samples);
    Q_INIT_RESOURCE(help);
}

namespace stillpoint {

namespace {

constexpr qint64 largestFile = qint64{16} * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Bundled", text);
}

struct About
{
    QString source; ///< folder among the resources
    QString folder; ///< under "unpacked"
    QString name;
    QString first; ///< the article to begin with
    QUuid place;   ///< the same on every computer, so that adding again is the same place
};

About aboutOf(Bundle bundle)
{
    if (bundle == Bundle::Samples) {
        return {QStringLiteral(":/samples"), QStringLiteral("samples"), tr("Sample articles"),
                QStringLiteral("first-session.md"),
                QUuid(0x5711f0d0, 0x0000, 0x7000, 0x80, 0x00, 0x00, 0x00, 0x00, 0x5a, 0x3b, 0x00)};
    }
    return {QStringLiteral(":/help"), QStringLiteral("manual"), tr("Stillpoint manual"),
            QStringLiteral("index.md"),
            QUuid(0x5711f0d0, 0x0000, 0x7000, 0x80, 0x00, 0x00, 0x00, 0x00, 0x4e, 0x1b, 0x00)};
}

/// As places write it: without links on the way.
QString canonicalFolder(const QString &folder)
{
    return QDir(folder).canonicalPath();
}

/// Only files whose bytes differ are written, so that an import finds nothing new in the others.
Result<void> refreshFile(const QString &source, const QString &target)
{
    return readFile(source, largestFile).and_then([&](const QByteArray &bytes) -> Result<void> {
        const auto old = readFile(target, largestFile);
        if (old && *old == bytes)
            return {};
        return makePrivateFolder(QFileInfo(target).path()).and_then([&] {
            return writeFileAtomically(target, bytes);
        });
    });
}

/// The folder becomes what the program brings: files of an older one that it no longer has go.
Result<void> unpack(const About &about, const QString &folder)
{
    initBundles();
    QSet<QString> names;
    for (QDirIterator files(about.source, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString source = files.next();
        const QString name = source.mid(about.source.size() + 1);
        names.insert(name);
        if (auto written = refreshFile(source, folder + QLatin1Char('/') + name); !written)
            return written;
    }
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString file = files.next();
        if (!names.contains(file.mid(folder.size() + 1)))
            QFile::remove(file);
    }
    return {};
}

/// Nothing but what opening and reading it marked.
bool isOnlyRead(const ArticleState &state)
{
    return !state.starred && !state.archived && state.tags.isEmpty() && state.note.isEmpty() &&
           state.encoding.isEmpty() && state.extra.isEmpty();
}

/// Articles that highlights and links speak of.
QSet<QUuid> articlesNamed(const Journal &journal)
{
    QSet<QUuid> named;
    for (const Highlight &highlight : journal.all<Highlight>())
        named.insert(highlight.article);
    for (const Link &link : journal.all<Link>())
        named << link.from << link.to;
    return named;
}

/// Asked before any file is touched.
Result<void> checkWritable(Workspace &workspace)
{
    if (!workspace.journal().isReadOnly())
        return {};
    return failure(ErrorCode::ReadOnly,
                   tr("The journal is open for reading only, and it holds the library's places. Nothing was "
                      "changed; check that its folder can be written and start again."));
}

} // namespace

QString bundleFolder(const AppPaths &paths, Bundle bundle)
{
    return paths.unpackedFolder() + QLatin1Char('/') + aboutOf(bundle).folder;
}

bool isBundled(const Place &place)
{
    return place.id == aboutOf(Bundle::Samples).place || place.id == aboutOf(Bundle::Manual).place;
}

bool isBundleAdded(const Workspace &workspace, Bundle bundle)
{
    const QUuid id = aboutOf(bundle).place;
    const QList<Place> places = workspace.places();
    return std::any_of(places.begin(), places.end(), [&](const Place &place) { return place.id == id; });
}

Result<void> addBundle(Workspace &workspace, Bundle bundle)
{
    const About about = aboutOf(bundle);
    const QString folder = bundleFolder(workspace.paths(), bundle);
    return checkWritable(workspace).and_then([&] { return unpack(about, folder); }).and_then([&] {
        PlaceRecord place;
        place.id = about.place;
        place.name = about.name;
        place.path = canonicalFolder(folder);
        return workspace.journal().put({place}, Author::Auto);
    });
}

Result<void> removeBundle(Workspace &workspace, Bundle bundle)
{
    const QUuid place = aboutOf(bundle).place;
    Journal &journal = workspace.journal();
    if (auto writable = checkWritable(workspace); !writable)
        return writable;
    const QSet<QUuid> named = articlesNamed(journal);
    QList<RecordRef> gone;
    for (const ArticleState &state : journal.all<ArticleState>()) {
        if (state.place == place && isOnlyRead(state) && !named.contains(state.id))
            gone.append({RecordKind::Article, state.id});
    }
    if (journal.find<PlaceRecord>(place))
        gone.append({RecordKind::Place, place});
    const QString folder = bundleFolder(workspace.paths(), bundle);
    return (gone.isEmpty() ? Result<void>() : journal.put({}, Author::Auto, gone))
        .and_then([&]() -> Result<void> {
            if (QDir(folder).exists() && !QDir(folder).removeRecursively()) {
                return failure(
                    ErrorCode::Io,
                    tr("The articles are no longer in the library, but their folder %1 could not be "
                       "deleted. Check its permissions and delete it.")
                        .arg(folder));
            }
            QDir().rmdir(workspace.paths().unpackedFolder()); // stays while it holds anything else
            return {};
        });
}

std::optional<QUuid> firstArticle(Workspace &workspace, Bundle bundle)
{
    const auto library = workspace.library();
    if (!library)
        return std::nullopt;
    const QString folder = canonicalFolder(bundleFolder(workspace.paths(), bundle));
    const auto article = (*library)->articleAt(folder + QLatin1Char('/') + aboutOf(bundle).first);
    return article ? std::optional(article->id) : std::nullopt;
}

} // namespace stillpoint
