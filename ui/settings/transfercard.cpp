#include "ui/settings/transfercard.h"

#include "app/base/files.h"
#include "app/journal/backups.h"
#include "app/journal/journalcsv.h"
#include "app/workspace/workspace.h"
#include "ui/settings/settingline.h"
#include "ui/shell/prompts.h"
#include "ui/shell/toast.h"
#include "ui/shell/whenready.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QtConcurrentRun>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace stillpoint::ui {

namespace {

constexpr qint64 largestFile = qint64{1} << 30;
const QString sessionsName = QStringLiteral("sessions.csv");
const QString ratingsName = QStringLiteral("ratings.csv");

using Became = ImportOutcome::Became;
using Write = std::function<Result<void>(const Journal &, QIODevice &)>;

/// For a worker's own journal beside the window's.
Journal::Options readingOptions(Workspace &workspace)
{
    const AppPaths paths = workspace.paths();
    return {paths.journalFile(), paths.deviceFile(), paths.backupsFolder(),
            workspace.settings().number(Setting::DayStart), true};
}

/// Worker thread.
Result<void> writeFiles(const QList<std::pair<QString, Write>> &files, const Journal::Options &options,
                        const Clock &clock)
{
    const auto journal = Journal::open(options, clock);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    QStringList done;
    for (const auto &[path, write] : files) {
        const auto written =
            replaceFile(path, [&, &put = write](QIODevice &file) { return put(**journal, file); });
        if (!written && !done.isEmpty()) {
            return failure(written.error().code,
                           TransferCard::tr("%1 Of this export %2 is there already.")
                               .arg(written.error().message, done.join(QStringLiteral(", "))));
        }
        if (!written)
            return written;
        done.append(QFileInfo(path).fileName());
    }
    return {};
}

/// What was chosen: a file of changes or records, or tables, which only the journal can make sense of.
struct Chosen
{
    JournalFile file;
    QList<QByteArray> tables;
};

bool isTable(const QString &path)
{
    return path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
}

/// Worker thread.
Result<Chosen> readChosen(const QStringList &paths)
{
    const bool tables = std::all_of(paths.begin(), paths.end(), isTable);
    if (!tables && paths.size() != 1) {
        return failure(
            ErrorCode::Invalid,
            TransferCard::tr("Choose one JSON file, or sessions.csv and ratings.csv together. Nothing was "
                             "imported."));
    }
    Chosen chosen;
    for (const QString &path : paths) {
        const auto bytes = readFile(path, largestFile);
        if (!bytes)
            return tl::unexpected<Error>(bytes.error());
        if (tables) {
            chosen.tables.append(*bytes);
            continue;
        }
        auto file = journalFileFrom(*bytes);
        if (!file)
            return tl::unexpected<Error>(file.error());
        chosen.file = std::move(*file);
    }
    return chosen;
}

QString countsOf(const ImportOutcome &outcome)
{
    const QLocale words;
    return TransferCard::tr("%1 added, %2 changed, %3 put in the trash, %4 as before.")
        .arg(words.toString(outcome.count(Became::Added)), words.toString(outcome.count(Became::Changed)),
             words.toString(outcome.count(Became::Trashed) + outcome.count(Became::Erased)),
             words.toString(outcome.unchanged));
}

bool isMerge(const JournalFile &file)
{
    return !file.changes.empty();
}

} // namespace

TransferCard::TransferCard(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_card(new Card(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->setTitle(tr("Export and import"));
    QPushButton *whole = addButton(tr("Take everything with you"),
                                   tr("One JSON file with every entry and its history; nothing is left out."),
                                   tr("Export the journal …"), QStringLiteral("settingsExport"));
    connect(whole, &QPushButton::clicked, this, &TransferCard::exportJournal);
    QPushButton *tables =
        addButton(tr("For a spreadsheet"),
                  tr("Sessions and ratings as two CSV tables, one row each; what was not rated stays empty."),
                  tr("Export tables …"), QStringLiteral("settingsExportTables"));
    connect(tables, &QPushButton::clicked, this, &TransferCard::exportTables);
    m_import =
        addButton(tr("Bring a journal in"),
                  tr("From another computer or from tables. It adds and completes; nothing is deleted, and "
                     "you see what would change before it does."),
                  tr("Import a journal file …"), QStringLiteral("settingsImport"));
    connect(m_import, &QPushButton::clicked, this, &TransferCard::chooseImport);
}

QPushButton *TransferCard::addButton(const QString &name, const QString &help, const QString &text,
                                     const QString &objectName)
{
    QPushButton *button = makeButton(m_context.theme, ButtonKind::Secondary, text, m_card);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    addLine(m_card, name, help, button);
    return button;
}

void TransferCard::exportJournal()
{
    const QString day = m_context.workspace.journal().today().toString(Qt::ISODate);
    const auto path = m_context.prompts.chooseSaveFile(window(), tr("Export the journal"),
                                                       QStringLiteral("stillpoint-%1.json").arg(day));
    if (!path)
        return;
    const Clock &clock = m_context.workspace.clock();
    const Write everything = [&clock](const Journal &journal, QIODevice &file) {
        return exportJson(journal, {{}, QCoreApplication::applicationVersion()}, clock, file)
            .map([](const ExportCount &) {});
    };
    const QList<std::pair<QString, Write>> files{{*path, everything}};
    whenReady(QtConcurrent::run(writeFiles, files, readingOptions(m_context.workspace), std::cref(clock)),
              this, [this, path](const Result<void> &written) {
                  tellWritten(written, tr("The journal is in %1").arg(QFileInfo(*path).fileName()));
              });
}

void TransferCard::exportTables()
{
    const auto chosen =
        m_context.prompts.chooseFolder(window(), tr("Choose the folder for sessions.csv and ratings.csv"));
    if (!chosen)
        return;
    const QDir folder(*chosen);
    if ((folder.exists(sessionsName) || folder.exists(ratingsName)) &&
        !m_context.prompts.confirm(
            window(), tr("Replace the tables there?"),
            tr("%1 already holds sessions.csv or ratings.csv. They are replaced by the "
               "tables of today; your journal is not touched.")
                .arg(folder.dirName()),
            tr("Replace")))
        return;
    const auto table = [](auto write) -> Write {
        return [write](const Journal &journal, QIODevice &file) {
            return write(journal, EntryFilter(), file).map([](qsizetype) {});
        };
    };
    const QList<std::pair<QString, Write>> files{{folder.filePath(sessionsName), table(exportSessions)},
                                                 {folder.filePath(ratingsName), table(exportRatings)}};
    whenReady(QtConcurrent::run(writeFiles, files, readingOptions(m_context.workspace),
                                std::cref(m_context.workspace.clock())),
              this, [this, name = folder.dirName()](const Result<void> &written) {
                  tellWritten(written, tr("sessions.csv and ratings.csv are in %1").arg(name));
              });
}

void TransferCard::tellWritten(const Result<void> &written, const QString &where)
{
    if (written)
        m_context.toast.tell(where, QStringLiteral("export"));
    else
        m_context.toast.tellError(written.error().message);
}

void TransferCard::chooseImport()
{
    const QStringList paths = m_context.prompts.chooseFiles(window(), tr("Import a journal file"),
                                                            tr("Journals and tables (*.json *.csv)"));
    if (paths.isEmpty())
        return;
    m_import->setEnabled(false);
    const QString name =
        paths.size() == 1 ? QFileInfo(paths.first()).fileName() : tr("the tables", "what is imported");
    whenReady(QtConcurrent::run(readChosen, paths), this, [this, name](const Result<Chosen> &chosen) {
        m_import->setEnabled(true);
        if (!chosen)
            return m_context.toast.tellError(chosen.error().message);
        if (chosen->tables.isEmpty())
            return askToImport(chosen->file, name);
        const auto records = recordsFromCsv(chosen->tables, m_context.workspace.journal(),
                                            m_context.workspace.clock().now().utcMs);
        if (records)
            askToImport({{}, *records, {}}, name);
        else
            m_context.toast.tellError(records.error().message);
    });
}

void TransferCard::askToImport(const JournalFile &file, const QString &name)
{
    const auto would = importInto(m_context.workspace.journal(), file, ImportMode::DryRun);
    if (!would)
        return m_context.toast.tellError(would.error().message);
    if (would->items.isEmpty() && would->changes == 0)
        return m_context.toast.tell(tr("Nothing is new in %1; the journal is as it was").arg(name));
    QStringList lines{countsOf(*would)};
    lines += would->notes;
    if (would->ahead > 0)
        lines.append(
            tr("Some of it was written by a clock more than a day ahead of this one. Check the date of the "
               "device that it comes from."));
    lines.append(isMerge(file) ? tr("Undo does not take this back, so the journal is backed up first.")
                               : tr("It is one step, and Undo takes it back."));
    if (!m_context.prompts.confirm(window(), tr("Import %1?").arg(name), lines.join(QStringLiteral("\n\n")),
                                   tr("Import")))
        return;
    if (isMerge(file))
        backUpAndMerge(file);
    else
        importNow(file);
}

void TransferCard::backUpAndMerge(const JournalFile &file)
{
    m_import->setEnabled(false);
    const AppPaths paths = m_context.workspace.paths();
    whenReady(QtConcurrent::run(createBackup, paths.journalFile(), paths.backupsFolder(),
                                BackupReason::BeforeImport, m_context.workspace.clock().now().utcMs),
              this, [this, file](const Result<Backup> &made) {
                  m_import->setEnabled(true);
                  if (made)
                      importNow(file);
                  else
                      m_context.toast.tellError(made.error().message);
              });
}

void TransferCard::importNow(const JournalFile &file)
{
    const auto done = importInto(m_context.workspace.journal(), file, ImportMode::Write);
    if (done)
        m_context.toast.tell(tr("Imported: %1").arg(countsOf(*done)), QStringLiteral("check"),
                             isMerge(file) ? std::function<void()>() : m_context.undo);
    else
        m_context.toast.tellError(done.error().message);
}

} // namespace stillpoint::ui
