#include "ui/pages.h"

#include "ui/settings/settingspage.h"
#include "ui/today/firstrunpage.h"

namespace stillpoint::ui {

namespace {

Page *makePage(PageId id, const ShellContext &context, QWidget *parent)
{
    switch (id) {
    case PageId::FirstRun:
        return new FirstRunPage(context, parent);
    case PageId::Settings:
        return new SettingsPage(context, parent);
    case PageId::Today:
    case PageId::Library:
    case PageId::Journal:
    case PageId::Insights:
        break;
    }
    return new Page(context, parent);
}

void openEditor(const GoEditor &, const ShellContext &, QWidget *) {}

} // namespace

WindowParts windowParts()
{
    return {makePage, openEditor};
}

} // namespace stillpoint::ui
