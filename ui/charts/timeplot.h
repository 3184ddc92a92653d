#pragma once

#include "ui/charts/dateaxis.h"
#include "ui/charts/timechart.h"
#include "ui/charts/timewindow.h"

#include <qcustomplot.h>

#include <functional>
#include <optional>
#include <vector>

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
    QDate dayOf(const Pick &pick) const;

    const TimeWindow &window() const { return m_window; }
    void panWindow(double share);  ///< by that share of what is in view; positive is later
    void zoomWindow(double steps); ///< positive shows fewer days
    void showWholeWindow();
    void reveal(const QDate &day);
    QDate firstInView() const; ///< these two also when only a part of the day is in view
    QDate lastInView() const;

    std::function<void(const Pick &)> onOpen;
    std::function<void()> onWindowMoved;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
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
    void placeInWindow();

    // timeplotview.cpp: what is in view, and the mouse
    void showWindow();
    void panDays(double days);
    void zoomWindow(double steps, double about);

    // timeplotmarks.cpp: positions and marks
    bool inView(const QDate &day) const;
    /// First and last but one index of the dots of these days.
    std::pair<int, int> dotsOf(const QDate &from, const QDate &to) const;
    QDate dayAt(double x) const;
    double dayX(const QDate &day) const;
    double valueY(double value) const;
    double dayWidth() const;
    double dotRadius() const;
    QPointF dotPlace(int index) const;
    QPointF sessionPlace(int index) const;
    void placeDots();
    void thinDots();
    void drawDots(QCPPainter &painter);
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
    TimeWindow m_window;
    std::optional<QPointF> m_grabbedAt; ///< where the left button went down or dragging last was
    bool m_isPanning = false;
    QHash<QDate, TrendPoint> m_trendDays;
    QList<double> m_dotShift;         ///< pixels to the side, for equal ratings of one day
    std::vector<QPointF> m_drawnDots; ///< as on the axes, by day; of those that cover each other one
    QList<LegendItem> m_legend;
    double m_legendHeight = 0;
    std::optional<Pick> m_pick;
    QCPGraph *m_low = nullptr;
    QCPGraph *m_high = nullptr;
    QCPGraph *m_line = nullptr;
};

} // namespace stillpoint::ui
