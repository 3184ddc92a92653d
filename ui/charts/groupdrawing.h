#pragma once

#include "app/insights/groups.h"
#include "ui/charts/changeaxis.h"
#include "ui/charts/chartscope.h"
#include "ui/charts/drawing.h"

#include <QCoreApplication>

namespace stillpoint::ui {

/// Modalities, practitioners or pressures beside each other, one row each: every session's change right after
/// it as a dot, and under them the interval of what the days after bring beyond what was expected anyway.
class GroupDrawing final : public Drawing
{
    Q_DECLARE_TR_FUNCTIONS(GroupDrawing)
public:
    GroupDrawing(ChartScope scope, GroupComparison groups);

    QString title() const override;
    QString facts() const override;
    QString period() const override;
    QStringList notes() const override;
    QString sentence() const override;
    QList<QStringList> table() const override;
    double height(const Theme &theme) const override;
    void draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const override;
    QList<ChartPoint> points(const Theme &theme, const QRectF &area) const override;

private:
    struct Places; // where rows and columns stand

    QString heading() const; ///< of the table's first column
    int rowCount() const;
    Places places(const Theme &theme, const QRectF &area) const;
    QList<QPointF> dots(const Places &places, int row) const;
    void drawRow(QPainter &painter, const Theme &theme, const Places &places, int row) const;
    QString missing(const GroupResult &group) const; ///< "2 more needed for an interval"

    ChartScope m_scope;
    GroupComparison m_groups;
};

} // namespace stillpoint::ui
