#include "ui/shell/manual.h"

#include "app/workspace/bundled.h"
#include "app/workspace/workspace.h"
#include "ui/shell/page.h"
#include "ui/shell/toast.h"

namespace stillpoint::ui {

namespace {

bool showFirst(const ShellContext &context)
{
    const auto first = firstArticle(context.workspace, Bundle::Manual);
    if (first)
        context.navigator.go(GoArticle{*first});
    return first.has_value();
}

} // namespace

void openManual(const ShellContext &context, QObject *owner)
{
    const auto added = addBundle(context.workspace, Bundle::Manual);
    if (!added) {
        context.toast.tellError(added.error().message);
        return;
    }
    if (showFirst(context))
        return;
    const auto library = context.workspace.library();
    if (!library) {
        context.toast.tellError(library.error().message);
        return;
    }
    // The library's page imports; asked for twice meanwhile, it is shown once.
    static const QString waiting = QStringLiteral("manualWaits");
    delete owner->findChild<QObject *>(waiting);
    auto *wait = new QObject(owner);
    wait->setObjectName(waiting);
    QObject::connect(*library, &Library::changed, wait, [context, wait] {
        if (showFirst(context))
            wait->deleteLater();
    });
    context.navigator.go(GoPage{PageId::Library});
}

} // namespace stillpoint::ui
