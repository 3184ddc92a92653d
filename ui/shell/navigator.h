#pragma once

#include "app/journal/records.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>
#include <variant>

namespace stillpoint::ui {

enum class PageId { Today, Library, Journal, Insights, Settings, FirstRun };

struct GoPage
{
    PageId page = PageId::Today;
    bool toRate = false; ///< Today: its rating row, also where nothing was entered yet
};
struct GoArticle
{
    QUuid id;
};
struct GoRecord
{
    RecordKind kind = RecordKind::Session;
    QUuid id;
}; ///< show it in the journal
/// Open the session editor: on a stored session, or on a new one.
struct GoEditor
{
    QUuid session;           ///< null: a new session
    bool sameAsLast = false; ///< new: everything but ratings and notes from the last session
    QDate day = {}; ///< new: of this day, at a time that is not known, unless a draft was kept; null: now
};

/// Open the check-in editor: on a stored check-in, or on a new one for an earlier time.
struct GoCheckIn
{
    QUuid checkIn;  ///< null: a new check-in
    QDate day = {}; ///< new: of this day, unless a draft was kept; null: today
};

using Destination = std::variant<GoPage, GoArticle, GoRecord, GoEditor, GoCheckIn>;

/// How pages send the person to each other without knowing each other. GUI thread.
class Navigator final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// A sheet that is open is asked before the person leaves for anywhere; when it refuses, it has said why.
    void setGate(std::function<bool()> gate) { m_gate = std::move(gate); }
    bool mayLeave() const { return !m_gate || m_gate(); }
    void go(const Destination &destination)
    {
        if (mayLeave())
            Q_EMIT requested(destination);
    }

Q_SIGNALS:
    void requested(const stillpoint::ui::Destination &destination);

private:
    std::function<bool()> m_gate;
};

} // namespace stillpoint::ui
