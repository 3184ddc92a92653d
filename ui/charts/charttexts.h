#pragma once

#include "app/journal/scales.h"

#include <QCoreApplication>
#include <QDate>

namespace stillpoint {
struct PairedDot;
}

namespace stillpoint::ui {

struct ChartScope;

/// Words that several charts share.
class ChartTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChartTexts)
public:
    static QString ratings(qsizetype count);                 ///< "1 rating", "297 ratings"
    static QString days(qsizetype count);                    ///< "1 day", "353 days"
    static QString sessions(qsizetype count);                ///< "1 session", "26 sessions"
    static QString direction(Direction direction);           ///< "higher is worse"
    static QString span(const QDate &from, const QDate &to); ///< "11 Nov 2025 to 11 Nov 2026"
    static QString tenths(double value);                     ///< a computed value with one decimal
    /// A change or difference with its sign: "+1", "−2.2", "0".
    static QString withSign(double value, int decimals = 1);
    static QString change(double value);  ///< between two ratings, as exact as they are: "−2", "+0.5"
    static QString points(double change); ///< "2.2 points lower"
    static QString pointRange(double low, double high); ///< "1.7 to 2.7 points lower"
    /// A session in a chart of changes: day, kind, and from where to where.
    static QString pairedDot(const PairedDot &dot, const ChartScope &scope);
};

} // namespace stillpoint::ui
