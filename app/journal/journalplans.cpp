#include "app/journal/fieldhistory.h"
#include "app/journal/journalprivate.h"
#include "app/journal/validation.h"

#include "app/base/identifiers.h"

#include <algorithm>

/// What each action of a person writes.
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

/// A time is one thing: its parts are written together or not at all.
void keepTimeWhole(QJsonObject &edited, const QJsonObject &wanted)
{
    const char *const parts[]{"start", "time", "offset", "zone", "day"};
    if (std::none_of(std::begin(parts), std::end(parts),
                     [&](const char *part) { return edited.contains(QLatin1String(part)); }))
        return;
    for (const char *part : parts) {
        const QJsonValue value = wanted[QLatin1String(part)];
        edited.insert(QLatin1String(part), value.isUndefined() ? QJsonValue() : value);
    }
}

/// What a form that started from `base` and ended with `wanted` changes in `now`.
QJsonObject editOf(const QJsonObject &now, const QJsonObject &base, const QJsonObject &wanted)
{
    QJsonObject edited = difference(base, wanted);
    keepTimeWhole(edited, wanted);
    QJsonObject payload;
    for (auto field = edited.begin(); field != edited.end(); ++field) {
        const QJsonValue held = now[field.key()];
        const bool isSame = field.value().isNull() ? held.isUndefined() : held == field.value();
        if (!isSame)
            payload.insert(field.key(), field.value());
    }
    return payload;
}

Record withFields(Record record, const QJsonObject &payload)
{
    std::visit([&](auto &value) { applyFields(value, payload); }, record);
    return record;
}

} // namespace

Journal::Private::Bases Journal::Private::basesOf(const QList<Record> &records,
                                                  const QList<Record> &given) const
{
    Bases bases;
    for (const Record &record : records) {
        if (const auto held = m_fold.record(kindOf(record), idOf(record)))
            bases.insert(idOf(record), fieldsOf(*held));
    }
    for (const Record &record : given)
        bases.insert(idOf(record), fieldsOf(record));
    return bases;
}

Result<Journal::Private::Plan> Journal::Private::planPut(const QList<Record> &records, const Bases &bases,
                                                         Author author) const
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
        const QJsonObject now = old ? fieldsOf(*old) : QJsonObject();
        QJsonObject payload = old ? editOf(now, bases.value(id, now), fieldsOf(*record)) : fieldsOf(*record);
        if (old && !payload.isEmpty()) {
            // Two edits that are each right may be wrong together.
            if (auto valid = validate(withFields(*old, payload), vocabulary()); !valid)
                return tl::unexpected<Error>(valid.error());
        }
        if (m_fold.isDeleted(kind, id))
            payload.insert(deletedKey, QJsonValue::Null);
        if (payload.isEmpty())
            continue;
        if (!old)
            plan.verb = QStringLiteral("add");
        plan.changes.push_back(changeTo(kindName(kind), id, payload));
    }
    std::reverse(plan.changes.begin(), plan.changes.end());
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
    outcome = {step.verb, {}, {}, {}};
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
        if (const auto kind = kindFromName(row.kind)) {
            outcome.records.append({*kind, row.record});
            if (const auto before = m_fold.record(*kind, row.record))
                outcome.values.append(*before);
        }
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

Result<UndoOutcome> Journal::Private::reverse(Journal &journal, const QString &verb, StepOf stepOf,
                                              const QString &nothing)
{
    UndoOutcome outcome;
    const auto done = act(journal, [&]() -> Result<Plan> {
        const auto step = (m_undoStack.*stepOf)();
        if (!step)
            return failure(ErrorCode::NotFound, nothing);
        return planReversal(verb, *step, outcome);
    });
    if (!done)
        return tl::unexpected<Error>(done.error());
    for (const auto &[kind, id] : std::as_const(outcome.records)) {
        const bool isKnown = std::any_of(outcome.values.cbegin(), outcome.values.cend(),
                                         [&id = id](const Record &one) { return idOf(one) == id; });
        const auto now = isKnown ? std::nullopt : m_fold.record(kind, id);
        if (now)
            outcome.values.append(*now);
    }
    return outcome;
}

} // namespace stillpoint
