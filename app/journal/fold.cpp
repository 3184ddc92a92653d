#include "app/journal/fold.h"

#include <algorithm>

namespace stillpoint {

namespace {

const QString deletedKey = QStringLiteral("deleted");

/// Calls `use` with the shelf that holds records of `kind`.
template<std::size_t I = 0, class Shelves, class Use>
auto withShelf(Shelves &shelves, RecordKind kind, Use &&use)
{
    if constexpr (I + 1 < std::tuple_size_v<Shelves>) {
        if (static_cast<std::size_t>(kind) != I)
            return withShelf<I + 1>(shelves, kind, std::forward<Use>(use));
    }
    return use(std::get<I>(shelves));
}

/// A record that no field has been given to.
template<class T>
T blank(const QUuid &id, bool demo)
{
    T value;
    value.id = id;
    value.demo = demo;
    return value;
}

/// Whether a record can have no field left after it.
bool mayEmpty(const QJsonObject &payload)
{
    return payload.isEmpty() || std::any_of(payload.begin(), payload.end(),
                                            [](const QJsonValue &value) { return value.isNull(); });
}

bool mayEmpty(const PayloadFields &payload)
{
    return payload.isEmpty() || std::any_of(payload.begin(), payload.end(),
                                            [](const PayloadField &field) { return field.isNull(); });
}

/// Whether the record goes to the trash or leaves it; nothing when it stays where it is.
std::optional<bool> deletedIn(const QJsonObject &payload)
{
    const auto deleted = payload.constFind(deletedKey);
    return deleted == payload.constEnd() ? std::nullopt : std::optional(deleted.value().toBool());
}

std::optional<bool> deletedIn(const PayloadFields &payload)
{
    const auto deleted = std::find_if(payload.begin(), payload.end(),
                                      [](const PayloadField &field) { return field.name == deletedKey; });
    return deleted == payload.end() ? std::nullopt : std::optional(valueOf(*deleted).toBool());
}

} // namespace

template<class T, class Payload>
void Fold::applyTo(Shelf<T> &shelf, const Change &change, const Payload &payload)
{
    const auto before = shelf.size();
    Held<T> &held = shelf[change.record]; // one look-up for both cases
    if (shelf.size() != before)
        held.value = blank<T>(change.record, change.device == demoDevice());
    held.isDeleted = deletedIn(payload).value_or(held.isDeleted);
    applyFields(held.value, payload);
    // An undone creation has taken every field back: there is no such record.
    if (mayEmpty(payload) && !held.isDeleted && held.value == blank<T>(change.record, held.value.demo))
        shelf.remove(change.record);
}

void Fold::reserve(qint64 records)
{
    std::get<Shelf<CheckIn>>(m_shelves).reserve(records);
}

void Fold::apply(const Change &change)
{
    if (const auto kind = kindFromName(change.kind))
        withShelf(m_shelves, *kind, [&](auto &shelf) { applyTo(shelf, change, change.payload); });
}

void Fold::apply(const WrittenChange &written)
{
    if (!written.fields)
        return apply(written.change);
    if (const auto kind = kindFromName(written.change.kind))
        withShelf(m_shelves, *kind, [&](auto &shelf) { applyTo(shelf, written.change, *written.fields); });
}

void Fold::rebuild(RecordKind kind, const QUuid &id, const std::vector<Change> &changes)
{
    withShelf(m_shelves, kind, [&](auto &shelf) {
        shelf.remove(id);
        for (const Change &change : changes) {
            if (change.kind == kindName(kind))
                applyTo(shelf, change, change.payload);
        }
    });
}

bool Fold::contains(RecordKind kind, const QUuid &id) const
{
    return withShelf(m_shelves, kind, [&](const auto &shelf) { return shelf.contains(id); });
}

bool Fold::isDeleted(RecordKind kind, const QUuid &id) const
{
    return withShelf(m_shelves, kind, [&](const auto &shelf) {
        const auto held = shelf.constFind(id);
        return held != shelf.constEnd() && held->isDeleted;
    });
}

QList<QUuid> Fold::ids(RecordKind kind) const
{
    QList<QUuid> ids = withShelf(m_shelves, kind, [](const auto &shelf) { return shelf.keys(); });
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::optional<Record> Fold::record(RecordKind kind, const QUuid &id) const
{
    return withShelf(m_shelves, kind, [&](const auto &shelf) -> std::optional<Record> {
        const auto held = shelf.constFind(id);
        return held == shelf.constEnd() ? std::nullopt : std::optional<Record>(held->value);
    });
}

} // namespace stillpoint
