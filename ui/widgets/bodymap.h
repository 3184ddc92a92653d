#pragma once

#include "ui/widgets/bodyareas.h"
#include "ui/widgets/partsaccess.h"

#include <QPainterPath>
#include <QWidget>

namespace stillpoint::ui {

class Theme;

/// Front and back of the body. A click or Space changes the region's level in the chosen layer, digits set
/// it, Delete clears it, arrows move between neighbours. One tab stop; each region is read to screen readers
/// with its name and level. Sides are the person's own, so nothing is mirrored for right-to-left languages.
class BodyMap final : public QWidget, public PaintedParts
{
    Q_OBJECT
    Q_INTERFACES(stillpoint::ui::PaintedParts)
public:
    BodyMap(const Theme &theme, QWidget *parent);

    const BodyAreas &areas() const { return m_areas; }
    void setAreas(const BodyAreas &areas); ///< without a signal
    BodyLayer layer() const { return m_layer; }
    void setLayer(BodyLayer layer);

    /// All region codes, front from the top, then back.
    QStringList codes() const;
    QString current() const { return m_current; } ///< where the keyboard is
    void setCurrent(const QString &code);
    void setLevel(const QString &code, int level); ///< as if the person had
    void cycle(const QString &code);               ///< as if the person had

    /// The region that a click at that point means: the one there, else the nearest within 14 px.
    QString regionAt(const QPointF &point) const;
    QRect regionRect(const QString &code) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    int partCount() const override { return static_cast<int>(m_spots.size()); }
    QAccessible::Role partRole() const override { return QAccessible::CheckBox; }
    QString partName(int part) const override;
    QRect partRect(int part) const override { return regionRect(m_spots.at(part).code); }
    bool isPartOn(int part) const override { return m_areas.level(m_spots.at(part).code, m_layer) > 0; }
    int partAt(const QPoint &point) const override { return partOf(regionAt(point)); }
    int currentPart() const override { return partOf(m_current); }
    void setCurrentPart(int part) override { setCurrent(m_spots.at(part).code); }
    void pressPart(int part) override { cycle(m_spots.at(part).code); }

Q_SIGNALS:
    void edited(const QString &code); ///< by the person

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// A region where it is on the widget.
    struct Spot
    {
        QString code;
        QPainterPath path;
        QPolygonF edge;
        QPointF centre;
    };
    void place();
    const Spot *spot(const QString &code) const;
    const Spot *nextTo(const Spot &from, const QPointF &direction) const;
    bool understands(const QKeyEvent &event) const;
    void move(const QPointF &direction);
    int partOf(const QString &code) const;
    void tellChanged(const QString &code);
    void describe();
    void drawWords(QPainter &painter) const;
    void drawName(QPainter &painter, const Spot &spot) const;

    const Theme &m_theme;
    BodyAreas m_areas;
    BodyLayer m_layer = BodyLayer::Hurts;
    QList<QRectF> m_cells; ///< front and back with their words
    QList<QPainterPath> m_outlines;
    QList<QPainterPath> m_details;
    QList<Spot> m_spots;
    QString m_current;
    QString m_hovered;
    bool m_ring = false;
};

} // namespace stillpoint::ui
