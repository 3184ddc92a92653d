#include "ui/journal/draftkeeper.h"

#include "app/workspace/workspace.h"
#include "ui/shell/toast.h"
#include "ui/widgets/texts.h"

#include <QPointer>

namespace stillpoint::ui {

namespace {

constexpr int keepAfterMs = 500;

/// A draft that was discarded.
struct Discarded
{
    ShellContext context;
    QString slot;
    QByteArray draft;
    Destination again;
};

/// Says `words` and offers the draft back if it held anything; also when bringing it back fails, since this
/// is the only copy.
void offerBack(const Discarded &discarded, const QString &words, const QString &icon)
{
    if (discarded.draft.isEmpty())
        return discarded.context.toast.tell(words, icon);
    discarded.context.toast.tell(words, icon, [discarded] {
        const ShellContext &context = discarded.context;
        const auto back = context.workspace.journal().setSlot(discarded.slot, discarded.draft);
        if (back)
            context.navigator.go(discarded.again);
        else
            offerBack(discarded,
                      DraftKeeper::tr("The draft could not be brought back. %1").arg(back.error().message),
                      QStringLiteral("warning"));
    });
}

} // namespace

DraftKeeper::DraftKeeper(const ShellContext &context, Sheet sheet)
    : m_context(context)
    , m_sheet(std::move(sheet))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(keepAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::write);
}

void DraftKeeper::begin(qint64 keptMs)
{
    m_keptMs = keptMs;
    m_isKept = true;
    m_context.navigator.setGate([keeper = QPointer(this)] { return !keeper || keeper->keep(); });
}

void DraftKeeper::changed()
{
    m_isKept = false;
    if (!m_soon.isActive())
        m_soon.start();
}

bool DraftKeeper::keep()
{
    return m_isKept || write();
}

bool DraftKeeper::write()
{
    m_soon.stop();
    Journal &journal = m_context.workspace.journal();
    const qint64 now = m_context.workspace.clock().now().utcMs;
    const QByteArray draft = m_sheet.draft(now);
    Result<void> written;
    if (!draft.isEmpty())
        written = journal.setSlot(m_sheet.slot(), draft);
    else if (m_keptMs > 0)
        written = journal.clearSlot(m_sheet.slot());
    m_isKept = written.has_value();
    if (m_isKept) {
        m_keptMs = draft.isEmpty() ? 0 : now;
        Q_EMIT kept();
    } else {
        Q_EMIT failed(written.error().message);
    }
    return m_isKept;
}

void DraftKeeper::tellKept() const
{
    if (m_keptMs > 0)
        m_context.toast.tell(tr("Not saved yet. The draft is kept and comes back with the form."),
                             QStringLiteral("info"));
}

QString DraftKeeper::otherDayText(const QDate &day)
{
    return tr("your draft for %1: save or discard it first").arg(dayText(day, DayForm::Short));
}

void DraftKeeper::leave()
{
    m_soon.stop();
    m_isKept = true;
    m_keptMs = 0;
}

void DraftKeeper::finish()
{
    leave();
    // A draft that stays behind is offered again; nothing is lost by it.
    (void)m_context.workspace.journal().clearSlot(m_sheet.slot());
}

void DraftKeeper::discard()
{
    leave();
    const Discarded discarded{m_context, m_sheet.slot(),
                              m_sheet.draft(m_context.workspace.clock().now().utcMs), m_sheet.again()};
    const auto cleared = m_context.workspace.journal().clearSlot(discarded.slot);
    if (cleared)
        offerBack(discarded, tr("Draft discarded"), QStringLiteral("trash"));
    else
        offerBack(discarded,
                  tr("What was kept before will be offered again. %1").arg(cleared.error().message),
                  QStringLiteral("warning"));
}

} // namespace stillpoint::ui
