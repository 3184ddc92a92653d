#include "app/cli/samplecommands.h"

#include "app/cli/clicontext.h"
#include "app/cli/librarycommands.h"
#include "app/journal/demojournal.h"
#include "app/workspace/bundled.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace stillpoint {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

qsizetype demoEntries(const Journal &journal)
{
    qsizetype count = 0;
    for (const Entry &entry : journal.entries()) {
        const auto record = journal.record({entry.kind, entry.id});
        count += record && isDemo(*record) ? 1 : 0;
    }
    return count;
}

void tellCount(const CliContext &context, const QString &field, qsizetype count, const QString &sentence)
{
    if (context.wantsJson())
        CliContext::print(QJsonObject{{field, count}});
    else
        CliContext::print(sentence);
}

Result<void> addDemo(CliContext &context, const DemoOptions &options)
{
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    Journal &journal = (*workspace)->journal();
    const qsizetype before = demoEntries(journal);
    return addDemoJournal(journal, context.clock(), options).map([&] {
        const qsizetype added = demoEntries(journal) - before;
        tellCount(context, QStringLiteral("added"), added,
                  added > 0
                      ? tr("A made-up year of %1 entries was added, each marked as demo. \"journal demo "
                           "remove\" takes it away again.")
                            .arg(added)
                      : tr("The demo journal is there already; it stays as it is."));
    });
}

Result<void> removeDemo(CliContext &context)
{
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    Journal &journal = (*workspace)->journal();
    const qsizetype count = demoEntries(journal);
    const bool was = journal.hasDemo();
    return journal.removeDemo().map([&] {
        tellCount(context, QStringLiteral("removed"), count,
                  was ? tr("The demo journal is gone.") : tr("There is no demo journal."));
    });
}

using BundleAction = Result<void> (*)(Workspace &, Bundle);

Result<void> withSamples(CliContext &context, BundleAction action)
{
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    return action(**workspace, Bundle::Samples).and_then([&] { return importAndReport(context); });
}

} // namespace

void addDemoCommands(CLI::App &journal, CliContext &context)
{
    CLI::App *demo = journal.add_subcommand("demo", "A made-up year to look around in");
    demo->require_subcommand(1);
    CLI::App *adding = demo->add_subcommand("add", "Add it; every entry is marked as demo");
    const auto options = std::make_shared<DemoOptions>();
    adding->add_option("--seed", options->seed, "Another year: any number")->capture_default_str();
    adding->add_option("--effect", options->effect, "True relief in points of stress after a session")
        ->check(CLI::Range(0.0, 10.0))
        ->capture_default_str();
    adding->add_option("--days", options->days, "Days that it lasts, from the day after")
        ->check(CLI::Range(0, 30))
        ->capture_default_str();
    adding->callback([&context, options] { context.run([&] { return addDemo(context, *options); }); });
    demo->add_subcommand("remove", "Remove it and what was done to its entries")->callback([&context] {
        context.run([&] { return removeDemo(context); });
    });
}

void addSampleCommands(CLI::App &library, CliContext &context)
{
    CLI::App *sample = library.add_subcommand("sample", "The articles that come with the program");
    sample->require_subcommand(1);
    sample->add_subcommand("add", "Add them as a place, or bring them up to date")->callback([&context] {
        context.run([&] { return withSamples(context, addBundle); });
    });
    sample->add_subcommand("remove", "Forget the place and delete its files")->callback([&context] {
        context.run([&] { return withSamples(context, removeBundle); });
    });
}

} // namespace stillpoint
