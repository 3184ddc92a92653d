#include "ui/charts/chartscope.h"

#include "app/insights/modalitymarks.h"

#include <QCoreApplication>
#include <QLocale>

namespace stillpoint::ui {

QString ChartScope::modalityName(const QString &code) const
{
    return modalities.value(code, {code, otherModalityMark}).first;
}

QString ChartScope::groupName(GroupKind kind, const QString &code) const
{
    if (code.isEmpty())
        return QCoreApplication::translate("ChartScope", "not given");
    switch (kind) {
    case GroupKind::Practitioner:
        return practitioners.value(code, code);
    case GroupKind::Pressure:
        return QCoreApplication::translate("ChartScope", "Pressure %1 of 5").arg(code);
    case GroupKind::Modality:
        break;
    }
    return modalityName(code);
}

int ChartScope::mark(const QString &code) const
{
    return modalities.value(code, {code, otherModalityMark}).second;
}

QString ChartScope::percent() const
{
    return QCoreApplication::translate("ChartScope", "%1 %").arg(qRound(confidence * 100));
}

double ChartScope::onAxis(double improvement) const
{
    return scale.direction == Direction::HigherWorse ? -improvement : improvement;
}

Interval ChartScope::onAxis(const Interval &improvement) const
{
    if (scale.direction != Direction::HigherWorse)
        return improvement;
    return {-improvement.estimate, -improvement.high, -improvement.low};
}

} // namespace stillpoint::ui
