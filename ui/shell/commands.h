#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace stillpoint::ui {

/// Everything the program can be told to do by key or menu. One row each in the table in commands.cpp.
enum class Command {
    GoToday,
    GoLibrary,
    GoJournal,
    GoInsights,
    GoSettings,
    SearchAll,
    SearchHere,
    NextPane,
    ShowKeys,
    Manual,
    About,
    Quit,
    Undo,
    Redo,
    LogSession,
    SameAsLast,
    CheckIn,
    AddFolder,
    AddFile,
    Rescan,
    SaveSession,
    CloseSheet,
    DeleteEntry,
    EditEntry,
    NextRow,
    PreviousRow,
    OpenRow,
    ToggleStar,
    ToggleUnread,
    ToggleArchived,
    ReaderBack,
    ReaderForward,
    FindInArticle,
    LargerText,
    SmallerText,
    ShowOutline,
    LogFromArticle,
    Range30,
    Range90,
    RangeYear,
    RangeAll,
    ToggleTable,
};

struct CommandInfo
{
    Command command;
    QString id;    ///< stable, "journal.delete"
    QString text;  ///< translated
    QString group; ///< translated heading of the F1 list
    QString icon;
    QList<QKeySequence> keys;
    bool singleKey = false; ///< a bare letter or digit; can be turned off in Settings
};

/// The command table and the actions made from it. GUI thread.
class Commands final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static QList<CommandInfo> table();
    static CommandInfo info(Command command);

    /// Makes an action that runs `handler` and belongs to `owner`: with its keys active in the whole window
    /// when `owner` is a window, else only while the focus is inside `owner`.
    QAction *bind(Command command, QWidget *owner, std::function<void()> handler);

    void setSingleKeysOn(bool on);

private:
    QList<QAction *> m_singleKeys;
    bool m_singleKeysOn = true;
};

} // namespace stillpoint::ui
