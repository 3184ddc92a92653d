#pragma once

#include "app/insights/guard.h"
#include "ui/charts/changeaxis.h"
#include "ui/charts/chartscope.h"
#include "ui/charts/drawing.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace stillpoint::ui {

/// What the verdict strip shows; values only.
struct VerdictChartData
{
    ChartScope scope;
    Guard guard;
    int daysRated = 0;
    int daysInRange = 0;
    int comparisons = 0;    ///< on the page, groupings that can be chosen there included
    double falseAlarms = 0; ///< to expect of them with no effect at all
};

/// The verdict in words and three bars on one axis: what followed the sessions, what was expected anyway, and
/// the difference with its interval.
class VerdictDrawing final : public Drawing
{
    Q_DECLARE_TR_FUNCTIONS(VerdictDrawing)
public:
    explicit VerdictDrawing(VerdictChartData data);

    QString title() const override;
    QString facts() const override;
    QString period() const override;
    QStringList lead() const override;
    QStringList notes() const override;
    QString sentence() const override;
    QList<QStringList> table() const override;
    double height(const Theme &theme) const override;
    void draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const override;
    QList<ChartPoint> points(const Theme &theme, const QRectF &area) const override;

private:
    enum class Look { Filled, Hollow, Interval };
    struct Row
    {
        Look look = Look::Filled;
        QString name;
        QString basis;                 ///< what it rests on: n
        std::optional<double> change;  ///< on the scale's own axis
        std::optional<Interval> range; ///< of the difference
    };

    Row row(Look look, const QString &name, const QString &basis, std::optional<double> improvement) const;
    ChangeAxis axis(const Theme &theme, const QRectF &area) const;
    double rowHeight(const Theme &theme) const;
    QString words(const Row &row) const; ///< "2.3 points lower"
    void drawRow(QPainter &painter, const Theme &theme, const ChangeAxis &axis, const QRectF &place,
                 const Row &row) const;

    VerdictChartData m_data;
    std::array<Row, 3> m_rows;
};

} // namespace stillpoint::ui
