#include "app/journal/records.h"

namespace stillpoint {

namespace {

constexpr std::size_t kindCount = std::variant_size_v<Record>;
static_assert(static_cast<std::size_t>(RecordKind::Place) + 1 == kindCount);
static_assert(
    std::is_same_v<std::variant_alternative_t<static_cast<std::size_t>(RecordKind::Article), Record>,
                   ArticleState>);

} // namespace

const QList<RecordKind> &allRecordKinds()
{
    static const QList<RecordKind> kinds = [] {
        QList<RecordKind> list;
        for (std::size_t i = 0; i < kindCount; ++i)
            list.append(static_cast<RecordKind>(i));
        return list;
    }();
    return kinds;
}

RecordKind kindOf(const Record &record)
{
    return static_cast<RecordKind>(record.index());
}

QUuid idOf(const Record &record)
{
    return std::visit([](const auto &value) { return value.id; }, record);
}

bool isDemo(const Record &record)
{
    return std::visit([](const auto &value) { return value.demo; }, record);
}

} // namespace stillpoint
