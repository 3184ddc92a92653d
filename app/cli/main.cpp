#include "app/base/hardening.h"
#include "app/cli/backupcommands.h"
#include "app/cli/clicontext.h"
#include "app/cli/insightscommands.h"
#include "app/cli/journalcommands.h"
#include "app/cli/librarycommands.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>

namespace {

constexpr int wrongUsage = 2;

int run(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stillpoint"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STILLPOINT_VERSION));

    CLI::App app("Wellness journal and offline article reader", "stillpoint-cli");
    app.set_version_flag("--version", STILLPOINT_VERSION);
    app.require_subcommand(1);
    app.fallthrough(); // inherited by the commands: the options below are accepted after them too
    stillpoint::CliContext context;
    context.addOptions(app);
    stillpoint::addJournalCommands(app, context);
    stillpoint::addLibraryCommands(app, context);
    stillpoint::addInsightsCommands(app, context);
    stillpoint::addBackupCommands(app, context);
    try {
        auto words = stillpoint::withSearchWords({argv + 1, argv + argc});
        std::reverse(words.begin(), words.end()); // as the parser takes them
        app.parse(std::move(words));
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : wrongUsage;
    }
    return context.finish();
}

} // namespace

int main(int argc, char **argv)
{
    try {
        stillpoint::hardenProcess();
        return run(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "stillpoint-cli had to stop: %s\n", error.what());
        return 1;
    }
}
