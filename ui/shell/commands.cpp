#include "ui/shell/commands.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace stillpoint::ui {

namespace {

using Keys = QList<QKeySequence>;

Keys keys(std::initializer_list<const char *> texts)
{
    Keys list;
    for (const char *text : texts)
        list.append(QKeySequence::fromString(QLatin1String(text), QKeySequence::PortableText));
    return list;
}

struct Row
{
    Command command;
    const char *id;
    const char *group;
    const char *text;
    const char *icon;
    std::initializer_list<const char *> keys;
    bool singleKey = false;
};

#define SP_TR(text) QT_TRANSLATE_NOOP("Commands", text)

constexpr const char *everywhere = SP_TR("Everywhere");
constexpr const char *journal = SP_TR("Journal");
constexpr const char *lists = SP_TR("Lists");
constexpr const char *article = SP_TR("Article");
constexpr const char *insights = SP_TR("Insights");

const Row rows[] = {
    {Command::GoToday, "go.today", everywhere, SP_TR("Today"), "today", {"Ctrl+1"}},
    {Command::GoLibrary, "go.library", everywhere, SP_TR("Library"), "library", {"Ctrl+2"}},
    {Command::GoJournal, "go.journal", everywhere, SP_TR("Journal"), "journal", {"Ctrl+3"}},
    {Command::GoInsights, "go.insights", everywhere, SP_TR("Insights"), "insights", {"Ctrl+4"}},
    {Command::GoSettings, "go.settings", everywhere, SP_TR("Settings"), "settings", {"Ctrl+,"}},
    {Command::SearchAll, "search.all", everywhere, SP_TR("Search"), "search", {"Ctrl+K"}},
    {Command::SearchHere, "search.here", everywhere, SP_TR("Search here"), "search", {"/"}, true},
    {Command::NextPane, "pane.next", everywhere, SP_TR("Next pane"), "forward", {"F6"}},
    {Command::ShowKeys, "help.keys", everywhere, SP_TR("Keyboard shortcuts"), "keyboard", {"F1"}},
    {Command::Manual, "help.manual", everywhere, SP_TR("Manual"), "library", {"Shift+F1"}},
    {Command::About, "help.about", everywhere, SP_TR("About Stillpoint"), "info", {}},
    {Command::Quit, "quit", everywhere, SP_TR("Quit"), "close", {"Ctrl+Q"}},
    {Command::Undo, "undo", everywhere, SP_TR("Undo"), "undo", {"Ctrl+Z"}},
    {Command::Redo, "redo", everywhere, SP_TR("Redo"), "redo", {"Ctrl+Shift+Z", "Ctrl+Y"}},
    {Command::LogSession, "session.log", journal, SP_TR("Log a session"), "session-add", {"Ctrl+N"}},
    {Command::SameAsLast, "session.same", journal, SP_TR("Same as last time"), "repeat", {"Ctrl+Shift+N"}},
    {Command::CheckIn, "check-in", journal, SP_TR("Check in"), "check-in", {"Ctrl+Shift+C"}},
    {Command::SaveSession,
     "session.save",
     journal,
     SP_TR("Save the form"),
     "check",
     {"Ctrl+Return", "Ctrl+Enter"}},
    {Command::CloseSheet, "sheet.close", journal, SP_TR("Close, keep the draft"), "close", {"Esc"}},
    {Command::DeleteEntry, "entry.delete", journal, SP_TR("Delete entry"), "trash", {"Del"}},
    {Command::EditEntry, "entry.edit", journal, SP_TR("Edit entry"), "edit", {"E"}, true},
    {Command::AddFolder,
     "library.add-folder",
     lists,
     SP_TR("Add a folder of articles"),
     "folder-add",
     {"Ctrl+O"}},
    {Command::AddFile, "library.add-file", lists, SP_TR("Add single articles"), "plus", {"Ctrl+Shift+O"}},
    {Command::Rescan, "library.rescan", lists, SP_TR("Look for changes"), "refresh", {"F5"}},
    {Command::NextRow, "row.next", lists, SP_TR("Next row"), "chevron-down", {"J"}, true},
    {Command::PreviousRow, "row.previous", lists, SP_TR("Previous row"), "back", {"K"}, true},
    {Command::OpenRow, "row.open", lists, SP_TR("Open row"), "forward", {"Return", "Enter"}},
    {Command::ToggleStar, "article.star", lists, SP_TR("Star"), "star", {"S"}, true},
    {Command::ToggleUnread, "article.unread", lists, SP_TR("Mark as unread or read"), "check", {"U"}, true},
    {Command::ToggleArchived,
     "article.archive",
     lists,
     SP_TR("Archive, or take out of the archive"),
     "sample",
     {"A"},
     true},
    {Command::ReaderBack, "reader.back", article, SP_TR("Back"), "back", {"Alt+Left"}},
    {Command::ReaderForward, "reader.forward", article, SP_TR("Forward"), "forward", {"Alt+Right"}},
    {Command::FindInArticle, "reader.find", article, SP_TR("Find in article"), "find", {"Ctrl+F"}},
    {Command::LargerText, "reader.larger", article, SP_TR("Larger text"), "text-size", {"Ctrl++", "Ctrl+="}},
    {Command::SmallerText, "reader.smaller", article, SP_TR("Smaller text"), "text-size", {"Ctrl+-"}},
    {Command::ShowOutline, "reader.outline", article, SP_TR("Outline"), "outline", {"Ctrl+Shift+L"}},
    {Command::LogFromArticle,
     "reader.log",
     article,
     SP_TR("Log a session from this"),
     "session-add",
     {"L"},
     true},
    {Command::Range30, "insights.30", insights, SP_TR("Last 30 days"), "calendar", {"1"}, true},
    {Command::Range90, "insights.90", insights, SP_TR("Last 90 days"), "calendar", {"2"}, true},
    {Command::RangeYear, "insights.year", insights, SP_TR("Last year"), "calendar", {"3"}, true},
    {Command::RangeAll, "insights.all", insights, SP_TR("All days"), "calendar", {"4"}, true},
    {Command::ToggleTable, "insights.table", insights, SP_TR("Chart or table"), "table", {"T"}, true},
};

#undef SP_TR

CommandInfo toInfo(const Row &row)
{
    return {row.command,
            QLatin1String(row.id),
            Commands::tr(row.text),
            Commands::tr(row.group),
            QLatin1String(row.icon),
            keys(row.keys),
            row.singleKey};
}

} // namespace

QList<CommandInfo> Commands::table()
{
    QList<CommandInfo> infos;
    for (const Row &row : rows)
        infos.append(toInfo(row));
    return infos;
}

CommandInfo Commands::info(Command command)
{
    const auto *row = std::find_if(std::begin(rows), std::end(rows),
                                   [command](const Row &r) { return r.command == command; });
    return toInfo(*row);
}

QAction *Commands::bind(Command command, QWidget *owner, std::function<void()> handler)
{
    const CommandInfo row = info(command);
    auto *action = new QAction(row.text, owner);
    action->setObjectName(row.id);
    action->setShortcuts(row.keys);
    action->setShortcutContext(owner->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, owner, [run = std::move(handler)] { run(); });
    owner->addAction(action);
    if (row.singleKey) {
        action->setEnabled(m_singleKeysOn);
        m_singleKeys.append(action);
        connect(action, &QObject::destroyed, this, [this, action] { m_singleKeys.removeOne(action); });
    }
    return action;
}

void Commands::setSingleKeysOn(bool on)
{
    m_singleKeysOn = on;
    for (QAction *action : m_singleKeys)
        action->setEnabled(on);
}

} // namespace stillpoint::ui
