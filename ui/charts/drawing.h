#pragma once

#include "app/journal/records.h"

#include <QPointF>
#include <QRectF>
#include <QStringList>

#include <memory>

class QCPPainter;

namespace stillpoint::ui {

class Theme;

/// A point of a chart that a person can walk to.
struct ChartPoint
{
    QPointF place;
    double radius = 7; ///< of the ring around it while it is looked at
    QString text;      ///< what is said of it, in lines
    RecordKind kind = RecordKind::Session;
    QUuid record; ///< the entry behind it; null where there is none
};

/// A chart's content, in words, numbers and as a picture, without a widget: what the screen shows, what is
/// written to a file and what `--chart` draws is the same. Immutable; draw on the GUI thread.
class Drawing
{
public:
    Drawing() = default;
    Drawing(const Drawing &) = delete;
    Drawing &operator=(const Drawing &) = delete;
    virtual ~Drawing() = default;

    virtual QString title() const = 0;
    virtual QString facts() const = 0;  ///< beside the title: of what, how many
    virtual QString period() const = 0; ///< under it where the chart stands alone: the dates, and n
    /// What it comes to, before the chart: a few words at page size, then sentences. Most have none.
    virtual QStringList lead() const { return {}; }
    virtual QStringList notes() const = 0; ///< sentences under the chart; what it cannot show among them
    virtual QString sentence() const = 0;  ///< for a screen reader
    virtual QList<QStringList> table() const = 0; ///< the same content as rows, the header first

    /// The least height that everything needs, at the theme's text size.
    virtual double height(const Theme &theme) const = 0;
    virtual void draw(QCPPainter &painter, const Theme &theme, const QRectF &area) const = 0;
    /// In the order in which the arrows walk them; places as drawn into `area`.
    virtual QList<ChartPoint> points(const Theme &theme, const QRectF &area) const = 0;

    /// What must stand over it wherever it goes: that its data are made up. Mostly empty.
    const QString &remark() const { return m_remark; }
    void setRemark(const QString &remark) { m_remark = remark; }

private:
    QString m_remark;
};

using DrawingPtr = std::shared_ptr<const Drawing>;

} // namespace stillpoint::ui
