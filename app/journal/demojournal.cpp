#include "app/journal/demojournal.h"

#include "app/journal/journalprivate.h"
#include "app/journal/recordcodec.h"
#include "app/journal/validation.h"

#include "app/base/identifiers.h"

#include <QCoreApplication>

#include <algorithm>

/// How the demo journal gets into the log and out of it (formats.md §2).
namespace stillpoint {

Result<void> Journal::Private::addDemo(Journal &journal, const QList<Record> &records)
{
    for (const Record &record : records) {
        if (auto valid = validate(record, vocabulary()); !valid)
            return valid;
    }
    return act(journal, [&]() -> Result<Plan> {
        Plan plan{QStringLiteral("add"), {}, demoDevice()};
        if (hasDemo())
            return plan;
        for (const Record &record : records) {
            Change change;
            change.kind = kindName(kindOf(record));
            change.record = idOf(record);
            change.payload = fieldsOf(record);
            plan.changes.push_back(std::move(change));
        }
        return plan;
    });
}

Result<void> Journal::Private::removeDemo(Journal &journal)
{
    if (auto writable = checkWritable(); !writable)
        return writable;
    auto removed = m_log->transact([&] { return foldNew().and_then([&] { return deleteDemo(); }); });
    if (removed) {
        removed = foldNew();
        // It is gone already; what is left of it in the write-ahead log goes with the next that empties it.
        static_cast<void>(m_log->dropDeleted());
    }
    tell(journal);
    return removed;
}

Result<void> Journal::Private::deleteDemo()
{
    auto marks = marksForDemo();
    if (!marks)
        return tl::unexpected<Error>(marks.error());
    for (const QUuid &record : std::as_const(m_demoRecords)) {
        if (auto cleared = m_log->clearDraftsOf(record); !cleared)
            return cleared;
    }
    for (const Change &mark : *marks) {
        if (auto emptied = m_log->emptyRecord(mark.record); !emptied)
            return emptied;
    }
    return m_log->deleteDevice(demoDevice()).and_then([&] { return m_log->append(*marks); });
}

/// One for each record that somebody else wrote to: those rows keep their numbers, and a merge must not bring
/// back what they said.
Result<std::vector<Change>> Journal::Private::marksForDemo() const
{
    std::vector<Change> marks;
    const QUuid action = newId(m_clock.now().utcMs);
    qint64 hlc = nextHlc();
    for (const QUuid &record : m_demoRecords) {
        const auto changes = changesOf(record);
        if (!changes)
            return tl::unexpected<Error>(changes.error());
        const auto other = std::find_if(changes->begin(), changes->end(),
                                        [](const Change &change) { return change.device != demoDevice(); });
        if (other == changes->end())
            continue;
        Change mark;
        mark.device = m_device;
        mark.hlc = hlc++;
        mark.action = action;
        mark.verb = QStringLiteral("erase");
        mark.kind = other->kind;
        mark.record = record;
        marks.push_back(std::move(mark));
    }
    return marks;
}

Result<void> addDemoJournal(Journal &journal, const Clock &clock, const DemoOptions &options)
{
    return journal.addDemo(demoRecords(options, clock.now()));
}

Result<void> checkGoesWithDemo(const Record &entry, const QList<Record> &others)
{
    const auto own =
        std::find_if(others.begin(), others.end(), [](const Record &one) { return !isDemo(one); });
    if (!isDemo(entry) || own == others.end())
        return {};
    return failure(ErrorCode::Invalid,
                   QCoreApplication::translate(
                       "Demo",
                       "This entry is part of the made-up year and goes with it, so nobody and nothing "
                       "new can be named in it. Nothing was changed; name what the made-up year knows, "
                       "or add a session of your own."),
                   kindName(kindOf(*own)));
}

} // namespace stillpoint
