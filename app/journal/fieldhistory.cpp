#include "app/journal/fieldhistory.h"

#include <algorithm>

namespace stillpoint {

namespace {

bool isBookkeeping(const QString &key)
{
    return key.startsWith(QLatin1Char('@'));
}

} // namespace

/// The state before the last run of rows by `row`; null when there was none.
const FieldHistory::State *FieldHistory::beforeLastOf(const States &states, const QUuid &row)
{
    auto at =
        std::find_if(states.rbegin(), states.rend(), [&](const State &state) { return state.row == row; });
    at = std::find_if(at, states.rend(), [&](const State &state) { return state.row != row; });
    return at == states.rend() ? nullptr : &*at;
}

FieldHistory::FieldHistory(const std::vector<Change> &changes)
    : m_first(changes.empty() ? QUuid() : changes.front().action)
{
    for (const Change &change : changes) {
        const QUuid undone = change.undoes();
        const bool isUndo = change.verb == QLatin1String("undo");
        if (!undone.isNull())
            m_standsFor.insert(change.action, m_standsFor.value(undone, undone));
        for (auto field = change.payload.begin(); field != change.payload.end(); ++field) {
            if (isBookkeeping(field.key()))
                continue;
            States &states = m_fields[field.key()];
            QUuid owner = m_standsFor.value(change.action, change.action);
            if (isUndo) {
                const State *before = beforeLastOf(states, undone);
                owner = before ? before->owner : QUuid();
            }
            states.push_back({change.action, owner, field.value()});
        }
    }
}

FieldHistory::Reversal FieldHistory::reversalOf(const QUuid &action, const QStringList &anchors) const
{
    Reversal reversal;
    const bool alone = isMadeAloneBy(action);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const States &states = field.value();
        const auto own = std::find_if(states.rbegin(), states.rend(),
                                      [&](const State &state) { return state.row == action; });
        if (own == states.rend())
            continue;
        if (states.back().owner != own->owner) {
            reversal.kept.append(field.key());
        } else if (alone || !anchors.contains(field.key())) {
            const State *before = beforeLastOf(states, action);
            reversal.payload.insert(field.key(), before ? before->value : QJsonValue::Null);
        }
    }
    reversal.kept.sort();
    return reversal;
}

/// False when `action` made the record and someone else's values stand in it now.
bool FieldHistory::isMadeAloneBy(const QUuid &action) const
{
    if (m_standsFor.value(action, action) != m_first)
        return true;
    return std::all_of(m_fields.cbegin(), m_fields.cend(), [&](const States &states) {
        const State &now = states.back();
        return now.owner.isNull() || now.owner == m_first || now.value.isNull();
    });
}

} // namespace stillpoint
