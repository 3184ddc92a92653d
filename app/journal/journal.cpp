#include "app/journal/journalprivate.h"

#include "app/base/identifiers.h"
#include "app/journal/journalday.h"
#include "app/journal/validation.h"

#include <algorithm>

namespace stillpoint {

Journal::Journal(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Journal::~Journal() = default;

Journal::Loaded::Loaded(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Journal::Loaded::Loaded(Loaded &&other) noexcept = default;
Journal::Loaded &Journal::Loaded::operator=(Loaded &&other) noexcept = default;
Journal::Loaded::~Loaded() = default;

Result<Journal::Loaded> Journal::load(const Options &options, const Clock &clock)
{
    auto priv = std::make_unique<Private>(options, clock);
    return priv->open().map([&] { return Loaded(std::move(priv)); });
}

std::unique_ptr<Journal> Journal::begin(Loaded loaded)
{
    return std::unique_ptr<Journal>(new Journal(std::move(loaded.d)));
}

Result<std::unique_ptr<Journal>> Journal::open(const Options &options, const Clock &clock)
{
    return load(options, clock).map([](Loaded &&loaded) { return begin(std::move(loaded)); });
}

bool Journal::isReadOnly() const
{
    return d->isReadOnly();
}

template<class T>
std::optional<T> Journal::find(const QUuid &id) const
{
    const auto &shelf = d->fold().shelf<T>();
    const auto held = shelf.constFind(id);
    return held == shelf.constEnd() || held->isDeleted ? std::nullopt : std::optional<T>(held->value);
}

template<class T>
QList<T> Journal::all() const
{
    QList<T> values;
    each<T>([&values](const T &value) { values.append(value); });
    return values;
}

template<class T>
void Journal::each(const std::function<void(const T &)> &visit) const
{
    for (const auto &held : d->fold().shelf<T>()) {
        if (!held.isDeleted)
            visit(held.value);
    }
}

#define STILLPOINT_RECORD(T)                                                                                 \
    template std::optional<T> Journal::find<T>(const QUuid &) const;                                         \
    template QList<T> Journal::all<T>() const;                                                               \
    template void Journal::each<T>(const std::function<void(const T &)> &) const;
STILLPOINT_EACH_RECORD(STILLPOINT_RECORD)
#undef STILLPOINT_RECORD

QList<Entry> Journal::entries(const EntryFilter &filter) const
{
    return d->entries().matching(filter);
}

QList<Entry> Journal::trash(const EntryFilter &filter) const
{
    return d->trash().matching(filter);
}

QList<RecordRef> Journal::refs() const
{
    QList<RecordRef> refs;
    for (const RecordKind kind : allRecordKinds()) {
        for (const QUuid &id : d->fold().ids(kind))
            refs.append({kind, id});
    }
    return refs;
}

QDate Journal::dayOf(const When &when) const
{
    return when.moment ? journalDay(*when.moment, d->dayStart()) : when.day;
}

QDate Journal::today() const
{
    return journalDay(d->clock().now(), d->dayStart());
}

bool Journal::isEmpty() const
{
    return d->entries().isEmpty();
}

std::optional<RecordRef> Journal::refOf(const QUuid &id) const
{
    const QList<RecordKind> &kinds = allRecordKinds();
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](RecordKind one) { return d->fold().contains(one, id); });
    return kind == kinds.end() ? std::nullopt : std::optional(RecordRef(*kind, id));
}

std::optional<Record> Journal::record(const RecordRef &ref) const
{
    return d->fold().record(ref.first, ref.second);
}

bool Journal::isInTrash(const RecordRef &ref) const
{
    return d->fold().isDeleted(ref.first, ref.second);
}

const Vocabulary &Journal::vocabulary() const
{
    return d->vocabulary();
}

Result<void> Journal::put(const QList<Record> &records, Author author, const QList<RecordRef> &trashed,
                          const QList<Record> &bases)
{
    for (const Record &record : records) {
        if (auto valid = validate(record, vocabulary()); !valid)
            return valid;
    }
    const Private::Bases started = d->basesOf(records, bases);
    return d->act(*this, [&]() -> Result<Private::Plan> {
        auto plan = d->planPut(records, started, author);
        if (!plan)
            return plan;
        for (const auto &[kind, id] : trashed) {
            const Private::Plan trashing = Private::planTrash(kind, id, true);
            if (plan->changes.empty() && author == Author::Person)
                plan->verb = trashing.verb; // nothing else is done
            plan->changes.insert(plan->changes.end(), trashing.changes.begin(), trashing.changes.end());
        }
        return plan;
    });
}

Result<void> Journal::remove(RecordKind kind, const QUuid &id)
{
    return d->act(*this, [&]() -> Result<Private::Plan> {
        if (!d->fold().contains(kind, id) || d->fold().isDeleted(kind, id)) {
            return failure(
                ErrorCode::NotFound,
                tr("There is no such entry to delete; it may be in the trash already. Nothing was changed."));
        }
        return Private::planTrash(kind, id, true);
    });
}

Result<void> Journal::restore(RecordKind kind, const QUuid &id)
{
    return d->act(*this, [&]() -> Result<Private::Plan> {
        if (!d->fold().isDeleted(kind, id))
            return failure(ErrorCode::NotFound,
                           tr("There is no such entry in the trash. Nothing was changed."));
        return Private::planTrash(kind, id, false);
    });
}

Result<QStringList> Journal::erase(const RecordRef &ref)
{
    return d->erase(*this, ref);
}

Result<QString> Journal::replaceWith(const QString &backup)
{
    return d->replaceWith(*this, backup);
}

bool Journal::canUndo() const
{
    return !isReadOnly() && d->undoStack().lastDone().has_value();
}

bool Journal::canRedo() const
{
    return !isReadOnly() && d->undoStack().lastUndone().has_value();
}

Result<UndoOutcome> Journal::undo()
{
    return d->reverse(*this, QStringLiteral("undo"), &UndoStack::lastDone, tr("There is nothing to undo."));
}

Result<UndoOutcome> Journal::redo()
{
    return d->reverse(*this, QStringLiteral("redo"), &UndoStack::lastUndone, tr("There is nothing to redo."));
}

Result<QList<QJsonObject>> Journal::history(const QUuid &id) const
{
    auto changes = d->changesOf(id);
    if (!changes)
        return tl::unexpected<Error>(changes.error());
    if (changes->empty())
        return failure(ErrorCode::NotFound, tr("The journal has no record with the id %1.").arg(idText(id)));
    QList<QJsonObject> history;
    for (const Change &change : *changes)
        history.append(toJson(change));
    return history;
}

std::optional<QJsonObject> Journal::exported(RecordKind kind, const QUuid &id) const
{
    const auto record = d->fold().record(kind, id);
    if (!record || d->fold().isDeleted(kind, id))
        return std::nullopt;
    QJsonObject object{{QStringLiteral("kind"), kindName(kind)},
                       {QStringLiteral("id"), idText(id)},
                       {QStringLiteral("fields"), fieldsOf(*record)}};
    if (const auto entry = entryOf(*record, d->dayStart()))
        object.insert(QStringLiteral("day"), entry->day.toString(Qt::ISODate));
    if (isDemo(*record))
        object.insert(QStringLiteral("demo"), true);
    return object;
}

Result<void> Journal::eachChange(const std::function<void(const Change &)> &each) const
{
    return d->eachChange([&](const Change &change) {
        if (!d->isOfDemo(change.record))
            each(change);
    });
}

Result<ImportOutcome> Journal::merge(const std::vector<Change> &changes, ImportMode mode)
{
    return d->merge(*this, changes, mode);
}

Result<ImportOutcome> Journal::import(const QList<ImportedRecord> &records, ImportMode mode)
{
    return d->import(*this, records, mode);
}

bool Journal::hasDemo() const
{
    return d->hasDemo();
}

Result<void> Journal::addDemo(const QList<Record> &records)
{
    return d->addDemo(*this, records);
}

Result<void> Journal::removeDemo()
{
    return d->removeDemo(*this);
}

Result<std::optional<QByteArray>> Journal::slot(const QString &key) const
{
    return d->slot(key);
}

Result<void> Journal::setSlot(const QString &key, const QByteArray &value)
{
    return d->writeSlot(*this, key, value);
}

Result<void> Journal::clearSlot(const QString &key)
{
    return d->writeSlot(*this, key, std::nullopt);
}

void Journal::setDayStart(int minutes)
{
    if (d->setDayStart(minutes))
        Q_EMIT changed(Private::allKinds(), {}, {});
}

Result<void> Journal::refresh()
{
    return d->refresh(*this);
}

} // namespace stillpoint
