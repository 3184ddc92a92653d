#pragma once

#include "app/journal/records.h"

namespace stillpoint {

/// A record as files for people hold it: only its fields.
struct ImportedRecord
{
    RecordRef ref;
    QJsonObject fields;
};

/// What an import did, or would do.
struct ImportOutcome
{
    enum class Became { Added, Changed, Trashed, Erased };
    struct Item
    {
        Became became = Became::Added;
        RecordRef ref;
        QStringList fields;           ///< names of the fields that differ
        std::optional<Record> record; ///< as it becomes; nothing when it is erased
        bool operator==(const Item &) const = default;
    };
    QList<Item> items; ///< records that differ afterwards
    qsizetype unchanged = 0;
    qsizetype changes = 0; ///< rows that are new to this journal
    qsizetype ahead =
        0;             ///< of those, rows written by a clock over a day ahead of this one; kept all the same
    QStringList notes; ///< what was passed over, in sentences

    qsizetype count(Became became) const;
    bool operator==(const ImportOutcome &) const = default;
};

/// Whether an import writes or only tells what it would write.
enum class ImportMode { Write, DryRun };

} // namespace stillpoint
