#pragma once

#include "ui/charts/dateaxis.h"
#include "ui/charts/timechart.h"

#include <qcustomplot.h>

#include <functional>
#include <optional>

namespace stillpoint::ui {

/// The drawing of TimeChart, on QCustomPlot: its axes, grid, dots, line and band; the lanes around them and
/// the readout are layerables of our own. Keys on the x axis are Julian days, a day's middle at + 0.5. GUI
/// thread.
class TimePlot final : public QCustomPlot
{
    Q_OBJECT
public:
    /// A dot or a session that the person looks at.
    struct Pick
    {
        bool session = false;
        int index = 0;
        bool operator==(const Pick &) const = default;
    };

    TimePlot(const Theme &theme, QWidget *parent);

    void setData(const TimeChartData &data);
    const TimeChartData &data() const { return m_data; }
    void refresh(); ///< after the theme or the size changed

    std::optional<Pick> pick() const { return m_pick; }
    void setPick(const std::optional<Pick> &pick);
    QString readout() const;

    std::function<void(const Pick &)> onOpen;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct LegendItem
    {
        QString text;
        std::function<void(QPainter &, QPointF centre)> glyph;
        double glyphWidth = 12;
        QPointF place = {}; // left end of the glyph, middle of the line
    };

    bool hasSpan() const; ///< false until there is data to draw

    // timeplot.cpp: what QCustomPlot draws
    void makeGraphs();
    void styleGraphs();
    void fillGraphs();
    void layOutPlot();

    // timeplotmarks.cpp: positions and marks
    double dayX(const QDate &day) const;
    double valueY(double value) const;
    double dayWidth() const;
    double dotRadius() const;
    QPointF dotPlace(int index) const;
    QPointF sessionPlace(int index) const;
    void placeDots();
    std::optional<Pick> pickAt(QPointF place) const;
    void drawSessionLines(QCPPainter &painter);
    void drawSessionMarks(QCPPainter &painter);
    void drawStrip(QCPPainter &painter);
    void drawPick(QCPPainter &painter);

    // timeplotlabels.cpp: words
    double anchorWidth() const;
    void layOutLegend();
    void placeLegend(qsizetype left); ///< `left`: how many stand at the left end
    void drawAnchors(QCPPainter &painter);
    void drawDates(QCPPainter &painter);
    void drawGaps(QCPPainter &painter);
    void drawLegend(QCPPainter &painter);
    void drawReadout(QCPPainter &painter);

    const Theme &m_theme;
    TimeChartData m_data;
    QHash<QDate, TrendPoint> m_trendDays;
    QList<double> m_dotShift; ///< pixels to the side, for equal ratings of one day
    QList<LegendItem> m_legend;
    double m_legendHeight = 0;
    std::optional<Pick> m_pick;
    QCPGraph *m_low = nullptr;
    QCPGraph *m_high = nullptr;
    QCPGraph *m_line = nullptr;
    QCPGraph *m_dots = nullptr;
};

} // namespace stillpoint::ui
