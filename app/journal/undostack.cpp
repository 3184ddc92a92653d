#include "app/journal/undostack.h"

#include <algorithm>

namespace stillpoint {

namespace {

/// Takes the step of `action` off `steps`; its verb, or nothing if it is not there.
std::optional<QString> take(std::vector<UndoStack::Step> &steps, const QUuid &action)
{
    const auto found = std::find_if(steps.rbegin(), steps.rend(),
                                    [&](const UndoStack::Step &step) { return step.action == action; });
    if (found == steps.rend())
        return std::nullopt;
    QString verb = found->verb;
    steps.erase(std::next(found).base());
    return verb;
}

std::optional<UndoStack::Step> last(const std::vector<UndoStack::Step> &steps)
{
    return steps.empty() ? std::nullopt : std::optional(steps.back());
}

} // namespace

void UndoStack::add(const Change &change, bool isEmptied)
{
    // There is nothing to take back of an emptied change, and the rest of its action is still one step.
    if (isEmptied || std::exchange(m_lastAction, change.action) == change.action)
        return;
    if (change.verb == QLatin1String("auto") || change.verb == QLatin1String("erase"))
        return;
    if (change.verb == QLatin1String("undo")) {
        if (const auto verb = take(m_done, change.undoes()))
            m_undone.push_back({change.action, change.n, *verb});
    } else if (change.verb == QLatin1String("redo")) {
        if (const auto verb = take(m_undone, change.undoes()))
            m_done.push_back({change.action, change.n, *verb});
    } else {
        m_done.push_back({change.action, change.n, change.verb});
        m_undone.clear();
    }
}

std::optional<UndoStack::Step> UndoStack::lastDone() const
{
    return last(m_done);
}

std::optional<UndoStack::Step> UndoStack::lastUndone() const
{
    return last(m_undone);
}

} // namespace stillpoint
