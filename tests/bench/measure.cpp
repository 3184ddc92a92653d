#include "tests/bench/measure.h"

#include <QFile>

#include <algorithm>

namespace stillpoint::bench {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(qRound(share * static_cast<double>(values.size() - 1)));
}

double medianRatio(const QList<double> &times, const QList<double> &bare)
{
    QList<double> ratios;
    for (qsizetype round = 0; round < times.size(); ++round)
        ratios.append(times.at(round) / bare.at(round));
    return quantile(ratios, 0.5);
}

QString load()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    return file.open(QIODevice::ReadOnly)
               ? QString::fromLatin1(file.readAll()).section(QLatin1Char(' '), 0, 0)
               : QStringLiteral("unknown");
}

} // namespace stillpoint::bench
