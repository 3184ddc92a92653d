#include "app/cli/journaltransfer.h"

#include "app/base/files.h"
#include "app/cli/clicontext.h"
#include "app/cli/clitime.h"
#include "app/cli/journaloutput.h"
#include "app/journal/journalcsv.h"
#include "app/journal/journalfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdio>

namespace stillpoint {

namespace {

constexpr qint64 largestFile = qint64{1} << 30;

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct ExportInput
{
    std::string format = "json", from, to, file;
};

using Write = std::function<Result<qsizetype>(QIODevice &)>;

Result<qsizetype> writeTo(const QString &path, const Write &write)
{
    if (path == QLatin1String("-")) {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return failure(ErrorCode::Io, tr("The output cannot be written."));
        return write(out);
    }
    qsizetype count = 0;
    return replaceFile(path,
                       [&](QIODevice &device) {
                           return write(device).map([&count](qsizetype written) { count = written; });
                       })
        .map([&count] { return count; });
}

Result<EntryFilter> rangeFrom(const ExportInput &input)
{
    EntryFilter range;
    for (const auto &[text, day] : {std::pair(&input.from, &range.from), std::pair(&input.to, &range.to)}) {
        if (text->empty())
            continue;
        const auto parsed = dayFromText(QString::fromStdString(*text));
        if (!parsed)
            return tl::unexpected<Error>(parsed.error());
        *day = *parsed;
    }
    return range;
}

Result<qsizetype> exportCsv(const Journal &journal, const EntryFilter &range, const QString &path)
{
    const auto ratings = [&](QIODevice &device) { return exportRatings(journal, range, device); };
    if (!QFileInfo(path).isDir())
        return writeTo(path, ratings);
    const QDir folder(path);
    return writeTo(folder.filePath(QStringLiteral("sessions.csv")),
                   [&](QIODevice &device) { return exportSessions(journal, range, device); })
        .and_then([&](qsizetype sessions) {
            return writeTo(folder.filePath(QStringLiteral("ratings.csv")), ratings).map([&](qsizetype rows) {
                return sessions + rows;
            });
        });
}

Result<void> exportTo(CliContext &context, const ExportInput &input)
{
    const auto workspace = context.workspace();
    const auto range = rangeFrom(input);
    if (!workspace || !range)
        return tl::unexpected<Error>(workspace ? range.error() : workspace.error());
    const Journal &journal = (*workspace)->journal();
    const QString path = QString::fromStdString(input.file);
    const bool isCsv = input.format == "csv";
    const auto written = isCsv ? exportCsv(journal, *range, path) : writeTo(path, [&](QIODevice &device) {
        return exportJson(journal, {*range, QStringLiteral(STILLPOINT_VERSION)}, context.clock(), device)
            .map([](const ExportCount &count) { return count.records; });
    });
    if (!written)
        return tl::unexpected<Error>(written.error());
    const QString sentence = isCsv ? tr("%1 rows written to %2.") : tr("%1 records written to %2.");
    if (path != QLatin1String("-"))
        CliContext::tell(sentence.arg(*written).arg(path));
    return {};
}

struct ImportInput
{
    std::string file, format = "auto";
    bool dryRun = false;
};

/// Both files of a folder that `journal export --format csv` filled.
Result<JournalFile> csvFile(const QString &path, const Journal &journal, qint64 nowMs)
{
    QStringList paths{path};
    if (QFileInfo(path).isDir()) {
        const QDir folder(path);
        paths = {folder.filePath(QStringLiteral("sessions.csv")),
                 folder.filePath(QStringLiteral("ratings.csv"))};
    }
    QList<QByteArray> files;
    for (const QString &one : paths) {
        const auto bytes = readFile(one, largestFile);
        if (!bytes)
            return tl::unexpected<Error>(bytes.error());
        files.append(*bytes);
    }
    return recordsFromCsv(files, journal, nowMs).map([](const QList<ImportedRecord> &records) {
        JournalFile file;
        file.records = records;
        return file;
    });
}

Result<JournalFile> fileFrom(const ImportInput &input, const Journal &journal, qint64 nowMs)
{
    const QString path = QString::fromStdString(input.file);
    const bool looksLikeCsv =
        QFileInfo(path).isDir() || path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (input.format == "csv" || (input.format == "auto" && looksLikeCsv))
        return csvFile(path, journal, nowMs);
    return readFile(path, largestFile).and_then(journalFileFrom);
}

Result<void> importFrom(CliContext &context, const ImportInput &input)
{
    const auto workspace = context.workspace();
    if (!workspace)
        return tl::unexpected<Error>(workspace.error());
    Journal &journal = (*workspace)->journal();
    const auto file = fileFrom(input, journal, context.clock().now().utcMs);
    if (!file)
        return tl::unexpected<Error>(file.error());
    const auto outcome = importInto(journal, *file, input.dryRun ? ImportMode::DryRun : ImportMode::Write);
    if (!outcome)
        return tl::unexpected<Error>(outcome.error());
    if (context.wantsJson()) {
        CliContext::print(jsonFor(*outcome, input.dryRun));
        return {};
    }
    for (const QString &line : linesFor(*outcome, input.dryRun, journal))
        CliContext::print(line);
    return {};
}

} // namespace

void addTransferCommands(CLI::App &journal, CliContext &context)
{
    CLI::App *exporting =
        journal.add_subcommand("export", "Write the journal to a file, or to - for the output");
    const auto out = std::make_shared<ExportInput>();
    exporting->add_option("--format", out->format, "json (lossless) or csv (one row a rating)")
        ->check(CLI::IsMember({"json", "csv"}));
    exporting->add_option("--from", out->from, "First day");
    exporting->add_option("--to", out->to, "Last day");
    exporting->add_option("file", out->file, "File; for csv a folder gets sessions.csv and ratings.csv")
        ->type_name("FILE")
        ->required();
    exporting->callback([&context, out] { context.run([&] { return exportTo(context, *out); }); });

    CLI::App *importing = journal.add_subcommand("import", "Take in a file; nothing is deleted by it");
    const auto in = std::make_shared<ImportInput>();
    importing->add_option("file", in->file, "File, or a folder with sessions.csv and ratings.csv")
        ->type_name("FILE")
        ->required();
    importing->add_option("--format", in->format, "auto, json or csv")
        ->check(CLI::IsMember({"auto", "json", "csv"}));
    importing->add_flag("--dry-run", in->dryRun, "Only show what would change");
    importing->callback([&context, in] { context.run([&] { return importFrom(context, *in); }); });
}

} // namespace stillpoint
