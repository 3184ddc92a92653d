#include "ui/pages.h"

#include "ui/insights/insightspage.h"
#include "ui/journal/checkineditor.h"
#include "ui/journal/journalpage.h"
#include "ui/journal/sessioneditor.h"
#include "ui/library/librarypage.h"
#include "ui/settings/settingspage.h"
#include "ui/today/firstrunpage.h"
#include "ui/today/todaypage.h"

namespace stillpoint::ui {

namespace {

Page *makePage(PageId id, const ShellContext &context, QWidget *parent)
{
    switch (id) {
    case PageId::FirstRun:
        return new FirstRunPage(context, parent);
    case PageId::Library:
        return new LibraryPage(context, parent);
    case PageId::Settings:
        return new SettingsPage(context, parent);
    case PageId::Today:
        return new TodayPage(context, parent);
    case PageId::Insights:
        return new InsightsPage(context, parent);
    case PageId::Journal:
        return new JournalPage(context, parent);
    }
    return new Page(context, parent);
}

void openEditor(const GoEditor &what, const ShellContext &context, QWidget *window)
{
    for (auto *open : window->findChildren<SessionEditor *>(Qt::FindDirectChildrenOnly)) {
        if (open->isVisible())
            return open->edit(what);
    }
    auto *editor = new SessionEditor(context, window);
    QObject::connect(editor, &SessionEditor::closed, editor, &QObject::deleteLater);
    editor->edit(what);
}

void openCheckIn(const GoCheckIn &what, const ShellContext &context, QWidget *window)
{
    CheckInEditor::begin(what, context, window);
}

} // namespace

WindowParts windowParts()
{
    return {makePage, openEditor, openCheckIn};
}

} // namespace stillpoint::ui
