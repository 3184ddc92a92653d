#include "app/base/hardening.h"
#include "ui/application.h"
#include "ui/chartfile.h"
#include "ui/shell/programstyle.h"
#include "ui/shell/prompts.h"
#include "ui/shell/singleinstance.h"
#include "ui/uiresources.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFutureSynchronizer>
#include <QtConcurrentRun>
#include <QTextStream>

#include <algorithm>
#include <cstring>
#include <fontconfig/fontconfig.h>
#include <future>

namespace stillpoint::ui {

namespace {

bool hasFlag(int argc, char **argv, const char *flag)
{
    const auto length = std::strlen(flag);
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
        return std::strncmp(argument, flag, length) == 0 &&
               (argument[length] == '\0' || argument[length] == '=');
    });
}

void printLine(FILE *stream, const QString &text)
{
    QTextStream(stream) << text << Qt::endl;
}

void tellAtStart(Prompts &prompts, const Error &error, bool withoutDisplay)
{
    printLine(stderr, error.message);
    if (!withoutDisplay)
        prompts.tell(nullptr, QCoreApplication::translate("Application", "Stillpoint could not start"),
                     error.message);
}

int runWindow(const StartOptions &options, const Clock &clock, Prompts &prompts)
{
    const bool offscreen = !options.screenshot.isEmpty();
    SingleInstance instance(options.paths().dataFolder);
    if (!offscreen && instance.raiseOther())
        return 0;
    Application application(options, clock, prompts);
    QObject::connect(&application, &Application::failed, &application,
                     [&prompts, offscreen](const Error &error) {
                         tellAtStart(prompts, error, offscreen);
                         QCoreApplication::exit(1);
                     });
    if (const auto started = application.start(); !started) {
        tellAtStart(prompts, started.error(), offscreen);
        return 1;
    }
    if (offscreen) {
        application.takeScreenshot([](bool saved) { QCoreApplication::exit(saved ? 0 : 1); });
    } else {
        instance.listen();
        QObject::connect(&instance, &SingleInstance::raised, &application, &Application::bringToFront);
    }
    return QApplication::exec();
}

int drawChart(const StartOptions &options, const Clock &clock)
{
    const Result<void> written = writeChartFile(options, clock);
    if (!written)
        printLine(stderr, written.error().message);
    return written ? 0 : 1;
}

} // namespace

int runStillpoint(int argc, char **argv)
{
    hardenProcess();
    // What is only printed or drawn into a file needs no display.
    const auto asksFor = [&](const char *flag) { return hasFlag(argc, argv, flag); };
    const auto withoutDisplay = {"--screenshot", "--chart", "--help", "-h", "--version", "-v"};
    if (std::any_of(withoutDisplay.begin(), withoutDisplay.end(), asksFor))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // The system's fonts are looked up on the disk while Qt speaks with the display. (Should Qt take its
    // start-up id out of the environment while HOME is read from it, this one start may lack the person's own
    // fonts.)
    const std::future<void> systemFonts = std::async(std::launch::async, [] { FcInit(); });
    QApplication::setStyle(new ProgramStyle);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("stillpoint"));
    QApplication::setApplicationVersion(QStringLiteral(STILLPOINT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.stillpoint.Stillpoint"));
    useUiResources();
    // Qt's own list of them is ready by the time the first text is measured.
    const QFutureSynchronizer<void> qtFonts(QtConcurrent::run([&systemFonts] {
        systemFonts.wait(); // else both would look them up
        QFontDatabase::families();
    }));
    const auto options = parseArguments(QCoreApplication::arguments());
    if (!options) {
        const bool wrongUsage = options.error().code == ErrorCode::Invalid;
        printLine(wrongUsage ? stderr : stdout, options.error().message);
        return wrongUsage ? 2 : 0;
    }
    const SystemClock systemClock;
    const FixedClock fixedClock(options->now.value_or(Moment{}));
    const Clock &clock = options->now ? static_cast<const Clock &>(fixedClock) : systemClock;
    if (!options->chart.isEmpty())
        return drawChart(*options, clock);
    DialogPrompts prompts;
    return runWindow(*options, clock, prompts);
}

} // namespace stillpoint::ui
