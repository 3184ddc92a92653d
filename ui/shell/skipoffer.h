#pragma once

#include "app/base/error.h"
#include "ui/shell/page.h"

#include <QDate>

namespace stillpoint {
class Journal;
}

namespace stillpoint::ui {

/// What a control offers for a journal day: to skip it on purpose, or to take that back.
struct SkipOffer
{
    QDate day;
    bool isSkipped = false; ///< it is offered to take that back
    bool isShown = false;   ///< a day that is rated or still to come is not skipped
    bool operator==(const SkipOffer &) const = default;
};

SkipOffer skipOffer(const Journal &journal, const QDate &day);

/// Does what `shown` offers and tells of it with Undo. False, and nothing is done, where that is not what
/// `day` has to offer now: the control shows an older state.
Result<bool> takeSkipOffer(const ShellContext &context, SkipOffer shown, const QDate &day);

} // namespace stillpoint::ui
