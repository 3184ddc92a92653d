#include "app/journal/journalcheck.h"

#include "app/journal/changelog.h"
#include "app/journal/fold.h"
#include "app/storage/backup.h"

#include <QCoreApplication>
#include <QFile>

namespace stillpoint {

namespace {

constexpr qint64 dayMs = 86'400'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Journal", text);
}

/// Looks at one change after the other, in the order of folding.
class Inspection
{
public:
    explicit Inspection(qint64 nowMs)
        : m_nowMs(nowMs)
    {
    }

    void look(const Change &change)
    {
        ++m_health.changes;
        m_fold.apply(change);
        if (change.verb == QLatin1String("erase"))
            m_erased.insert(change.record);
        if (change.payload.isEmpty())
            m_empty.append(change.record);
        m_ahead += timeOfHlc(change.hlc) > m_nowMs + dayMs ? 1 : 0;
    }

    JournalHealth result()
    {
        for (const RecordKind kind : allRecordKinds()) {
            for (const QUuid &id : m_fold.ids(kind)) {
                if (!m_fold.isDeleted(kind, id))
                    ++m_health.records[kind];
            }
        }
        m_empty.removeIf([this](const QUuid &record) { return m_erased.contains(record); });
        if (!m_empty.isEmpty())
            m_health.faults.append(tr("%1 changes of the journal cannot be read; all others can. Restore a "
                                      "backup, or import one of your "
                                      "exports.")
                                       .arg(m_empty.size()));
        if (m_ahead > 0)
            m_health.notes.append(
                tr("%1 changes were written by a clock more than a day ahead of this one; check the "
                   "date of your devices.")
                    .arg(m_ahead));
        return m_health;
    }

private:
    qint64 m_nowMs;
    JournalHealth m_health;
    Fold m_fold;
    QSet<QUuid> m_erased;
    QList<QUuid> m_empty;
    qint64 m_ahead = 0;
};

} // namespace

Result<JournalHealth> checkJournal(const QString &file, qint64 nowMs)
{
    if (!QFile::exists(file))
        return JournalHealth{0, {}, {}, {tr("There is no journal yet.")}};
    if (const auto verified = verifyDatabase(file, QStringLiteral("change")); !verified)
        return tl::unexpected<Error>(verified.error());
    const auto log = ChangeLog::open(file, {}, true);
    if (!log)
        return tl::unexpected<Error>(log.error());
    Inspection inspection(nowMs);
    return (*log)->readInOrder([&](const Change &change) { inspection.look(change); }).map([&] {
        return inspection.result();
    });
}

} // namespace stillpoint
