#include "tests/bench/manyarticles.h"

#include "app/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

namespace stillpoint::bench {

namespace {

constexpr int articleCount = 8000;
constexpr int tagCount = 900;
constexpr quint32 seed = 20261122;
constexpr qsizetype largeBytes = qsizetype{1} << 20;

const QByteArrayList words =
    QByteArray("neck shoulder back massage breath sleep desk walk warm slow deep tissue "
               "stretch rest hand foot muscle pain habit morning evening water light the "
               "and of to with for is are that more less often gently")
        .split(' ');

QByteArray sentence(QRandomGenerator &random, int length)
{
    QByteArray text;
    for (int i = 0; i < length; ++i)
        text += (i == 0 ? "" : " ") + words.at(random.bounded(static_cast<int>(words.size())));
    return text + ".";
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray smallArticle(QRandomGenerator &random, int number)
{
    QByteArray text = "---\ntitle: " + sentence(random, 5) + "\ndate: 20" +
                      QByteArray::number(10 + number % 16) + "-0" + QByteArray::number(1 + number % 9) +
                      "-11\nauthor: Author " + QByteArray::number(number % 40) + "\ncategory: Category " +
                      QByteArray::number(number % 25) + "\ntags: [tag " +
                      QByteArray::number(random.bounded(tagCount)) + ", tag " +
                      QByteArray::number(random.bounded(30)) + "]\n---\n\n";
    for (int i = 0; i < 8; ++i)
        text += sentence(random, 40) + "\n\n";
    return text;
}

Result<void> import(Workspace &workspace, const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (const auto added = workspace.addPlace(folder); !added)
            return added;
    }
    auto running = workspace.rescan();
    if (!running)
        return tl::unexpected<Error>(running.error());
    running->waitForFinished();
    const auto report = running->result();
    return report ? Result<void>() : tl::unexpected<Error>(report.error());
}

} // namespace

QByteArray largeArticle(qsizetype bytes)
{
    QRandomGenerator random(seed);
    QByteArray text = "---\ntitle: Everything about necks\ntags: [neck, long]\n---\n\n";
    for (int section = 1; text.size() < bytes; ++section) {
        const QByteArray number = QByteArray::number(section);
        text += "## Section " + number + "\n\n";
        for (int i = 0; i < 4; ++i)
            text += sentence(random, 60) + " See [a page](https://example.org/" + number + ") and **" +
                    sentence(random, 3) + "**\n\n";
        for (int i = 0; i < 5; ++i)
            text += "- " + sentence(random, 12) + "\n";
        text += "\n| One | Two |\n|---|---|\n";
        for (int i = 0; i < 4; ++i)
            text += "| " + sentence(random, 3) + " | `" + sentence(random, 2) + "` |\n";
        text += "\n```\n" + sentence(random, 20) + "\n```\n\n> " + sentence(random, 20) + "\n\n";
    }
    return text;
}

Result<ManyArticles> makeManyArticles(const QString &folder, const QString &articles)
{
    const QDir base(folder);
    const QString own = base.filePath(QStringLiteral("articles"));
    base.mkpath(own);
    bool good =
        write(own + QStringLiteral("/large.md"), largeArticle(largeBytes)) &&
        write(own + QStringLiteral("/small.md"), "# Small\n\nA neck, and a [site](https://example.org).\n");
    QRandomGenerator random(seed);
    for (int i = 0; i < articleCount && articles.isEmpty(); ++i)
        good = good && write(own + QStringLiteral("/%1.md").arg(i), smallArticle(random, i));
    if (!good)
        return failure(ErrorCode::Io, QStringLiteral("The articles could not be written."));
    ManyArticles many{base.filePath(QStringLiteral("data")), {}, {}, 0};
    const SystemClock clock;
    const auto workspace = Workspace::open({AppPaths::inFolder(many.dataFolder), false}, clock);
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    const QStringList folders = articles.isEmpty() ? QStringList{own} : QStringList{own, articles};
    if (const auto imported = import(**workspace, folders); !imported)
        return tl::unexpected<Error>(imported.error());
    const auto library = (*workspace)->library();
    if (!library)
        return tl::unexpected<Error>(library.error());
    const auto idOf = [&](const char *name) {
        const QString file = QDir(own).canonicalPath() + QLatin1Char('/') + QLatin1String(name);
        return (*library)->articleAt(file).value_or(Article()).id;
    };
    many.large = idOf("large.md");
    many.small = idOf("small.md");
    many.articles = (*library)->size();
    return many;
}

} // namespace stillpoint::bench
