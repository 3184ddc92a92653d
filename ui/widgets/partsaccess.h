#pragma once

#include <QAccessible>

class QWidget;

namespace stillpoint::ui {

/// A widget that is painted as several controls and is one tab stop; screen readers get the controls one by
/// one. Inherited beside QWidget, with Q_INTERFACES; the constructor calls installPartsAccess() before it names the widget.
class PaintedParts
{
public:
    virtual ~PaintedParts() = default;

    virtual int partCount() const = 0; ///< does not change
    virtual QAccessible::Role partRole() const = 0;
    virtual QString partName(int part) const = 0;
    virtual QRect partRect(int part) const = 0; ///< in the widget
    virtual bool isPartOn(int part) const = 0;
    virtual int partAt(const QPoint &point) const = 0; ///< −1 where there is none
    virtual int currentPart() const = 0;               ///< where the keyboard is
    virtual void setCurrentPart(int part) = 0;
    virtual void pressPart(int part) = 0; ///< as if the person had

protected:
    PaintedParts() = default;
    Q_DISABLE_COPY(PaintedParts)
};

void installPartsAccess();

/// Tells screen readers that something about one part of `widget` changed.
void tellPart(QWidget *widget, int part, QAccessible::Event what);

} // namespace stillpoint::ui

// The page engine's objects have no type information: only qobject_cast may ask them what they are.
Q_DECLARE_INTERFACE(stillpoint::ui::PaintedParts, "stillpoint.PaintedParts")
