#include "app/cli/backupcommands.h"

#include "app/base/clock.h"
#include "app/cli/clicontext.h"
#include "app/journal/backups.h"
#include "app/journal/journalcheck.h"
#include "app/journal/recordcodec.h"
#include "app/storage/backup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
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

QJsonObject jsonFor(const QMap<RecordKind, qsizetype> &records)
{
    QJsonObject object;
    for (auto count = records.cbegin(); count != records.cend(); ++count)
        object.insert(kindName(count.key()), count.value());
    return object;
}

/// "12 session, 30 check-in", the kinds as files name them.
QString wordsFor(const QMap<RecordKind, qsizetype> &records)
{
    QStringList parts;
    for (auto count = records.cbegin(); count != records.cend(); ++count)
        parts.append(QStringLiteral("%1 %2").arg(count.value()).arg(kindName(count.key())));
    return parts.isEmpty() ? tr("no records") : parts.join(QStringLiteral(", "));
}

QJsonObject jsonFor(const Backup &backup)
{
    return {{QStringLiteral("file"), backup.file},
            {QStringLiteral("made"), toRfc3339(backup.madeMs)},
            {QStringLiteral("bytes"), backup.bytes}};
}

/// A file as named, or one of the backups folder.
QString pathOf(const CliContext &context, const std::string &text)
{
    const QString path = QString::fromStdString(text);
    const QString inFolder = context.paths().backupsFolder() + QLatin1Char('/') + path;
    return QFileInfo::exists(path) || !QFileInfo::exists(inFolder) ? path : inFolder;
}

Result<void> create(CliContext &context)
{
    const auto made = createBackup(context.paths().journalFile(), context.paths().backupsFolder(),
                                   BackupReason::Manual, context.clock().now().utcMs);
    if (!made)
        return tl::unexpected<Error>(made.error());
    const auto contents = verifyBackup(made->file);
    if (!contents)
        return tl::unexpected<Error>(contents.error());
    if (context.wantsJson()) {
        QJsonObject object = jsonFor(*made);
        object.insert(QStringLiteral("changes"), contents->changes);
        object.insert(QStringLiteral("records"), jsonFor(contents->records));
        CliContext::print(object);
    } else {
        CliContext::print(made->file);
    }
    return {};
}

Result<void> list(CliContext &context)
{
    QJsonArray array;
    for (const Backup &backup : listBackups(context.paths().backupsFolder())) {
        array.append(jsonFor(backup));
        if (!context.wantsJson())
            CliContext::print(QStringLiteral("%1  %2  %3")
                                  .arg(toRfc3339(backup.madeMs))
                                  .arg(backup.bytes, 10)
                                  .arg(backup.file));
    }
    if (context.wantsJson())
        CliContext::print(array);
    return {};
}

Result<void> verify(CliContext &context, const std::string &text)
{
    const QString file = pathOf(context, text);
    const auto contents = verifyBackup(file);
    if (!contents)
        return tl::unexpected<Error>(contents.error());
    if (context.wantsJson()) {
        CliContext::print(QJsonObject{{QStringLiteral("file"), QFileInfo(file).absoluteFilePath()},
                                      {QStringLiteral("changes"), contents->changes},
                                      {QStringLiteral("records"), jsonFor(contents->records)}});
    } else {
        CliContext::print(tr("%1 is sound: %2 changes; %3.")
                              .arg(file)
                              .arg(contents->changes)
                              .arg(wordsFor(contents->records)));
    }
    return {};
}

Result<void> restore(CliContext &context, const std::string &text)
{
    const AppPaths paths = context.paths();
    const QString file = pathOf(context, text);
    const auto kept = restoreBackup(file, {paths.journalFile(), paths.deviceFile(), paths.backupsFolder()},
                                    context.clock().now().utcMs);
    if (!kept)
        return tl::unexpected<Error>(kept.error());
    if (context.wantsJson()) {
        CliContext::print(QJsonObject{{QStringLiteral("restored"), QFileInfo(file).absoluteFilePath()},
                                      {QStringLiteral("kept"), *kept}});
    } else {
        CliContext::print(tr("Restored %1.").arg(file));
        if (!kept->isEmpty())
            CliContext::print(tr("What was there before is kept in %1.").arg(*kept));
    }
    return {};
}

/// The library's index, in words; empty when it is sound.
QString libraryFault(const QString &file)
{
    if (!QFileInfo::exists(file))
        return {};
    const auto counted = verifyDatabase(file, QStringLiteral("article"));
    return counted ? QString()
                   : tr("The library's index %1 is damaged. It is made anew when the library is opened; your "
                        "articles "
                        "are not touched.")
                         .arg(file);
}

Result<void> check(CliContext &context)
{
    const AppPaths paths = context.paths();
    const auto health = checkJournal(paths.journalFile(), context.clock().now().utcMs);
    QStringList faults = health ? health->faults : QStringList{health.error().message};
    const QString library = libraryFault(paths.libraryFile());
    if (context.wantsJson()) {
        CliContext::print(QJsonObject{
            {QStringLiteral("journal"),
             QJsonObject{
                 {QStringLiteral("sound"), faults.isEmpty()},
                 {QStringLiteral("changes"), health ? QJsonValue(health->changes) : QJsonValue()},
                 {QStringLiteral("records"), health ? QJsonValue(jsonFor(health->records)) : QJsonValue()},
                 {QStringLiteral("faults"), QJsonArray::fromStringList(faults)},
                 {QStringLiteral("notes"),
                  QJsonArray::fromStringList(health ? health->notes : QStringList())}}},
            {QStringLiteral("library"), QJsonObject{{QStringLiteral("sound"), library.isEmpty()},
                                                    {QStringLiteral("faults"), library}}}});
    } else {
        if (faults.isEmpty() && health)
            CliContext::print(tr("The journal is sound: %1 changes; %2.")
                                  .arg(health->changes)
                                  .arg(wordsFor(health->records)));
        for (const QString &line : health ? health->notes : QStringList())
            CliContext::print(line);
        if (library.isEmpty())
            CliContext::print(QFileInfo::exists(paths.libraryFile()) ? tr("The library's index is sound.")
                                                                     : tr("There is no library yet."));
    }
    if (!library.isEmpty())
        faults.append(library);
    if (faults.isEmpty())
        return {};
    return failure(ErrorCode::Corrupt, faults.join(QLatin1Char('\n')));
}

using FileCommand = Result<void> (*)(CliContext &, const std::string &);

} // namespace

void addBackupCommands(CLI::App &app, CliContext &context)
{
    CLI::App *backup = app.add_subcommand("backup", "Copies of the journal, each checked after writing");
    backup->require_subcommand(1);
    backup->add_subcommand("create", "Make one; prints its path")->callback([&context] {
        context.run([&] { return create(context); });
    });
    backup->add_subcommand("list", "List them, newest first")->callback([&context] {
        context.run([&] { return list(context); });
    });
    const std::tuple<const char *, const char *, FileCommand> onFiles[]{
        {"verify", "Open a backup again and count what it holds", verify},
        {"restore", "Put a backup in the place of the journal, after keeping what is there", restore}};
    for (const auto &[name, help, run] : onFiles) {
        CLI::App *command = backup->add_subcommand(name, help);
        const auto file = std::make_shared<std::string>();
        command->add_option("file", *file, "Path, or the name of one in the backups folder")
            ->type_name("FILE")
            ->required();
        const FileCommand function = run;
        command->callback(
            [&context, file, function] { context.run([&] { return function(context, *file); }); });
    }
    app.add_subcommand("check", "Whether journal and library are sound")->callback([&context] {
        context.run([&] { return check(context); });
    });
}

} // namespace stillpoint
