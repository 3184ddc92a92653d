#pragma once

#include "app/journal/records.h"

#include <QByteArrayView>
#include <QJsonValue>
#include <QVarLengthArray>

/// A payload read straight from its text. A long journal is hundreds of thousands of them, and making a JSON
/// document of each takes longer than all the rest of opening it.
namespace stillpoint {

/// One field: its name and its value as written.
struct PayloadField
{
    QString name; ///< one copy of each, shared
    QByteArrayView value;
    bool isNull() const { return value == QByteArrayView("null"); }
};
using PayloadFields = QVarLengthArray<PayloadField, 24>;

/// The fields of an object's text, which must outlive them. Nothing when it is written in another way than
/// this program writes; QJsonDocument then knows what it is.
std::optional<PayloadFields> payloadFields(QByteArrayView json);

QJsonValue valueOf(const PayloadField &field);
/// A rating, or nothing where valueOf() must be asked.
std::optional<Rating> ratingIn(QByteArrayView value);

} // namespace stillpoint
