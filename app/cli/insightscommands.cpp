#include "app/cli/insightscommands.h"

#include "app/cli/clicontext.h"
#include "app/cli/clitime.h"
#include "app/cli/insightsoutput.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace stillpoint {

namespace {

struct SummaryInput
{
    std::string scale = "stress";
    std::string from, to;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

/// An open bound for no words.
Result<QDate> boundFrom(const std::string &text)
{
    return text.empty() ? Result<QDate>(QDate()) : dayFromText(QString::fromStdString(text));
}

Result<Scale> scaleFrom(const std::string &text, const Vocabulary &words)
{
    const QString code = QString::fromStdString(text);
    if (const auto scale = words.scale(code))
        return *scale;
    QStringList codes;
    for (const Scale &scale : words.scales())
        codes.append(scale.code);
    return failure(
        ErrorCode::Invalid,
        tr("There is no scale \"%1\". The scales are %2.").arg(code, codes.join(QStringLiteral(", "))));
}

Result<InsightsInput> inputFrom(const SummaryInput &typed, Workspace &workspace)
{
    const Journal &journal = workspace.journal();
    const auto scale = scaleFrom(typed.scale, journal.vocabulary());
    const auto from = boundFrom(typed.from);
    const auto to = boundFrom(typed.to);
    if (!scale || !from || !to)
        return tl::unexpected<Error>(!scale ? scale.error() : !from ? from.error() : to.error());
    if (from->isValid() && to->isValid() && *to < *from)
        return failure(ErrorCode::Invalid, tr("--to lies before --from. Give the earlier day first."));
    return insightsInput(journal, *scale, workspace.settings().number(Setting::DayStart), *from, *to);
}

GroupNames namesFrom(const Journal &journal)
{
    return [&journal](GroupKind kind, const QString &code) {
        if (code.isEmpty())
            return tr("not given");
        if (kind == GroupKind::Modality)
            return journal.vocabulary().modalityName(code);
        if (kind == GroupKind::Pressure)
            return tr("pressure %1").arg(code);
        const auto practitioner = journal.find<Practitioner>(QUuid(code));
        return practitioner ? practitioner->name : code;
    };
}

Result<void> summary(CliContext &context, const SummaryInput &typed)
{
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    const auto input = inputFrom(typed, **workspace);
    if (!input)
        return tl::unexpected<Error>(input.error());
    const InsightsSummary made = summarise(*input);
    const GroupNames names = namesFrom((*workspace)->journal());
    if (context.wantsJson()) {
        CliContext::print(jsonFor(made, names));
        return {};
    }
    for (const QString &line : linesFor(made, input->settings, names))
        CliContext::print(line);
    return {};
}

} // namespace

void addInsightsCommands(CLI::App &app, CliContext &context)
{
    CLI::App *insights = app.add_subcommand("insights", "What your own numbers say");
    insights->require_subcommand(1);
    CLI::App *command = insights->add_subcommand("summary", "Everything about one scale");
    const auto input = std::make_shared<SummaryInput>();
    command->add_option("--scale", input->scale, "Code of the scale (default: stress)");
    command->add_option("--from", input->from, "First day");
    command->add_option("--to", input->to, "Last day");
    command->callback([&context, input] { context.run([&] { return summary(context, *input); }); });
}

} // namespace stillpoint
