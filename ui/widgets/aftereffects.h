#pragma once

#include "app/journal/records.h"

#include <QCoreApplication>

namespace stillpoint::ui {

/// How after-effects of a session are named wherever they appear.
class AfterEffects
{
    Q_DECLARE_TR_FUNCTIONS(AfterEffects)
public:
    /// "none" says that there was nothing, which differs from no answer.
    static QString none();
    /// The kinds offered at once, then the rarer ones; without "none".
    static QStringList usual();
    static QStringList rare();
    static bool isRedFlag(const QString &kind);
    static QString name(const QString &kind); ///< words for a kind that is not known
    static QString severityWord(double severity);
    /// "Soreness, mild"
    static QString summary(const QString &kind, std::optional<double> severity);
    /// The one calm line under a red flag; never a verdict about massage.
    static QString safetyLine();
};

} // namespace stillpoint::ui
