#pragma once

#include "app/insights/guard.h"
#include "ui/charts/chartscope.h"

#include <QCoreApplication>

namespace stillpoint::ui {

/// The guard's findings as whole sentences. Charts have the scale's own sign; words never have one.
class GuardTexts
{
    Q_DECLARE_TR_FUNCTIONS(GuardTexts)
public:
    GuardTexts(const ChartScope &scope, const Guard &guard);

    /// What was found, and the one thing that would change it or is missing.
    QStringList reasons() const;
    QStringList flags() const;
    /// How far the unrated days would have to be off; empty where no effect either way was found.
    QString tippingPoint() const;

private:
    QString found() const;
    QString missing() const;
    QString wouldChange() const;
    QString flag(GuardFlag flag) const;
    QString points(double fraction) const; ///< of a range of ten

    const ChartScope &m_scope;
    const Guard &m_guard;
};

} // namespace stillpoint::ui
