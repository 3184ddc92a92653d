// What the library page does on a key; the rest of the page is in librarypage.cpp.
#include "app/workspace/workspace.h"
#include "ui/library/articlelist.h"
#include "ui/library/importrunner.h"
#include "ui/library/librarypage.h"
#include "ui/reader/readerhost.h"
#include "ui/shell/commands.h"
#include "ui/shell/toast.h"

#include <QMenu>

namespace stillpoint::ui {

void LibraryPage::bindCommands()
{
    Commands &commands = context().commands;
    commands.bind(Command::SearchHere, this, [this] { focusSearch(); });
    commands.bind(Command::AddFolder, this, [this] { m_import->addFolder(); });
    commands.bind(Command::AddFile, this, [this] { m_import->addFiles(); });
    commands.bind(Command::Rescan, this, [this] { m_import->rescan(); });
    commands.bind(Command::NextRow, this, [this] { m_list->step(1); });
    commands.bind(Command::PreviousRow, this, [this] { m_list->step(-1); });
    commands.bind(Command::OpenRow, m_list, [this] {
        open(m_list->currentId());
        m_reader->focusArticle();
    });
    commands.bind(Command::ToggleStar, this, [this] { toggleStar(currentId()); });
    commands.bind(Command::ToggleUnread, this, [this] { toggleUnread(currentId()); });
    commands.bind(Command::ToggleArchived, this, [this] { toggleArchived(currentId()); });
    commands.bind(Command::ReaderBack, this, [this] { m_reader->back(); });
    commands.bind(Command::ReaderForward, this, [this] { m_reader->forward(); });
    commands.bind(Command::FindInArticle, this, [this] { m_reader->openFind(); });
    commands.bind(Command::LargerText, this, [this] { m_reader->stepText(1); });
    commands.bind(Command::SmallerText, this, [this] { m_reader->stepText(-1); });
    commands.bind(Command::ShowOutline, this, [this] { m_reader->showOutline(); });
    commands.bind(Command::LogFromArticle, this, [this] { m_reader->logSession(); });
}

void LibraryPage::toggleStar(const QUuid &id)
{
    if (id.isNull())
        return;
    const auto state = context().workspace.journal().find<ArticleState>(id);
    const Result<void> done = context().workspace.setStarred(id, !(state && state->starred));
    if (!done)
        context().toast.tellError(done.error().message);
}

void LibraryPage::toggleUnread(const QUuid &id)
{
    if (id.isNull())
        return;
    const auto state = context().workspace.journal().find<ArticleState>(id);
    const bool unread = !state || state->readState == ReadState::Unread;
    const Result<void> done =
        context().workspace.setReadState(id, unread ? ReadState::Read : ReadState::Unread, Author::Person);
    if (done)
        context().toast.tell(unread ? tr("Marked as read") : tr("Marked as unread"), QStringLiteral("check"),
                             context().undo);
    else
        context().toast.tellError(done.error().message);
}

void LibraryPage::toggleArchived(const QUuid &id)
{
    if (id.isNull())
        return;
    const auto state = context().workspace.journal().find<ArticleState>(id);
    const bool archived = state && state->archived;
    const Result<void> done = context().workspace.setArchived(id, !archived);
    if (done)
        context().toast.tell(archived ? tr("Taken out of the archive") : tr("Archived"),
                             QStringLiteral("check"), context().undo);
    else
        context().toast.tellError(done.error().message);
}

/// What the keys do, for the mouse; the row stays what it was.
void LibraryPage::showArticleMenu(const QUuid &id, const QPoint &at)
{
    const auto state = context().workspace.journal().find<ArticleState>(id).value_or(ArticleState{});
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("articleMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(state.starred ? tr("Remove the star") : tr("Star"), this, [this, id] { toggleStar(id); });
    menu->addAction(state.readState == ReadState::Unread ? tr("Mark as read") : tr("Mark as unread"), this,
                    [this, id] { toggleUnread(id); });
    menu->addAction(state.archived ? tr("Take out of the archive") : tr("Archive"), this,
                    [this, id] { toggleArchived(id); });
    menu->popup(at);
}

} // namespace stillpoint::ui
