#include "ui/widgets/chip.h"

#include "ui/shell/theme.h"
#include "ui/widgets/marks.h"

#include <QPainter>
#include <QStyle>

namespace stillpoint::ui {

namespace {
constexpr int iconSide = 14;
constexpr int textGap = 4; ///< added to Qt's own gap between icon and text
} // namespace

Chip::Chip(const Theme &theme, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
{
    setCheckable(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setProperty("kind", QStringLiteral("chip"));
    setAccessibleName(text);
    connect(this, &QPushButton::toggled, this, &Chip::redraw);
    connect(&theme, &Theme::changed, this, &Chip::redraw);
    redraw();
}

void Chip::setMark(int mark)
{
    m_mark = mark;
    redraw();
}

/// The mark at the start of the icon's room, so that the gap is between it and the text.
QPixmap Chip::markIcon() const
{
    const qreal ratio = devicePixelRatioF();
    QPixmap room(iconSize() * ratio);
    room.setDevicePixelRatio(ratio);
    room.fill(Qt::transparent);
    QPainter painter(&room);
    const int side = m_theme.px(iconSide);
    const QRect place =
        QStyle::visualRect(layoutDirection(), QRect(QPoint(), iconSize()), QRect(0, 0, side, side));
    painter.drawPixmap(place.topLeft(), markPixmap(m_theme, *m_mark, iconSide, ratio));
    return room;
}

void Chip::redraw()
{
    const int side = m_theme.px(iconSide);
    setIconSize({side + m_theme.px(textGap), side});
    if (m_mark)
        setIcon(markIcon());
    else
        setIcon(isChecked() ? m_theme.icon(QStringLiteral("check"), Token::AccentText) : QIcon());
    updateGeometry();
}

} // namespace stillpoint::ui
