#pragma once

#include "ui/charts/drawing.h"

#include <QWidget>

#include <optional>

namespace stillpoint::ui {

/// Shows a drawing. Hovering and the arrow keys walk its points (left and right in their order, up and down
/// to the nearest above or below), Enter and a click open the entry. GUI thread.
class ChartView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(const Theme &theme, QWidget *parent = nullptr);

    void setDrawing(DrawingPtr drawing);
    int pointCount() const { return static_cast<int>(m_points.size()); }
    /// What is said of the point that is looked at; empty when none is.
    QString readout() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(stillpoint::RecordKind kind, const QUuid &record);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    void setPick(std::optional<qsizetype> pick);
    void step(int by);
    void stepUp(bool up);
    std::optional<qsizetype> pointAt(QPointF place) const;
    void openPick();

    const Theme &m_theme;
    DrawingPtr m_drawing;
    QList<ChartPoint> m_points;
    std::optional<qsizetype> m_pick;
};

} // namespace stillpoint::ui
