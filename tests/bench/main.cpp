#include "tests/bench/benchdata.h"
#include "tests/bench/measure.h"
#include "tests/bench/processes.h"
#include "tests/bench/virtualscreen.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QThread>

#include <functional>
#include <optional>

using namespace stillpoint;
using namespace stillpoint::bench;

namespace {

constexpr double paintLimitMs = 30'000;
constexpr unsigned long pollUs = 500;
constexpr unsigned long settleSeconds = 4;

/// One thing to start again and again, and what it means that it is painted.
struct Subject
{
    QString name;
    qsizetype bare; ///< index of the subject it is compared with
    QStringList command;
    bool filled; ///< on a copy of the filled data folder
    bool (VirtualScreen::*isPainted)() const;
    QList<double> times; ///< ms, one a round
};

QString program(const char *name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(name);
}

QList<Subject> subjects(const BenchData &data)
{
    const QString stillpoint = program("stillpoint");
    const auto window = &VirtualScreen::isCovered;
    const auto page = &VirtualScreen::showsMark;
    return {
        {QStringLiteral("bare QMainWindow"), 0, {program("barewindow")}, false, window, {}},
        {QStringLiteral("Stillpoint, new data folder"), 0, {stillpoint}, false, window, {}},
        {QStringLiteral("Stillpoint, a year of entries"), 0, {stillpoint}, true, window, {}},
        {QStringLiteral("bare QWebEngineView, page"), 3, {program("bareweb"), data.page}, false, page, {}},
        {QStringLiteral("Stillpoint, article"),
         3,
         {stillpoint, QStringLiteral("--open"), data.article},
         true,
         page,
         {}}};
}

/// Starts programs one after the other, each on an empty screen and with a data folder of its own.
class Stage final
{
public:
    Stage(QString folder, const BenchData &data)
        : m_folder(std::move(folder))
        , m_data(data)
    {
    }
    bool isReady() const { return m_screen.isReady(); }

    /// Milliseconds from the start of the program until it is painted, then `look` sees it run.
    std::optional<double> run(const Subject &subject,
                              const std::function<void(const RunningProgram &)> &look = {})
    {
        const QString dataFolder = m_folder + QStringLiteral("/run%1").arg(++m_runs);
        if (subject.filled && !copyFolder(m_data.filledFolder, dataFolder))
            return std::nullopt;
        std::optional<double> painted;
        {
            // The bare programs do not look at the last two words.
            const RunningProgram running(subject.command + QStringList{QStringLiteral("--data"), dataFolder});
            while (!painted && running.isRunning() && running.elapsedMs() < paintLimitMs) {
                QThread::usleep(pollUs);
                if ((m_screen.*subject.isPainted)())
                    painted = running.elapsedMs();
            }
            if (painted && look)
                look(running);
        }
        while (!m_screen.isEmpty())
            QThread::usleep(pollUs);
        return painted;
    }

private:
    QString m_folder;
    const BenchData &m_data;
    VirtualScreen m_screen;
    int m_runs = 0;
};

bool measureTimes(Stage &stage, QList<Subject> &all, int rounds)
{
    // The first round only warms the disk cache.
    for (int round = 0; round <= rounds; ++round) {
        for (Subject &subject : all) {
            const auto time = stage.run(subject);
            if (!time) {
                out() << subject.name << ": nothing was painted\n";
                return false;
            }
            if (round > 0)
                subject.times.append(*time);
        }
    }
    return true;
}

void printTimes(const QList<Subject> &all)
{
    out() << "\nStart to painted, median of the rounds and their middle half:\n";
    for (const Subject &subject : all) {
        out() << QStringLiteral("  %1 %2 ms  (%3 to %4)")
                     .arg(subject.name, -32)
                     .arg(quantile(subject.times, 0.5), 6, 'f', 0)
                     .arg(quantile(subject.times, 0.25), 0, 'f', 0)
                     .arg(quantile(subject.times, 0.75), 0, 'f', 0);
        const Subject &bare = all.at(subject.bare);
        if (&bare != &subject)
            out() << QStringLiteral("  %1 x the bare one")
                         .arg(medianRatio(subject.times, bare.times), 0, 'f', 2);
        out() << '\n';
    }
}

void printMemory(Stage &stage, const QList<Subject> &all)
{
    out() << "\nMemory of the process tree (PSS), " << settleSeconds << " s after the first paint:\n";
    for (const Subject &subject : all) {
        double memory = 0;
        stage.run(subject, [&memory](const RunningProgram &running) {
            QThread::sleep(settleSeconds);
            memory = running.memory();
        });
        out() << QStringLiteral("  %1 %2 MiB\n").arg(subject.name, -32).arg(memory, 5, 'f', 0);
        out().flush();
    }
    out() << "Today is shown before the reader is loaded, the article after.\n";
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Compares Stillpoint's start with that of bare Qt programs."));
    parser.addHelpOption();
    const QCommandLineOption rounds(QStringLiteral("rounds"),
                                    QStringLiteral("How often each program starts."), QStringLiteral("N"),
                                    QStringLiteral("15"));
    parser.addOption(rounds);
    parser.process(application);

    const QTemporaryDir folder;
    // What a killed program leaves, such as its socket, goes with the folder.
    qputenv("TMPDIR", folder.path().toLocal8Bit());
    const auto data = makeBenchData(folder.path());
    if (!data) {
        out() << data.error().message << '\n';
        return 1;
    }
    Stage stage(folder.path(), *data);
    if (!stage.isReady()) {
        out() << "Xvfb could not be started, or its screen could not be read.\n";
        return 1;
    }
    QList<Subject> all = subjects(*data);
    const int count = qMax(1, parser.value(rounds).toInt());
    out() << "Stillpoint " STILLPOINT_VERSION ", " << count << " rounds, load of the machine " << load();
    if (!measureTimes(stage, all, count))
        return 1;
    out() << " to " << load() << '\n';
    printTimes(all);
    printMemory(stage, all);
    return 0;
}
