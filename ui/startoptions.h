#pragma once

#include "app/base/apppaths.h"
#include "app/base/clock.h"
#include "app/base/error.h"
#include "ui/shell/navigator.h"
#include "ui/shell/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace stillpoint::ui {

/// The window program's own flags (the command line's contract is shared with scripts: add, don't rename).
struct StartOptions
{
    std::optional<QString> dataFolder; ///< else the XDG folders
    std::optional<PageId> page;
    bool editor = false;
    QString open;              ///< article id or path
    QUuid select;              ///< entry to select in the journal
    std::optional<Moment> now; ///< a clock that stands still
    std::optional<ThemeChoice> theme;
    QSize size;
    QString screenshot; ///< save the page as PNG and exit; implies offscreen and read-only
    QString chart;      ///< draw that chart of Insights into `output` and exit; the same
    QString output;

    AppPaths paths() const;
};

/// What the arguments say. Invalid for a wrong flag or value; `handled` texts (--help, --version) come back
/// as NotFound with the text to print.
Result<StartOptions> parseArguments(const QStringList &arguments);

} // namespace stillpoint::ui
