#include "ui/shell/sandbox.h"

#include <QCoreApplication>
#include <QFile>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stillpoint::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sandbox", text);
}

/// Asks the kernel in a child, since a process cannot leave a user namespace again.
bool hasUserNamespaces()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(unshare(CLONE_NEWUSER) == 0 ? 0 : 1);
    int status = 1;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool hasSeccompFilter()
{
    return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0;
}

} // namespace

bool isRoot()
{
    return geteuid() == 0;
}

QString sandboxLayers()
{
    if (isRoot())
        return tr("Stillpoint was started as root, so the page engine is off and articles are shown as plain "
                  "text.");
    const QString always =
        tr("Articles are rebuilt from a list of harmless elements; scripts are off; nothing is loaded "
           "from a network.");
    const QString filter = hasSeccompFilter() ? tr("The engine's system-call filter is in force.")
                                              : tr("This system has no system-call filter for the engine.");
    const QString spaces =
        hasUserNamespaces()
            ? tr("The engine's namespace sandbox is in force.")
            : tr("This system gives no user namespaces, so the engine's namespace layer is missing.");
    return QStringList{always, filter, spaces}.join(QLatin1Char(' '));
}

} // namespace stillpoint::ui
