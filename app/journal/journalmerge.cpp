#include "app/journal/journalprivate.h"
#include "app/journal/validation.h"

#include "app/base/identifiers.h"

#include <algorithm>

/// What comes from elsewhere: the changes of other devices, and records from files for people.
namespace stillpoint {

namespace {

constexpr qint64 dayMs = 86'400'000;
const QString eraseVerb = QStringLiteral("erase");

using Became = ImportOutcome::Became;

bool isSame(const Change &a, const Change &b)
{
    return a.hlc == b.hlc && a.action == b.action && a.verb == b.verb && a.kind == b.kind &&
           a.record == b.record && a.payload == b.payload;
}

/// Whether one of the two was emptied by erasing, which nothing else does. That is no conflict, even while
/// the row that tells of the erasing is still on its way; only that row empties what is here.
bool isSameOrErased(const Change &a, const Change &b)
{
    Change emptied = a;
    emptied.payload = b.payload;
    return isSame(a, b) || ((a.payload.isEmpty() || b.payload.isEmpty()) && isSame(emptied, b));
}

QStringList fieldsThatDiffer(const QJsonObject &before, const QJsonObject &after)
{
    return difference(before, after).keys();
}

/// What became of a record; nothing when it is as before. Trash counts as absent.
std::optional<ImportOutcome::Item> itemFor(const RecordRef &ref, const Fold &before, const Fold &after)
{
    const auto fields = [&ref](const Fold &fold) {
        const auto record = fold.record(ref.first, ref.second);
        return record && !fold.isDeleted(ref.first, ref.second) ? std::optional(fieldsOf(*record))
                                                                : std::nullopt;
    };
    const auto old = fields(before);
    const auto now = fields(after);
    if (old && now) {
        const QStringList names = fieldsThatDiffer(*old, *now);
        return names.isEmpty() ? std::nullopt
                               : std::optional(ImportOutcome::Item{Became::Changed, ref, names,
                                                                   after.record(ref.first, ref.second)});
    }
    if (now)
        return ImportOutcome::Item{Became::Added, ref, {}, after.record(ref.first, ref.second)};
    if (old)
        return ImportOutcome::Item{Became::Trashed, ref, {}, before.record(ref.first, ref.second)};
    return std::nullopt;
}

tl::unexpected<Error> otherContent(const Change &change)
{
    return failure(
        ErrorCode::Invalid,
        Journal::tr("This journal already holds change %1 of device %2 with other content, so one of the two "
                    "was altered or restored from a backup. Nothing was imported; your journal is unchanged.")
            .arg(change.n)
            .arg(idText(change.device)));
}

} // namespace

qsizetype ImportOutcome::count(Became became) const
{
    return std::count_if(items.begin(), items.end(), [&](const Item &item) { return item.became == became; });
}

Result<void> Journal::Private::addNew(Union &plan, const Change &change, const QSet<QUuid> &erased) const
{
    const auto known = m_log->change(change.device, change.n);
    if (!known)
        return tl::unexpected<Error>(known.error());
    if (*known) {
        if (!isSameOrErased(**known, change))
            return otherContent(change);
        return {};
    }
    Change row = change;
    if (erased.contains(change.record))
        row.payload = {};
    if (timeOfHlc(row.hlc) > m_clock.now().utcMs + dayMs)
        ++plan.outcome.ahead;
    plan.rows.push_back(std::move(row));
    return {};
}

Result<Journal::Private::Union> Journal::Private::planUnion(const std::vector<Change> &changes) const
{
    Union plan;
    const auto erasedHere = m_log->erasedRecords();
    if (!erasedHere)
        return tl::unexpected<Error>(erasedHere.error());
    for (const Change &change : changes) {
        if (change.verb == eraseVerb && !erasedHere->contains(change.record) && !isOfDemo(change.record))
            plan.erased.insert(change.record);
    }
    QSet<QUuid> erased = *erasedHere;
    erased.unite(plan.erased);
    QHash<QPair<QUuid, qint64>, const Change *> seen;
    for (const Change &change : changes) {
        if (change.device == demoDevice() || isOfDemo(change.record))
            continue;
        const Change *&first = seen[{change.device, change.n}];
        if (first && !isSameOrErased(*first, change))
            return otherContent(change);
        if (std::exchange(first, &change))
            continue;
        if (auto added = addNew(plan, change, erased); !added)
            return tl::unexpected<Error>(added.error());
    }
    plan.outcome.changes = static_cast<qsizetype>(plan.rows.size());
    return describe(plan).map([&] { return std::move(plan); });
}

/// Folds the records that get new changes once more, on the side, and compares.
Result<void> Journal::Private::describe(Union &plan) const
{
    QHash<QUuid, std::vector<Change>> byRecord;
    QList<QUuid> order;
    for (const Change &row : plan.rows) {
        if (!byRecord.contains(row.record))
            order.append(row.record);
        byRecord[row.record].push_back(row);
    }
    for (const QUuid &id : order) {
        std::vector<Change> rows = byRecord.take(id);
        const auto kind = kindFromName(rows.front().kind);
        if (!kind)
            continue;
        if (plan.erased.contains(id)) {
            plan.outcome.items.append({Became::Erased, {*kind, id}, {}, {}});
            continue;
        }
        if (m_clocks.contains(id)) {
            const auto known = changesOf(id);
            if (!known)
                return tl::unexpected<Error>(known.error());
            rows.insert(rows.end(), known->begin(), known->end());
        }
        std::sort(rows.begin(), rows.end(), [](const Change &a, const Change &b) { return a.isBefore(b); });
        Fold after;
        after.rebuild(*kind, id, rows);
        if (const auto item = itemFor({*kind, id}, m_fold, after))
            plan.outcome.items.append(*item);
        else
            ++plan.outcome.unchanged;
    }
    return {};
}

Result<ImportOutcome> Journal::Private::merge(Journal &journal, const std::vector<Change> &changes,
                                              ImportMode mode)
{
    if (auto writable = checkWritable(); !writable)
        return tl::unexpected<Error>(writable.error());
    Union plan;
    auto merged = m_log->transact([&]() -> Result<void> {
        auto planned = foldNew().and_then([&] { return planUnion(changes); });
        if (!planned)
            return tl::unexpected<Error>(planned.error());
        plan = std::move(*planned);
        if (mode == ImportMode::DryRun)
            return {};
        for (const QUuid &record : plan.erased) {
            if (auto emptied = m_log->emptyRecord(record); !emptied)
                return emptied;
        }
        return m_log->insert(plan.rows);
    });
    if (merged && mode == ImportMode::Write) {
        merged = foldNew();
        QHash<QUuid, QString> emptied;
        for (const Change &row : plan.rows) {
            if (plan.erased.contains(row.record))
                emptied.insert(row.record, row.kind);
        }
        if (merged && !emptied.isEmpty()) {
            m_undoIsStale = true;
            merged = inStep(rebuild(emptied));
        }
    }
    tell(journal);
    return merged.map([&] { return plan.outcome; });
}

Result<Journal::Private::Plan> Journal::Private::planImport(const QList<ImportedRecord> &records,
                                                            ImportOutcome &outcome) const
{
    Plan plan{QStringLiteral("import"), {}};
    outcome = {};
    for (const ImportedRecord &imported : records) {
        const auto &[kind, id] = imported.ref;
        const auto old = m_fold.record(kind, id);
        Change change;
        change.kind = kindName(kind);
        change.record = id;
        const QJsonObject before = old ? fieldsOf(*old) : QJsonObject();
        for (auto field = imported.fields.begin(); field != imported.fields.end(); ++field) {
            const bool isGone = field.value().isNull();
            if (isRecordField(field.key()) && !isGone && before[field.key()] != field.value())
                change.payload.insert(field.key(), field.value());
        }
        if (change.payload.isEmpty()) {
            ++outcome.unchanged;
            continue;
        }
        Fold after;
        if (old) {
            Change base = change;
            base.payload = before;
            after.apply(base);
        }
        after.apply(change);
        const Record record = after.record(kind, id).value();
        if (const auto valid = validate(record, vocabulary()); !valid) {
            return failure(valid.error().code,
                           Journal::tr("The %1 %2 of this file cannot be imported, so nothing was: %3")
                               .arg(kindName(kind), idText(id), valid.error().message),
                           valid.error().field);
        }
        outcome.items.append({old ? Became::Changed : Became::Added, imported.ref,
                              old ? change.payload.keys() : QStringList(), record});
        plan.changes.push_back(std::move(change));
    }
    outcome.changes = static_cast<qsizetype>(plan.changes.size());
    return plan;
}

Result<ImportOutcome> Journal::Private::import(Journal &journal, const QList<ImportedRecord> &records,
                                               ImportMode mode)
{
    ImportOutcome outcome;
    return act(journal,
               [&]() -> Result<Plan> {
                   auto plan = planImport(records, outcome);
                   if (plan && mode == ImportMode::DryRun)
                       plan->changes.clear();
                   return plan;
               })
        .map([&] { return outcome; });
}

} // namespace stillpoint
