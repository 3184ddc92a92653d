#pragma once

#include "ui/charts/drawing.h"
#include "ui/charts/timechart.h"

#include <QCoreApplication>

namespace stillpoint::ui {

/// "Stress over time" in words, rows and as a picture; TimeChart is the same on the screen.
class TimeDrawing final : public Drawing
{
    Q_DECLARE_TR_FUNCTIONS(TimeDrawing)
public:
    explicit TimeDrawing(TimeChartData data);

    QString title() const override;
    QString facts() const override; ///< ratings, rated days of all days, direction
    QString period() const override;
    QStringList notes() const override; ///< what is missing; empty when nothing is
    QString sentence() const override;
    /// Day, value, median, middle half, n, session.
    QList<QStringList> table() const override;
    double height(const Theme &theme) const override;
    void draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const override;
    /// None: TimeChart walks its own.
    QList<ChartPoint> points(const Theme &, const QRectF &) const override { return {}; }

private:
    QString sessionsOn(const QDate &day) const;
    QString trendSentence() const;

    TimeChartData m_data;
};

} // namespace stillpoint::ui
