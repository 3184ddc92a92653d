#pragma once

#include "app/insights/series.h"
#include "app/journal/scales.h"
#include "ui/charts/drawing.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

class QPainter;

namespace stillpoint::ui {

/// The twelve months that end with the one of `today`.
struct YearChartData
{
    Scale scale;
    DailySeries series;                 ///< of these months
    QHash<QString, QString> modalities; ///< code → name
    QDate today;
};

/// Any thread. `input.from` and `input.to` are ignored.
YearChartData yearChartData(SeriesInput input, const Scale &scale, const QDate &today);

/// Twelve rows of up to 31 days: the shade is the day's value, a dot a day without one, a slash a day skipped
/// on purpose, a ring a session.
class YearDrawing final : public Drawing
{
    Q_DECLARE_TR_FUNCTIONS(YearDrawing)
public:
    explicit YearDrawing(YearChartData data);

    QString title() const override;
    QString facts() const override;
    QString period() const override;
    QStringList notes() const override { return {}; }
    QString sentence() const override;
    QList<QStringList> table() const override;
    double height(const Theme &theme) const override;
    void draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const override;
    QList<ChartPoint> points(const Theme &theme, const QRectF &area) const override;

private:
    struct Day
    {
        std::optional<double> value;
        bool skipped = false;
        bool session = false;
        QString sessions; ///< names
        RecordKind kind = RecordKind::CheckIn;
        QUuid record;
    };
    struct Grid; // where the cells stand

    Grid grid(const Theme &theme, const QRectF &area) const;
    QDate firstMonth() const;
    int shade(double value) const; ///< 0 to 4
    QString words(const Day &day) const;
    void drawCell(QPainter &painter, const Theme &theme, const QRectF &cell, const Day &day) const;
    void drawLegend(QPainter &painter, const Theme &theme, const Grid &grid) const;

    YearChartData m_data;
    QHash<QDate, Day> m_days;
};

} // namespace stillpoint::ui
