#pragma once

#include "ui/shell/navigator.h"

#include <QMap>
#include <QWidget>

class QSpacerItem;
class QToolButton;

namespace stillpoint::ui {

class Theme;

/// The strip at the left: the five pages, an optional badge on Today. Icons only while the window is narrow.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    Rail(const Theme &theme, QWidget *parent);
    void setCurrent(PageId page);
    void setCompact(bool compact);
    void setDue(int followUps); ///< the badge on Today; none at 0

Q_SIGNALS:
    void chosen(stillpoint::ui::PageId page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void drawMark(QPainter &painter) const;

    const Theme &m_theme;
    PageId m_current = PageId::Today;
    bool m_compact = false;
    QSpacerItem *m_markRoom; ///< of the column layout
    QMap<PageId, QToolButton *> m_items;
};

} // namespace stillpoint::ui
