#pragma once

#include "app/journal/change.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace stillpoint {

/// Who gave each field of one record its value, from all its changes in order of (hlc, device, n). An undo
/// gives a field back to whoever had it before, a redo gives it to the action that was undone; so a chain of
/// undos and redos ends with the owners it began with.
class FieldHistory
{
public:
    explicit FieldHistory(const std::vector<Change> &changes);

    struct Reversal
    {
        QJsonObject payload; ///< earlier values of the fields that still are as the action left them
        QStringList kept;    ///< fields that someone changed since
    };
    /// What takes back one action, which may be an undo. `anchors` stay when the action made the record and
    /// others have written to it since.
    Reversal reversalOf(const QUuid &action, const QStringList &anchors) const;

private:
    struct State
    {
        QUuid row;        ///< the action that wrote it
        QUuid owner;      ///< the person's action it stands for; null for "as before the record was"
        QJsonValue value; ///< null when absent
    };
    using States = std::vector<State>;

    static const State *beforeLastOf(const States &states, const QUuid &row);
    bool isMadeAloneBy(const QUuid &action) const;

    QHash<QString, States> m_fields;
    QHash<QUuid, QUuid> m_standsFor; ///< undo or redo → the person's action
    QUuid m_first;
};

} // namespace stillpoint
