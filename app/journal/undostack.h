#pragma once

#include "app/journal/change.h"

#include <optional>
#include <vector>

namespace stillpoint {

/// What of one device's actions can be undone and redone, derived from its rows alone, so that it survives
/// restarts and every program on the journal sees the same. Feed it all changes in order of arrival.
class UndoStack
{
public:
    struct Step
    {
        QUuid action;      ///< the action to take back: a person's action, an earlier redo, or an undo
        qint64 firstN = 0; ///< its first row
        QString verb;      ///< what the person did, "add", "delete" …
    };

    /// `isEmptied`: the change was left without a payload, which nothing but erasing for good does.
    void add(const Change &change, bool isEmptied);
    std::optional<Step> lastDone() const;
    std::optional<Step> lastUndone() const;

private:
    std::vector<Step> m_done;
    std::vector<Step> m_undone;
    QUuid m_lastAction;
};

} // namespace stillpoint
