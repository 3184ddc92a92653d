#pragma once

#include "app/journal/scales.h"
#include "ui/widgets/partsaccess.h"

#include <QWidget>

#include <optional>

namespace stillpoint::ui {

class Theme;

/// A scale's whole numbers as equal buttons of which one or none is on. One tab stop: arrows move inside,
/// Space or Enter rates, digits rate at once, X is ten, Shift adds a half where the scale has halves, Delete
/// and Backspace are "not rated". Nothing is preset and empty is not zero. Draws its own focus ring,
/// `ringRoom` wide on all sides.
class RatingRow final : public QWidget, public PaintedParts
{
    Q_OBJECT
    Q_INTERFACES(stillpoint::ui::PaintedParts)
public:
    enum class Tone { Before, After };
    static constexpr int ringRoom = 4; ///< design pixels around the buttons
    static constexpr int usualGap = 4; ///< design pixels between them

    RatingRow(const Theme &theme, const Scale &scale, Tone tone, int buttonHeight, QWidget *parent);

    /// What is rated, for screen readers: "Stress before".
    void setSubject(const QString &subject);
    void setGap(int designPixels); ///< between buttons
    std::optional<double> value() const { return m_value; }
    void setValue(std::optional<double> value); ///< without a signal
    const Scale &scale() const { return m_scale; }
    /// Rates as the key says; false when the key means nothing here. For keys that reach the page.
    bool rateByKey(const QKeyEvent &event);
    void rate(std::optional<double> value); ///< as if the person had; an impossible value is ignored

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    int partCount() const override { return count(); }
    QAccessible::Role partRole() const override { return QAccessible::RadioButton; }
    QString partName(int part) const override;
    QRect partRect(int part) const override { return cell(part).toAlignedRect(); }
    bool isPartOn(int part) const override { return part == onCell(); }
    int partAt(const QPoint &point) const override { return cellAt(point); }
    int currentPart() const override { return m_current; }
    void setCurrentPart(int part) override { moveTo(part); }
    void pressPart(int part) override { rate(m_scale.minimum + part); }

Q_SIGNALS:
    void rated(std::optional<double> value); ///< by the person

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int count() const;
    int onCell() const;                    ///< −1 while not rated
    int cellAt(const QPoint &point) const; ///< −1 between buttons
    QRectF cell(int index) const;
    bool understands(const QKeyEvent &event) const;
    void moveTo(int index);
    void describe();

    const Theme &m_theme;
    Scale m_scale;
    Tone m_tone;
    int m_buttonHeight;
    int m_gap = usualGap;
    QString m_subject;
    std::optional<double> m_value;
    int m_current = 0;
    int m_hovered = -1;
    bool m_ring = false;
};

} // namespace stillpoint::ui
