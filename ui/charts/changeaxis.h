#pragma once

#include <QCoreApplication>
#include <QList>
#include <QPointF>
#include <QString>

class QColor;
class QPainter;

namespace stillpoint {
struct Interval;
struct Scale;
} // namespace stillpoint

namespace stillpoint::ui {

class Theme;

/// One session in a chart of changes.
struct ChangeDot
{
    double change = 0; ///< after − before, in the scale's units
    int mark = 0;      ///< of its modality (app/insights/modalitymarks.h)
};

/// The axis "after − before": whole steps, zero always on it and always drawn stronger.
class ChangeAxis
{
    Q_DECLARE_TR_FUNCTIONS(ChangeAxis)
public:
    /// Wide enough for `values` and for the least width of a few steps around zero.
    ChangeAxis(const QList<double> &values, const Scale &scale);

    void fit(double left, double right); ///< in pixels; before everything else
    double left() const { return m_left; }
    double right() const { return m_right; }
    double x(double change) const;
    QList<double> ticks() const;

    void drawGrid(QPainter &painter, const Theme &theme, double top, double bottom) const;
    /// The numbers, and under them the two directions in words.
    void drawLabels(QPainter &painter, const Theme &theme, double top) const;
    static double labelHeight(const Theme &theme);
    void drawInterval(QPainter &painter, const Theme &theme, const Interval &interval, double y,
                      const QColor &color, bool filled) const;

    /// Where each dot stands when equal changes are stacked upwards from `base`; in the order of `dots`.
    QList<QPointF> stack(const QList<ChangeDot> &dots, double base, double room, double pitch) const;

private:
    double m_low;
    double m_high;
    double m_tick;
    double m_left = 0;
    double m_right = 1;
    QString m_less;
    QString m_more;
};

/// How many dots stand in the highest stack.
int highestStack(const QList<ChangeDot> &dots);

} // namespace stillpoint::ui
