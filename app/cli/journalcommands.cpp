#include "app/cli/journalcommands.h"

#include "app/base/identifiers.h"
#include "app/cli/clicontext.h"
#include "app/cli/clitime.h"
#include "app/cli/journaledit.h"
#include "app/cli/journalinput.h"
#include "app/cli/journaloutput.h"
#include "app/cli/journaltransfer.h"
#include "app/cli/samplecommands.h"
#include "app/journal/recordcodec.h"
#include "app/journal/sentences.h"
#include "app/journal/skips.h"

#include <QCoreApplication>
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

Result<Journal *> journalOf(CliContext &context)
{
    return context.workspace().map([](Workspace *workspace) { return &workspace->journal(); });
}

void printId(const CliContext &context, const QUuid &id)
{
    if (context.wantsJson())
        CliContext::print(QJsonObject{{QStringLiteral("id"), idText(id)}});
    else
        CliContext::print(idText(id));
}

tl::unexpected<Error> noSuchEntry(const std::string &id)
{
    return failure(ErrorCode::NotFound,
                   tr("The journal has no entry with the id \"%1\". Nothing was changed; "
                      "\"journal list\" shows the ids.")
                       .arg(QString::fromStdString(id)));
}

Result<void> log(CliContext &context, const LogInput &input)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const auto records = sessionFrom(input, **journal, context.clock().now());
    if (!records)
        return tl::unexpected<Error>(records.error());
    return (*journal)->put(*records, Author::Person, skipsEndedBy(**journal, *records)).map([&] {
        printId(context, idOf(records->last()));
    });
}

Result<void> checkIn(CliContext &context, const CheckInInput &input)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const auto record = checkInFrom(input, **journal, context.clock().now());
    if (!record)
        return tl::unexpected<Error>(record.error());
    return (*journal)->put({*record}, Author::Person, skipsEndedBy(**journal, {*record})).map([&] {
        printId(context, record->id);
    });
}

struct ListInput
{
    std::string from, to, kind;
};

Result<EntryFilter> filterFrom(const ListInput &input)
{
    EntryFilter filter;
    for (const auto &[text, day] : {std::pair(&input.from, &filter.from), std::pair(&input.to, &filter.to)}) {
        if (text->empty())
            continue;
        const auto parsed = dayFromText(QString::fromStdString(*text));
        if (!parsed)
            return tl::unexpected<Error>(parsed.error());
        *day = *parsed;
    }
    filter.kind = kindFromName(QString::fromStdString(input.kind));
    return filter;
}

Result<void> list(CliContext &context, const ListInput &input)
{
    const auto journal = journalOf(context);
    const auto filter = filterFrom(input);
    if (!journal || !filter)
        return tl::unexpected<Error>(journal ? filter.error() : journal.error());
    QJsonArray records;
    for (const Entry &entry : (*journal)->entries(*filter)) {
        if (!context.wantsJson())
            CliContext::print(lineFor(entry, **journal));
        else if (const auto record = (*journal)->exported(entry.kind, entry.id))
            records.append(*record);
    }
    if (context.wantsJson())
        CliContext::print(records);
    return {};
}

/// A live record of any kind.
std::optional<QJsonObject> recordOf(const Journal &journal, const QUuid &id)
{
    const auto ref = journal.refOf(id);
    return ref ? journal.exported(ref->first, ref->second) : std::nullopt;
}

Result<void> show(CliContext &context, const std::string &text)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const auto record = recordOf(**journal, idFromText(QString::fromStdString(text)));
    if (!record)
        return noSuchEntry(text);
    if (context.wantsJson())
        CliContext::print(*record);
    else
        CliContext::print(textFor(*record));
    return {};
}

Result<void> history(CliContext &context, const std::string &text)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const QUuid id = idFromText(QString::fromStdString(text));
    if (id.isNull())
        return noSuchEntry(text);
    const auto changes = (*journal)->history(id);
    if (!changes)
        return tl::unexpected<Error>(changes.error());
    QJsonArray array;
    for (const QJsonObject &change : *changes) {
        array.append(change);
        if (!context.wantsJson())
            CliContext::print(lineForChange(change));
    }
    if (context.wantsJson())
        CliContext::print(array);
    return {};
}

struct EditInput
{
    std::string id;
    Words assignments;
};

Result<void> edit(CliContext &context, const EditInput &input)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const QUuid id = idFromText(QString::fromStdString(input.id));
    const auto records = editedRecord(id, textsOf(input.assignments), **journal, context.clock().now());
    if (!records)
        return tl::unexpected<Error>(records.error());
    return (*journal)->put(*records, Author::Person, skipsEndedBy(**journal, *records)).map([&] {
        printId(context, id);
    });
}

Result<void> remove(CliContext &context, const std::string &text)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const QUuid id = idFromText(QString::fromStdString(text));
    const auto ref = (*journal)->refOf(id);
    if (ref && !(*journal)->isInTrash(*ref))
        return (*journal)->remove(ref->first, id).map([&] { printId(context, id); });
    return noSuchEntry(text);
}

Result<void> restore(CliContext &context, const std::string &text)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const QUuid id = idFromText(QString::fromStdString(text));
    const auto ref = (*journal)->refOf(id);
    if (ref && (*journal)->isInTrash(*ref))
        return (*journal)->restore(ref->first, id).map([&] { printId(context, id); });
    return failure(ErrorCode::NotFound,
                   tr("There is no entry with the id \"%1\" in the trash. Nothing was changed.")
                       .arg(QString::fromStdString(text)));
}

Result<void> undo(CliContext &context, bool redo)
{
    const auto journal = journalOf(context);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const auto outcome = redo ? (*journal)->redo() : (*journal)->undo();
    if (!outcome)
        return tl::unexpected<Error>(outcome.error());
    if (!context.wantsJson()) {
        CliContext::print(sentenceFor(*outcome, redo, (*journal)->vocabulary(), isoTime));
        return {};
    }
    QJsonArray records;
    for (const auto &[kind, id] : outcome->records)
        records.append(
            QJsonObject{{QStringLiteral("kind"), kindName(kind)}, {QStringLiteral("id"), idText(id)}});
    CliContext::print(QJsonObject{{QStringLiteral("verb"), outcome->verb},
                                  {QStringLiteral("records"), records},
                                  {QStringLiteral("kept"), QJsonArray::fromStringList(outcome->kept)}});
    return {};
}

void addLog(CLI::App &parent, CliContext &context)
{
    CLI::App *command = parent.add_subcommand("log", "Log a session; prints its id");
    const auto input = std::make_shared<LogInput>();
    command
        ->add_option("--start", input->start, "When it began: 2026-11-10T17:30, with +01:00 for another zone")
        ->required();
    command->add_option("--minutes", input->minutes, "How long it lasted")->required();
    command->add_option("--modality", input->modalities, "Kind of bodywork, the main one first")->required();
    command->add_option("--practitioner", input->practitioner, "Who gave it; created when new");
    command->add_option("--pressure", input->pressure, "1 resting touch to 5 deep");
    command->add_option("--area", input->areas, "Body area worked on, such as back.left.trapezius");
    command->add_option("--hurts", input->hurts, "Body area that hurt on arrival: CODE=1, 2 or 3");
    command->add_option("--before", input->before, "Ratings before: stress=7,pain@back.left.trapezius=6");
    command->add_option("--after", input->after, "Ratings after: stress=4,mobility=6");
    command->add_option("--context", input->contexts, "Circumstance, such as poor-sleep; created when new");
    command->add_option("--reason", input->reason, "Why it was booked: planned, worse or free");
    command->add_option("--note", input->note, "Notes in Markdown");
    command->add_flag("--date-only", input->dateOnly, "Keep the day and not the time");
    command->callback([&context, input] { context.run([&] { return log(context, *input); }); });
}

void addCheckIn(CLI::App &parent, CliContext &context)
{
    CLI::App *command = parent.add_subcommand("check-in", "Say how you are now; prints the id");
    const auto input = std::make_shared<CheckInInput>();
    command->add_option("ratings", input->ratings, "stress=4 mobility=6")->type_name("SCALE=VALUE");
    command->add_option("--at", input->at, "When, if not now: 2026-11-10T17:30");
    command->add_option("--context", input->contexts, "Circumstance, such as travel")
        ->allow_extra_args(false);
    command->add_option("--note", input->note, "A note");
    command->callback([&context, input] { context.run([&] { return checkIn(context, *input); }); });
}

void addList(CLI::App &parent, CliContext &context)
{
    CLI::App *command = parent.add_subcommand("list", "List entries, newest first");
    const auto input = std::make_shared<ListInput>();
    command->add_option("--from", input->from, "First day");
    command->add_option("--to", input->to, "Last day");
    command->add_option("--kind", input->kind, "session or check-in")
        ->check(CLI::IsMember({"session", "check-in", "skip"}));
    command->callback([&context, input] { context.run([&] { return list(context, *input); }); });
}

void addEdit(CLI::App &parent, CliContext &context)
{
    CLI::App *command = parent.add_subcommand("edit", "Change fields of an entry");
    const auto input = std::make_shared<EditInput>();
    command->add_option("id", input->id, "Id of the entry")->type_name("ID")->required();
    command
        ->add_option("fields", input->assignments, "minutes=75 context+=travel worked-=back.left.trapezius")
        ->type_name("FIELD=VALUE")
        ->required();
    command->callback([&context, input] { context.run([&] { return edit(context, *input); }); });
}

using IdCommand = Result<void> (*)(CliContext &, const std::string &);

void addIdCommand(CLI::App &parent, CliContext &context, const char *name, const char *help, IdCommand run)
{
    CLI::App *command = parent.add_subcommand(name, help);
    const auto id = std::make_shared<std::string>();
    command->add_option("id", *id, "Id of the entry")->type_name("ID")->required();
    command->callback([&context, id, run] { context.run([&] { return run(context, *id); }); });
}

} // namespace

void addJournalCommands(CLI::App &app, CliContext &context)
{
    CLI::App *journal = app.add_subcommand("journal", "Sessions and check-ins");
    journal->require_subcommand(1);
    addLog(*journal, context);
    addCheckIn(*journal, context);
    addList(*journal, context);
    addIdCommand(*journal, context, "show", "Show one entry", show);
    addIdCommand(*journal, context, "history", "List every change of an entry", history);
    addEdit(*journal, context);
    addIdCommand(*journal, context, "delete", "Move an entry to the trash", remove);
    addIdCommand(*journal, context, "restore", "Take an entry out of the trash", restore);
    addTransferCommands(*journal, context);
    addDemoCommands(*journal, context);
    for (const bool redo : {false, true}) {
        journal
            ->add_subcommand(redo ? "redo" : "undo", redo ? "Redo what was undone" : "Undo the last action")
            ->callback([&context, redo] { context.run([&] { return undo(context, redo); }); });
    }
}

} // namespace stillpoint
