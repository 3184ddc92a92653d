#include "app/journal/records.h"

#include <array>

namespace stillpoint {

RecordKind kindOf(const Record &record)
{
    static constexpr std::array kinds{RecordKind::Session,      RecordKind::CheckIn, RecordKind::Skip,
                                      RecordKind::Practitioner, RecordKind::Article, RecordKind::Place};
    static_assert(kinds.size() == std::variant_size_v<Record>);
    return kinds[record.index()];
}

QUuid idOf(const Record &record)
{
    return std::visit([](const auto &value) { return value.id; }, record);
}

} // namespace stillpoint
