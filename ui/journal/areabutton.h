#pragma once

#include <QAbstractButton>

namespace stillpoint::ui {

class Theme;

/// One part of a row of the list under the body map, drawn by itself: the region's name, three boxes for how
/// much it hurts, a hatched box for "worked on", a cross.
class AreaButton final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Part { Name, Level, Worked, Remove };
    AreaButton(const Theme &theme, Part part, QWidget *parent);

    Part part() const { return m_part; }
    void setLevel(int level);              ///< filled boxes; for Worked 1 is on
    void setCaption(const QString &words); ///< beside the name
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect place(int wide, int tall) const;
    void drawName(QPainter &painter) const;
    void drawLevel(QPainter &painter) const;
    void drawWorked(QPainter &painter) const;

    const Theme &m_theme;
    Part m_part;
    int m_level = 0;
    QString m_caption;
};

} // namespace stillpoint::ui
