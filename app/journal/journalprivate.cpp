#include "app/journal/journalprivate.h"

#include "app/base/identifiers.h"
#include "app/journal/backups.h"
#include "app/journal/changequeue.h"
#include "app/journal/deviceidentity.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <thread>

namespace stillpoint {

namespace {

/// A journal that cannot be opened: names the backup that can be.
Error withBackup(Error error, const QString &folder)
{
    if (error.code != ErrorCode::Newer && error.code != ErrorCode::Corrupt)
        return error;
    const auto backup = newestUsableBackup(folder);
    const QString more =
        backup ? Journal::tr("The newest backup that can be opened is %1; restoring it keeps what is "
                             "there now beside it.")
                     .arg(backup->file)
               : Journal::tr("There is no backup in %1 that can be opened.").arg(folder);
    error.message += QLatin1Char(' ') + more;
    return error;
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
    if (opened && !m_readOnly)
        opened = identify();
    if (!opened && opened.error().code == ErrorCode::ReadOnly && QFileInfo::exists(m_options.file))
        opened = openCopy();
    if (!opened)
        return tl::unexpected<Error>(withBackup(opened.error(), m_options.backupsFolder));
    if (m_readOnly)
        m_device = knownDeviceIdentity(m_options.deviceFile);
    const auto version = m_log->version();
    if (!version)
        return tl::unexpected<Error>(version.error());
    m_version = *version;
    return load();
}

/// Under the write lock, so that two programs starting at once agree on one identity.
Result<void> Journal::Private::identify()
{
    auto known = m_log->transact([&]() -> Result<void> {
        return deviceIdentity(m_options.deviceFile, m_clock.now().utcMs).map([&](const QUuid &id) {
            m_device = id;
        });
    });
    const QFileInfo folder(QFileInfo(m_options.deviceFile).path());
    if (known || folder.isWritable())
        return known;
    // The journal's own files may be writable in a folder that is not.
    return failure(ErrorCode::ReadOnly, known.error().message);
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
    m_log.reset();
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
    const QList<RecordKind> &kinds = allRecordKinds();
    return {kinds.begin(), kinds.end()};
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
    std::vector<Entry> entries;
    std::vector<Entry> trash;
    const auto relist = [&](const auto &shelf) {
        for (const auto &held : shelf) {
            if (const auto entry = entryOf(held.value, dayStart()))
                (held.isDeleted ? trash : entries).push_back(*entry);
        }
    };
    relist(m_fold.shelf<Session>());
    relist(m_fold.shelf<CheckIn>());
    relist(m_fold.shelf<Skip>());
    m_entries.assign(std::move(entries));
    m_trash.assign(std::move(trash));
}

std::optional<Entry> Journal::Private::entryFor(RecordKind kind, const QUuid &id) const
{
    const auto in = [&](const auto &shelf) -> std::optional<Entry> {
        const auto held = shelf.constFind(id);
        return held == shelf.constEnd() ? std::nullopt : entryOf(held->value, dayStart());
    };
    switch (kind) {
    case RecordKind::Session:
        return in(m_fold.shelf<Session>());
    case RecordKind::CheckIn:
        return in(m_fold.shelf<CheckIn>());
    case RecordKind::Skip:
        return in(m_fold.shelf<Skip>());
    default:
        return std::nullopt;
    }
}

void Journal::Private::list(RecordKind kind, const QUuid &id)
{
    const auto entry = entryFor(kind, id);
    if (!entry)
        return;
    (m_fold.isDeleted(kind, id) ? m_trash : m_entries).insert(*entry);
    m_touched.days.insert(entry->day);
}

void Journal::Private::unlist(RecordKind kind, const QUuid &id)
{
    const auto entry = entryFor(kind, id);
    if (!entry)
        return;
    (m_fold.isDeleted(kind, id) ? m_trash : m_entries).remove(*entry);
    m_touched.days.insert(entry->day);
}

bool Journal::Private::note(const Change &change, bool isEmptied)
{
    m_lastSeq = change.seq;
    m_newestHlc = std::max(m_newestHlc, change.hlc);
    if (change.device == demoDevice()) {
        m_demo = change.action;
        m_demoRecords.insert(change.record);
    }
    if (change.device == m_device) {
        m_undoIsStale = m_undoIsStale || change.n < m_ownN;
        m_ownN = std::max(m_ownN, change.n);
        m_undoStack.add(change, isEmptied);
    }
    qint64 &newest = m_clocks[change.record];
    const bool isNewest = change.hlc > newest;
    newest = std::max(newest, change.hlc);
    return isNewest;
}

void Journal::Private::foldOne(const Change &change)
{
    m_touched.records.insert(change.record);
    const auto kind = kindFromName(change.kind);
    if (!kind)
        return;
    m_touched.kinds.insert(*kind);
    if (*kind == RecordKind::Scale || *kind == RecordKind::Modality || *kind == RecordKind::Context)
        m_vocabulary.reset();
    unlist(*kind, change.record);
    m_fold.apply(change);
    list(*kind, change.record);
}

/// Everything at once, listed at the end.
Result<void> Journal::Private::load()
{
    const auto changes = m_log->count();
    if (!changes)
        return tl::unexpected<Error>(changes.error());
    m_fold.reserve(*changes);
    m_clocks.reserve(*changes);
    QHash<QUuid, QString> late;
    ChangeQueue queue;
    Result<void> read;
    // Reading and folding take about as long. A thread of its own, since the pool may have only this one.
    std::thread reader([&] {
        read = m_log->readWritten([&](Change &change, QByteArrayView written) {
            // A reversal is told from others by a field of its payload, an erased change by having none.
            if (change.verb == QLatin1String("undo") || change.verb == QLatin1String("redo"))
                change.payload = QJsonDocument::fromJson(written.toByteArray()).object();
            const bool isEmptied = !written.contains('"'); // a field has a name in quotation marks
            if (note(change, isEmptied))
                queue.add(change, written);
            else
                late.insert(change.record, change.kind);
        });
        queue.close();
    });
    for (auto batch = queue.take(); !batch.changes.empty(); batch = queue.take()) {
        for (const WrittenChange &change : batch.changes)
            m_fold.apply(change);
    }
    reader.join();
    if (read)
        read = rebuild(late);
    relistAll();
    m_touched = {};
    m_isHalfRead = !read;
    return read;
}

void Journal::Private::forget()
{
    m_fold = {};
    m_undoStack = {};
    m_undoIsStale = false;
    m_clocks.clear();
    m_vocabulary.reset();
    m_demo = {};
    m_demoRecords.clear();
    m_ownN = m_newestHlc = m_lastSeq = 0;
}

Result<void> Journal::Private::foldNew()
{
    if (m_isHalfRead)
        return reload();
    if (m_demo.isNull())
        return inStep(foldRows());
    // Only removing the demo deletes rows, and numbers of rows may then come again.
    const auto first = m_log->change(demoDevice(), 1);
    if (!first)
        return tl::unexpected<Error>(first.error());
    return *first && (*first)->action == m_demo ? inStep(foldRows()) : reload();
}

Result<void> Journal::Private::reload()
{
    forget();
    auto loaded = load();
    m_touched.all = true;
    return loaded;
}

Result<void> Journal::Private::inStep(Result<void> read)
{
    m_isHalfRead = m_isHalfRead || !read;
    return read;
}

Result<void> Journal::Private::foldRows()
{
    QHash<QUuid, QString> late;
    return m_log
        ->readAfter(m_lastSeq,
                    [&](const Change &change) {
                        if (!note(change, change.payload.isEmpty()))
                            late.insert(change.record, change.kind);
                        foldOne(change);
                    })
        .and_then([&] { return rebuild(late); });
}

Result<void> Journal::Private::rebuild(const QHash<QUuid, QString> &late)
{
    for (auto record = late.cbegin(); record != late.cend(); ++record) {
        const auto kind = kindFromName(record.value());
        if (!kind)
            continue;
        const auto changes = m_log->changesOf(record.key(), m_lastSeq);
        if (!changes)
            return tl::unexpected<Error>(changes.error());
        unlist(*kind, record.key());
        m_fold.rebuild(*kind, record.key(), *changes);
        list(*kind, record.key());
    }
    if (!std::exchange(m_undoIsStale, false))
        return {};
    return m_log->changesOfDevice(m_device).map([this](const std::vector<Change> &changes) {
        m_undoStack = {};
        for (const Change &change : changes)
            m_undoStack.add(change, change.payload.isEmpty());
    });
}

const Vocabulary &Journal::Private::vocabulary() const
{
    const auto living = [this]<class T>(QList<T> records) {
        for (const auto &held : m_fold.shelf<T>()) {
            if (!held.isDeleted)
                records.append(held.value);
        }
        return records;
    };
    if (!m_vocabulary) {
        m_vocabulary.emplace(living(QList<ScaleRecord>()), living(QList<ModalityRecord>()),
                             living(QList<ContextRecord>()));
    }
    return *m_vocabulary;
}

void Journal::Private::tell(Journal &journal)
{
    const Touched touched = std::exchange(m_touched, {});
    if (touched.all)
        Q_EMIT journal.changed(allKinds(), {}, {});
    else if (!touched.records.isEmpty())
        Q_EMIT journal.changed(touched.kinds, touched.records, touched.days);
}

qint64 Journal::Private::nextHlc() const
{
    return std::max(m_newestHlc + 1, hlcAt(m_clock.now().utcMs));
}

Result<void> Journal::Private::checkWritable() const
{
    if (m_readOnly) {
        return failure(ErrorCode::ReadOnly,
                       Journal::tr("This journal is open for reading only. Nothing was changed; "
                                   "check that its folder can be written and open it again."));
    }
    return {};
}

Result<void> Journal::Private::act(Journal &journal, const std::function<Result<Plan>()> &plan)
{
    if (auto writable = checkWritable(); !writable)
        return writable;
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
            change.device = planned.device.isNull() ? m_device : planned.device;
            change.hlc = hlc++;
            change.action = action;
            change.verb = planned.verb;
        }
        return m_log->append(planned.changes);
    });
    if (written) {
        for (const Change &change : planned.changes) {
            note(change, change.payload.isEmpty());
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
    const auto version = m_log->version();
    if (!version)
        return tl::unexpected<Error>(version.error());
    if (*version == m_version && !m_isHalfRead)
        return {};
    auto folded = foldNew();
    if (folded)
        m_version = *version;
    tell(journal);
    return folded;
}

Result<QStringList> Journal::Private::erase(Journal &journal, const RecordRef &ref)
{
    if (auto writable = checkWritable(); !writable)
        return tl::unexpected<Error>(writable.error());
    bool isCompact = true;
    auto erased = foldNew().and_then([&]() -> Result<void> {
        if (!m_fold.contains(ref.first, ref.second))
            return failure(ErrorCode::NotFound,
                           Journal::tr("There is no such entry to erase. Nothing was changed."));
        Change mark;
        mark.device = m_device;
        mark.hlc = nextHlc();
        mark.action = newId(m_clock.now().utcMs);
        mark.verb = QStringLiteral("erase");
        mark.kind = kindName(ref.first);
        mark.record = ref.second;
        return m_log->erase(mark).map([&](bool compact) { isCompact = compact; });
    });
    if (erased) {
        m_undoIsStale = true;
        erased = foldNew().and_then([&] { return inStep(rebuild({{ref.second, kindName(ref.first)}})); });
    }
    tell(journal);
    if (erased && !isCompact) {
        return failure(
            ErrorCode::Io,
            Journal::tr("The entry was erased for good and its words were overwritten; only the file "
                        "could not be made smaller. Nothing else was changed; make room on the "
                        "disk, and the next time something is erased it shrinks."));
    }
    return erased.map([&] { return backupsHolding(ref.second, m_options.backupsFolder); });
}

Result<QString> Journal::Private::replaceWith(Journal &journal, const QString &backup)
{
    if (auto writable = checkWritable(); !writable)
        return tl::unexpected<Error>(writable.error());
    m_log.reset();
    auto kept = restoreBackup(backup, {m_options.file, m_options.deviceFile, m_options.backupsFolder},
                              m_clock.now().utcMs);
    forget();
    const auto reopened = open();
    if (!reopened) {
        // Nothing may be written on top of what was not read.
        m_readOnly = true;
        relistAll();
    }
    Q_EMIT journal.changed(allKinds(), {}, {});
    if (!reopened)
        return tl::unexpected<Error>(reopened.error());
    return kept;
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

Result<void> Journal::Private::eachChange(const std::function<void(const Change &)> &each) const
{
    return m_log ? m_log->readAfter(0, each) : Result<void>();
}

Result<std::vector<Change>> Journal::Private::changesOf(const QUuid &id) const
{
    return m_log ? m_log->changesOf(id, m_lastSeq) : Result<std::vector<Change>>();
}

} // namespace stillpoint
