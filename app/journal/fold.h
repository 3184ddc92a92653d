#pragma once

#include "app/journal/change.h"
#include "app/journal/changequeue.h"
#include "app/journal/recordcodec.h"

#include <QHash>

#include <tuple>
#include <vector>

namespace stillpoint {

/// The typed values that the change log amounts to: last writer wins, field by field. Holds no clocks;
/// whoever finds a change older than those already applied rebuilds the record from all its changes.
class Fold
{
public:
    template<class T>
    struct Held
    {
        T value;
        bool isDeleted = false;
    };
    template<class T>
    using Shelf = QHash<QUuid, Held<T>>;

    template<class T>
    const Shelf<T> &shelf() const
    {
        return std::get<Shelf<T>>(m_shelves);
    }

    /// Makes room for that many check-ins, the most of all records; growing step by step moves each several
    /// times.
    void reserve(qint64 records);

    /// Applies one change that is not older than what its record holds. Kinds of newer versions are passed
    /// over.
    void apply(const Change &change);
    void apply(const WrittenChange &written);
    void rebuild(RecordKind kind, const QUuid &id, const std::vector<Change> &changes);

    bool contains(RecordKind kind, const QUuid &id) const; ///< trash included
    bool isDeleted(RecordKind kind, const QUuid &id) const;
    QList<QUuid> ids(RecordKind kind) const; ///< sorted, trash included
    /// Trash included; nothing when there is no such record.
    std::optional<Record> record(RecordKind kind, const QUuid &id) const;

private:
    template<class T, class Payload>
    void applyTo(Shelf<T> &shelf, const Change &change, const Payload &payload);

    template<class V>
    struct ShelfPerKind;
    template<class... T>
    struct ShelfPerKind<std::variant<T...>>
    {
        using Type = std::tuple<Shelf<T>...>;
    };
    ShelfPerKind<Record>::Type m_shelves;
};

} // namespace stillpoint
