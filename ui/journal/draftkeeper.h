#pragma once

#include "ui/shell/page.h"

#include <QTimer>

#include <functional>

namespace stillpoint::ui {

/// Keeps what is typed in a sheet as a draft in a slot of the journal: soon after the first change, and at
/// once when the sheet is about to go. Holds the sheet's gate while it is open, so that nobody leaves what
/// could not be written. GUI thread.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    struct Sheet
    {
        std::function<QString()> slot;
        std::function<QByteArray(qint64 keptMs)> draft; ///< as it stands; empty: nothing worth keeping
        std::function<Destination()> again;             ///< leads to it once it is closed
    };
    DraftKeeper(const ShellContext &context, Sheet sheet);

    void begin(qint64 keptMs); ///< a draft is shown that was kept then, UTC; 0: never
    void changed();            ///< something was typed
    bool keep();               ///< at once, if anything was typed since; false: failed() said why
    void finish();             ///< it was saved: nothing more is kept, and the slot is emptied
    void discard();            ///< the same; the toast offers it back
    void tellKept() const;     ///< the sheet was closed unsaved: that nothing is lost, if there is a draft
    /// Shown instead of a form for a day that was asked for, since this one is not saved yet.
    static QString otherDayText(const QDate &day);
    qint64 keptMs() const { return m_keptMs; } ///< UTC; 0: not kept

Q_SIGNALS:
    void kept(); ///< or emptied, see keptMs()
    void failed(const QString &why);

private:
    bool write();
    void leave();

    ShellContext m_context;
    Sheet m_sheet;
    QTimer m_soon;
    qint64 m_keptMs = 0;
    bool m_isKept = true; ///< the slot holds what the sheet shows
};

} // namespace stillpoint::ui
