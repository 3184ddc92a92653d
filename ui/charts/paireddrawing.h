#pragma once

#include "app/insights/paired.h"
#include "ui/charts/changeaxis.h"
#include "ui/charts/chartscope.h"
#include "ui/charts/drawing.h"

#include <QCoreApplication>

#include <optional>

namespace stillpoint::ui {

/// How each session ended: a dot a session, stacked at its change, and the interval of their mean.
class PairedDrawing final : public Drawing
{
    Q_DECLARE_TR_FUNCTIONS(PairedDrawing)
public:
    PairedDrawing(ChartScope scope, PairedChange paired);

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
    ChangeAxis axis(const Theme &theme, const QRectF &area) const;
    double base(const Theme &theme, const QRectF &area) const; ///< under the stacks
    QList<QPointF> places(const Theme &theme, const QRectF &area) const;
    QString counts() const;    ///< "24 of 26 ended lower, 1 unchanged, 1 higher."
    QString meanWords() const; ///< "On average 2.2 points lower (90 % interval 1.7 to 2.7 points lower)."

    ChartScope m_scope;
    PairedChange m_paired; ///< its dots sorted so that equal marks stand together
    QList<ChangeDot> m_dots;
    std::optional<Interval> m_mean; ///< on the scale's own axis
};

} // namespace stillpoint::ui
