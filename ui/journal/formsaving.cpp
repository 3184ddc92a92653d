#include "ui/journal/formsaving.h"

#include "app/journal/journal.h"
#include "app/journal/skips.h"

namespace stillpoint::ui {

namespace {

QList<std::optional<QJsonObject>> heldOf(const Journal &journal, const QList<Record> &records)
{
    QList<std::optional<QJsonObject>> held;
    for (const Record &record : records)
        held.append(journal.exported(kindOf(record), idOf(record)));
    return held;
}

} // namespace

Result<bool> saveForm(Journal &journal, const QList<Record> &records, const QList<Record> &bases)
{
    return journal.refresh().and_then([&]() -> Result<bool> {
        const QList<RecordRef> ended = skipsEndedBy(journal, records);
        const auto before = heldOf(journal, records);
        return journal.put(records, Author::Person, ended, bases).map([&] {
            return !ended.isEmpty() || heldOf(journal, records) != before;
        });
    });
}

} // namespace stillpoint::ui
