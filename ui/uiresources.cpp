#include "ui/uiresources.h"

#include <QDir>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initialise()
{
    Q_INIT_RESOURCE(stillpoint);
}

namespace stillpoint::ui {

void useUiResources()
{
    initialise();
}

} // namespace stillpoint::ui
