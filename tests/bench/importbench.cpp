#include "app/workspace/workspace.h"
#include "tests/bench/floor.h"
#include "tests/bench/measure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sys/resource.h>

using namespace stillpoint;
using namespace stillpoint::bench;

namespace {

constexpr int touchedShare = 8; // one article in so many is starred

/// CPU seconds of this process and of its finished children.
double cpuSeconds()
{
    double sum = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage used{};
        getrusage(who, &used);
        for (const timeval &part : {used.ru_utime, used.ru_stime})
            sum += static_cast<double>(part.tv_sec) + static_cast<double>(part.tv_usec) / 1e6;
    }
    return sum;
}

struct Cost
{
    QList<double> seconds;
    QList<double> cpu;

    template<class Work>
    bool measure(Work work)
    {
        const double before = cpuSeconds();
        QElapsedTimer timer;
        timer.start();
        const bool good = work();
        seconds.append(static_cast<double>(timer.nsecsElapsed()) / 1e9);
        cpu.append(cpuSeconds() - before);
        return good;
    }
};

struct Costs
{
    Cost floor;
    Cost import;
    Cost rescan;        ///< by a program that was just started
    Cost rescanTouched; ///< with states in the journal
};

std::vector<std::string> articleFiles(const QString &folder)
{
    std::vector<std::string> files;
    const QStringList names{QStringLiteral("*.md"), QStringLiteral("*.markdown"), QStringLiteral("*.mdx")};
    for (QDirIterator it(folder, names, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.push_back(QFile::encodeName(it.next()).toStdString());
    return files;
}

Result<ImportReport> rescan(Workspace &workspace)
{
    auto started = workspace.rescan();
    if (!started)
        return tl::unexpected<Error>(started.error());
    started->waitForFinished();
    return started->result();
}

bool isGood(const Result<ImportReport> &report)
{
    if (!report)
        out() << report.error().message << '\n';
    return report.has_value();
}

/// Stars some articles, as a person who has read for a while.
bool touch(Workspace &workspace)
{
    const auto library = workspace.library();
    if (!library)
        return false;
    const QList<Article> articles = (*library)->articles();
    for (qsizetype i = 0; i < articles.size(); i += touchedShare) {
        if (!workspace.setStarred(articles.at(i).id, true))
            return false;
    }
    return true;
}

/// One import into a new data folder and the rescans after it. Opening the data folder is not measured.
bool importOnce(const QString &folder, const QString &dataFolder, Costs &costs, ImportReport &report)
{
    const SystemClock clock;
    const auto open = [&] { return Workspace::open({AppPaths::inFolder(dataFolder), false}, clock); };
    {
        const auto workspace = open();
        if (!workspace || !(*workspace)->addPlace(folder) || !(*workspace)->library())
            return false;
        Result<ImportReport> imported;
        if (!costs.import.measure([&] { return isGood(imported = rescan(**workspace)); }))
            return false;
        report = *imported;
    }
    const auto again = open();
    return again && (*again)->library() && costs.rescan.measure([&] { return isGood(rescan(**again)); }) &&
           touch(**again) && costs.rescanTouched.measure([&] { return isGood(rescan(**again)); });
}

void print(const char *name, const Cost &cost)
{
    out() << QStringLiteral("  %1 %2 s  (%3 to %4), CPU %5 s")
                 .arg(QLatin1String(name), -34)
                 .arg(quantile(cost.seconds, 0.5), 7, 'f', 3)
                 .arg(quantile(cost.seconds, 0.25), 0, 'f', 3)
                 .arg(quantile(cost.seconds, 0.75), 0, 'f', 3)
                 .arg(quantile(cost.cpu, 0.5), 0, 'f', 2);
}

void printAll(const Costs &costs)
{
    out() << "Median of the rounds and their middle half:\n";
    print("bare C calls, one thread", costs.floor);
    out() << '\n';
    print("Stillpoint, first import", costs.import);
    out() << QStringLiteral("  %1 x the bare calls\n")
                 .arg(medianRatio(costs.import.seconds, costs.floor.seconds), 0, 'f', 2);
    for (const auto &[name, cost] : {std::pair("Stillpoint, nothing has changed", &costs.rescan),
                                     std::pair("the same, one in eight starred", &costs.rescanTouched)}) {
        print(name, *cost);
        out() << QStringLiteral("  %1 % of the first import\n")
                     .arg(100 * medianRatio(cost->seconds, costs.import.seconds), 0, 'f', 1);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Compares the import of a folder with the C calls that it cannot do without."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Articles."));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often both are done."),
                                    QStringLiteral("N"), QStringLiteral("5"));
    parser.addOption(rounds);
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0);
    const std::vector<std::string> files = articleFiles(folder);
    if (folder.isEmpty() || files.empty()) {
        out() << "Name a folder that holds articles.\n";
        return 1;
    }
    const int count = qMax(1, parser.value(rounds).toInt());
    out() << "Stillpoint " STILLPOINT_VERSION ", " << files.size() << " files, " << count
          << " rounds, load of the machine " << load() << Qt::flush;
    Costs costs;
    ImportReport report;
    for (int round = 0; round < count; ++round) {
        const QTemporaryDir data;
        const std::string index = data.filePath(QStringLiteral("floor.db")).toStdString();
        if (!costs.floor.measure([&] { return runFloor(files, index); }) ||
            !importOnce(folder, data.filePath(QStringLiteral("data")), costs, report)) {
            out() << "\nThe round could not be finished.\n";
            return 1;
        }
    }
    out() << " to " << load() << '\n'
          << report.added << " added, " << report.skipped << " left out, " << report.issues.size()
          << " remarks\n";
    printAll(costs);
    return 0;
}
