#include "ui/charts/charttexts.h"

#include "app/insights/paired.h"
#include "ui/charts/chartscope.h"
#include "ui/widgets/texts.h"

#include <QLocale>

#include <cmath>

namespace stillpoint::ui {

QString ChartTexts::ratings(qsizetype count)
{
    return count == 1 ? tr("1 rating") : tr("%Ln ratings", nullptr, static_cast<int>(count));
}

QString ChartTexts::days(qsizetype count)
{
    return count == 1 ? tr("1 day") : tr("%Ln days", nullptr, static_cast<int>(count));
}

QString ChartTexts::sessions(qsizetype count)
{
    return count == 1 ? tr("1 session") : tr("%Ln sessions", nullptr, static_cast<int>(count));
}

QString ChartTexts::direction(Direction direction)
{
    switch (direction) {
    case Direction::HigherWorse:
        return tr("higher is worse");
    case Direction::HigherBetter:
        return tr("higher is better");
    case Direction::Neutral:
        break;
    }
    return tr("neither end is better");
}

QString ChartTexts::span(const QDate &from, const QDate &to)
{
    return tr("%1 to %2").arg(longDay(from), longDay(to));
}

QString ChartTexts::tenths(double value)
{
    return QLocale().toString(value, 'f', 1);
}

QString ChartTexts::withSign(double value, int decimals)
{
    const double factor = std::pow(10, decimals);
    const double rounded = std::round(std::abs(value) * factor) / factor;
    if (rounded == 0)
        return QLocale().toString(0);
    return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) +
           QLocale().toString(rounded, 'f', decimals);
}

QString ChartTexts::change(double value)
{
    if (value == 0)
        return ratingText(0);
    return (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + ratingText(std::abs(value));
}

QString ChartTexts::points(double change)
{
    const QString amount = tenths(std::abs(change));
    if (amount == tenths(0))
        return tr("unchanged");
    return change < 0 ? tr("%1 points lower").arg(amount) : tr("%1 points higher").arg(amount);
}

QString ChartTexts::pointRange(double low, double high)
{
    if (low < 0 && high > 0) {
        return tr("%1 points lower to %2 points higher").arg(tenths(-low), tenths(high));
    }
    const double near = std::min(std::abs(low), std::abs(high));
    const double far = std::max(std::abs(low), std::abs(high));
    return low < 0 ? tr("%1 to %2 points lower").arg(tenths(near), tenths(far))
                   : tr("%1 to %2 points higher").arg(tenths(near), tenths(far));
}

QString ChartTexts::pairedDot(const PairedDot &dot, const ChartScope &scope)
{
    return tr("%1\n%2\n%3 %4 before, %5 after")
        .arg(fullDay(dot.day), scope.modalityName(dot.modality), scope.scale.name, ratingText(dot.before),
             ratingText(dot.after));
}

} // namespace stillpoint::ui
