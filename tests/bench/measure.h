#pragma once

#include <QList>
#include <QTextStream>

namespace stillpoint::bench {

QTextStream &out();
double quantile(QList<double> values, double share);
/// Each round is compared with itself, so that a machine that gets busier favours neither side.
double medianRatio(const QList<double> &times, const QList<double> &bare);
/// The machine's load over the last minute.
QString load();

} // namespace stillpoint::bench
