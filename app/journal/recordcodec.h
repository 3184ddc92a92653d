#pragma once

#include "app/journal/payload.h"
#include "app/journal/records.h"

#include <QJsonObject>

#include <concepts>

/// The one place that knows how a record's typed values are written as the flat fields of formats.md §2. The
/// change log's differences, the fold and the exports all use it, so a new field is added here only.
namespace stillpoint {

/// "check-in" and so on, as in the `kind` column.
QString kindName(RecordKind kind);
/// Empty for kinds that this version only keeps.
std::optional<RecordKind> kindFromName(const QString &name);

/// Changes to trash and bookkeeping, which are no fields of a record: "deleted" and keys that begin with "@".
bool isRecordField(const QString &key);
/// Fields without which a record of this kind means nothing; they outlive the undoing of its creation while
/// others have written to it.
QStringList anchorFields(const QString &kind);

/// All fields that are set, those kept in `extra` among them.
QJsonObject fieldsOf(const Record &record);

/// What turns `before` into `after`: changed and new fields, null for those that are gone.
QJsonObject difference(const QJsonObject &before, const QJsonObject &after);

/// Overwrites the fields named in `payload`; null removes one. What this version does not understand goes to
/// `extra` as it is.
template<class T>
requires std::constructible_from<Record, T>
void applyFields(T &record, const QJsonObject &payload);
template<class T>
requires std::constructible_from<Record, T>
void applyFields(T &record, const PayloadFields &payload);

} // namespace stillpoint
