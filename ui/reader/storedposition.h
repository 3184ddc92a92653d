#pragma once

#include "app/base/error.h"
#include "ui/reader/readerview.h"

#include <QUuid>

namespace stillpoint {
class Journal;
}

namespace stillpoint::ui {

/// Where the person was in an article; a small value of the journal without history. Empty when never read.
std::optional<ReadingPosition> storedPosition(const Journal &journal, const QUuid &article);
Result<void> storePosition(Journal &journal, const QUuid &article, const ReadingPosition &position);

} // namespace stillpoint::ui
