#pragma once

#include <QStringList>

namespace stillpoint {

/// A thing that a person may mean: its code and its name.
struct NamedCode
{
    QString code;
    QString name;
};

/// Codes nearest in spelling to `typed`, by code or name, best first, at most three.
QStringList nearCodes(const QString &typed, const QList<NamedCode> &choices);

} // namespace stillpoint
