#include "app/journal/journalprivate.h"

#include "app/base/identifiers.h"
#include "app/journal/deviceidentity.h"
#include "app/journal/fieldhistory.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace stillpoint {

namespace {

const QString deletedKey = QStringLiteral("deleted");
const QString undoesKey = QStringLiteral("@undoes");

Change changeTo(const QString &kind, const QUuid &id, const QJsonObject &payload)
{
    Change change;
    change.kind = kind;
    change.record = id;
    change.payload = payload;
    return change;
}

} // namespace

Journal::Private::Private(Options options, const Clock &clock)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_readOnly(m_options.readOnly)
{
}

Result<void> Journal::Private::open()
{
    if (m_readOnly && !QFileInfo::exists(m_options.file))
        return {};
    auto opened = openLog();
    if (!opened && opened.error().code == ErrorCode::ReadOnly && QFileInfo::exists(m_options.file))
        opened = openCopy();
    if (!opened)
        return opened;
    if (m_readOnly) {
        m_device = knownDeviceIdentity(m_options.deviceFile);
    } else {
        // Under the write lock, so that two programs starting at once agree on one identity.
        auto known = m_log->transact([&]() -> Result<void> {
            return deviceIdentity(m_options.deviceFile, m_clock.now().utcMs).map([&](const QUuid &id) {
                m_device = id;
            });
        });
        if (!known)
            return known;
    }
    auto folded = m_log->changedElsewhere().and_then([&](bool) { return foldNew(); });
    m_touched = {};
    return folded;
}

Result<void> Journal::Private::openLog()
{
    return ChangeLog::open(m_options.file, m_options.backupsFolder, m_readOnly).map([&](auto &&log) {
        m_log = std::forward<decltype(log)>(log);
    });
}

/// Shows a journal whose folder cannot be written, by way of a private copy with its write-ahead log.
Result<void> Journal::Private::openCopy()
{
    m_copy = std::make_unique<QTemporaryDir>();
    m_readOnly = true;
    const QString copy = m_copy->filePath(QStringLiteral("journal.db"));
    const QString wal = QStringLiteral("-wal");
    bool copied = m_copy->isValid() && QFile::copy(m_options.file, copy);
    if (copied && QFileInfo::exists(m_options.file + wal))
        copied = QFile::copy(m_options.file + wal, copy + wal);
    if (!copied) {
        return failure(
            ErrorCode::ReadOnly,
            Journal::tr("The journal %1 can neither be written nor copied for reading. It was left as it "
                        "is; check the permissions of its folder.")
                .arg(m_options.file));
    }
    QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QFile(copy + wal).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return ChangeLog::open(copy, {}, true).map([&](auto &&log) { m_log = std::forward<decltype(log)>(log); });
}

QSet<RecordKind> Journal::Private::allKinds()
{
    return {RecordKind::Session,      RecordKind::CheckIn, RecordKind::Skip,
            RecordKind::Practitioner, RecordKind::Article, RecordKind::Place};
}

bool Journal::Private::setDayStart(int minutes)
{
    if (std::exchange(m_options.dayStartMinutes, minutes) == minutes)
        return false;
    relistAll();
    return true;
}

void Journal::Private::relistAll()
{
    m_entries.clear();
    m_trash.clear();
    const auto relist = [&](RecordKind kind, const auto &shelf) {
        for (auto held = shelf.cbegin(); held != shelf.cend(); ++held)
            list(kind, held.key());
    };
    relist(RecordKind::Session, m_fold.shelf<Session>());
    relist(RecordKind::CheckIn, m_fold.shelf<CheckIn>());
    relist(RecordKind::Skip, m_fold.shelf<Skip>());
    m_touched = {};
}

void Journal::Private::list(RecordKind kind, const QUuid &id)
{
    const auto record = m_fold.record(kind, id);
    const auto entry = record ? entryOf(*record, dayStart()) : std::nullopt;
    if (!entry)
        return;
    (m_fold.isDeleted(kind, id) ? m_trash : m_entries).insert(*entry);
    m_touched.days.insert(entry->day);
}

void Journal::Private::unlist(RecordKind kind, const QUuid &id)
{
    const auto record = m_fold.record(kind, id);
    const auto entry = record ? entryOf(*record, dayStart()) : std::nullopt;
    if (!entry)
        return;
    (m_fold.isDeleted(kind, id) ? m_trash : m_entries).remove(*entry);
    m_touched.days.insert(entry->day);
}

void Journal::Private::foldOne(const Change &change)
{
    m_lastSeq = change.seq;
    m_touched.records.insert(change.record);
    if (change.device == m_device)
        m_undoStack.add(change);
    const auto kind = kindFromName(change.kind);
    if (!kind)
        return;
    m_touched.kinds.insert(*kind);
    unlist(*kind, change.record);
    m_fold.apply(change);
    list(*kind, change.record);
}

Result<void> Journal::Private::foldNew()
{
    // Changes that arrive late, though older: their records are made anew once all rows are read.
    QHash<QUuid, QString> late;
    auto read = m_log->readAfter(m_lastSeq, [&](const Change &change) {
        if (change.isBefore(m_newest)) {
            late.insert(change.record, change.kind);
        } else {
            m_newest = change;
            m_newest.payload = {};
        }
        foldOne(change);
    });
    for (auto record = late.cbegin(); read && record != late.cend(); ++record) {
        const auto kind = kindFromName(record.value());
        if (!kind)
            continue;
        read = m_log->changesOf(record.key(), m_lastSeq).map([&](const std::vector<Change> &changes) {
            unlist(*kind, record.key());
            m_fold.rebuild(*kind, record.key(), changes);
            list(*kind, record.key());
        });
    }
    return read;
}

void Journal::Private::tell(Journal &journal)
{
    const Touched touched = std::exchange(m_touched, {});
    if (!touched.records.isEmpty())
        Q_EMIT journal.changed(touched.kinds, touched.records, touched.days);
}

qint64 Journal::Private::nextHlc() const
{
    return std::max(m_newest.hlc + 1, m_clock.now().utcMs << 16);
}

Result<void> Journal::Private::act(Journal &journal, const std::function<Result<Plan>()> &plan)
{
    if (m_readOnly) {
        return failure(ErrorCode::ReadOnly,
                       Journal::tr("This journal is open for reading only. Nothing was changed; "
                                   "check that its folder can be written and open it again."));
    }
    Plan planned;
    auto written = m_log->transact([&]() -> Result<void> {
        if (auto folded = foldNew(); !folded)
            return folded;
        auto made = plan();
        if (!made)
            return tl::unexpected<Error>(made.error());
        planned = std::move(*made);
        const QUuid action = newId(m_clock.now().utcMs);
        qint64 hlc = nextHlc();
        for (Change &change : planned.changes) {
            change.device = m_device;
            change.hlc = hlc++;
            change.action = action;
            change.verb = planned.verb;
        }
        return m_log->append(planned.changes);
    });
    if (written) {
        for (const Change &change : planned.changes) {
            m_newest = change;
            m_newest.payload = {};
            foldOne(change);
        }
    }
    tell(journal);
    return written;
}

Result<void> Journal::Private::refresh(Journal &journal)
{
    if (!m_log)
        return {};
    const auto isChanged = m_log->changedElsewhere();
    if (!isChanged)
        return tl::unexpected<Error>(isChanged.error());
    if (!*isChanged)
        return {};
    auto folded = foldNew();
    tell(journal);
    return folded;
}

Result<void> Journal::Private::writeSlot(Journal &journal, const QString &key,
                                         const std::optional<QByteArray> &value)
{
    return act(journal, [&]() -> Result<Plan> {
        const auto stored = value ? m_log->setSlot(key, nextHlc(), *value) : m_log->clearSlot(key);
        return stored.map([] { return Plan{}; });
    });
}

Result<std::optional<QByteArray>> Journal::Private::slot(const QString &key) const
{
    return m_log ? m_log->slot(key) : Result<std::optional<QByteArray>>(std::nullopt);
}

Result<std::vector<Change>> Journal::Private::changesOf(const QUuid &id) const
{
    return m_log ? m_log->changesOf(id, m_lastSeq) : Result<std::vector<Change>>();
}

Journal::Private::Plan Journal::Private::planPut(const QList<Record> &records, Author author) const
{
    Plan plan{QStringLiteral("edit"), {}};
    QSet<QUuid> seen;
    // The last of several values for one record counts.
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        const RecordKind kind = kindOf(*record);
        const QUuid id = idOf(*record);
        if (seen.contains(id))
            continue;
        seen.insert(id);
        const auto old = m_fold.record(kind, id);
        QJsonObject payload = difference(old ? fieldsOf(*old) : QJsonObject(), fieldsOf(*record));
        if (m_fold.isDeleted(kind, id))
            payload.insert(deletedKey, QJsonValue::Null);
        if (payload.isEmpty())
            continue;
        if (!old)
            plan.verb = QStringLiteral("add");
        plan.changes.insert(plan.changes.begin(), changeTo(kindName(kind), id, payload));
    }
    if (author == Author::Auto)
        plan.verb = QStringLiteral("auto");
    else if (plan.verb == QLatin1String("edit") && plan.changes.size() > 1)
        plan.verb = QStringLiteral("bulk");
    return plan;
}

Journal::Private::Plan Journal::Private::planTrash(RecordKind kind, const QUuid &id, bool deleted)
{
    const QJsonValue value = deleted ? QJsonValue(true) : QJsonValue(QJsonValue::Null);
    return {deleted ? QStringLiteral("delete") : QStringLiteral("restore"),
            {changeTo(kindName(kind), id, {{deletedKey, value}})}};
}

Result<Journal::Private::Plan>
Journal::Private::planReversal(const QString &verb, const UndoStack::Step &step, UndoOutcome &outcome) const
{
    outcome = {step.verb, {}, {}};
    const auto rows = m_log->changesOfAction(m_device, step.firstN);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    Plan plan{verb, {}};
    QSet<QUuid> seen;
    for (const Change &row : *rows) {
        if (seen.contains(row.record))
            continue;
        seen.insert(row.record);
        const auto changes = changesOf(row.record);
        if (!changes)
            return tl::unexpected<Error>(changes.error());
        const auto reversal = FieldHistory(*changes).reversalOf(step.action, anchorFields(row.kind));
        if (const auto kind = kindFromName(row.kind))
            outcome.records.append({*kind, row.record});
        outcome.kept.append(reversal.kept);
        // The first row stands even when nothing can be taken back: the step is done with.
        if (!reversal.payload.isEmpty() || plan.changes.empty()) {
            QJsonObject payload = reversal.payload;
            payload.insert(undoesKey, idText(step.action));
            plan.changes.push_back(changeTo(row.kind, row.record, payload));
        }
    }
    return plan;
}

} // namespace stillpoint
