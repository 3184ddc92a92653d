#include "tests/bench/benchdata.h"

#include "app/base/identifiers.h"
#include "app/workspace/workspace.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QImage>

namespace stillpoint::bench {

namespace {

constexpr int articleCount = 200;
constexpr int days = 365;
constexpr int markSide = 200;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool writeArticles(const QDir &folder, const BenchData &data)
{
    QImage mark(markSide, markSide, QImage::Format_RGB32);
    mark.fill(markColor);
    bool good = mark.save(folder.filePath(QStringLiteral("mark.png")));
    for (int i = 0; i < articleCount; ++i) {
        const QByteArray number = QByteArray::number(i);
        good = good &&
               write(folder.filePath(QStringLiteral("%1.md").arg(i)),
                     "---\ntitle: Article " + number + "\ntags: [massage, tag" + QByteArray::number(i % 20) +
                         "]\n---\n" + QByteArray("A paragraph about rest.\n\n").repeated(20));
    }
    return good && write(data.article, "# The mark\n\n![The mark](mark.png)\n\nA paragraph about rest.\n") &&
           write(data.page,
                 "<!doctype html><h1>The mark</h1><p><img src=mark.png><p>A paragraph about rest.");
}

Result<void> writeJournal(Journal &journal, const Clock &clock)
{
    const Moment now = clock.now();
    QList<Record> records;
    for (int day = 0; day < days; ++day) {
        const When when = When::at(momentAt(now.utcMs - day * Q_INT64_C(86'400'000), now.zone));
        CheckIn checkIn;
        checkIn.id = newId(now.utcMs);
        checkIn.time = when;
        checkIn.ratings[{Phase::AdHoc, QStringLiteral("stress"), {}}].value = day % 11;
        records.append(checkIn);
        if (day % 7 != 0)
            continue;
        Session session;
        session.id = newId(now.utcMs);
        session.start = when;
        session.minutes = 60;
        session.modalities = {QStringLiteral("deep-tissue")};
        session.ratings[{Phase::Before, QStringLiteral("stress"), {}}].value = 7;
        session.ratings[{Phase::After, QStringLiteral("stress"), {}}].value = 3;
        records.append(session);
    }
    return journal.put(records);
}

Result<void> import(Workspace &workspace, const QString &folder)
{
    if (const auto added = workspace.addPlace(folder); !added)
        return added;
    const auto running = workspace.rescan();
    if (!running)
        return tl::unexpected<Error>(running.error());
    QFutureWatcher<Result<ImportReport>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(*running);
    loop.exec();
    const auto report = running->result();
    return report ? Result<void>() : tl::unexpected<Error>(report.error());
}

} // namespace

Result<BenchData> makeBenchData(const QString &folder)
{
    const QDir base(folder);
    base.mkpath(QStringLiteral("articles"));
    const QDir articles(base.filePath(QStringLiteral("articles")));
    BenchData data{base.filePath(QStringLiteral("filled")), articles.filePath(QStringLiteral("mark.md")),
                   articles.filePath(QStringLiteral("mark.html"))};
    if (!writeArticles(articles, data))
        return failure(ErrorCode::Io, QStringLiteral("The articles could not be written."));
    const SystemClock clock;
    const auto workspace = Workspace::open({AppPaths::inFolder(data.filledFolder), false}, clock);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    if (const auto written = writeJournal((*workspace)->journal(), clock); !written)
        return tl::unexpected<Error>(written.error());
    if (const auto imported = import(**workspace, articles.path()); !imported)
        return tl::unexpected<Error>(imported.error());
    return data;
}

bool copyFolder(const QString &from, const QString &to)
{
    const QDir source(from);
    const QDir target(to);
    if (!target.mkpath(QStringLiteral(".")))
        return false;
    const QStringList files = source.entryList(QDir::Files | QDir::Hidden);
    return std::all_of(files.begin(), files.end(), [&](const QString &file) {
        return QFile::copy(source.filePath(file), target.filePath(file));
    });
}

} // namespace stillpoint::bench
