#include "ui/widgets/iconbadge.h"

#include <QPainter>

namespace stillpoint::ui {

IconBadge::IconBadge(const Theme &theme, QString icon, Token fill, Token ink, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(std::move(icon))
    , m_fill(fill)
    , m_ink(ink)
{
    const auto size = [this] { setFixedSize(m_theme.px(40), m_theme.px(40)); };
    size();
    connect(&theme, &Theme::changed, this, size);
}

void IconBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_fill));
    painter.drawEllipse(rect());
    const int side = m_theme.px(20);
    painter.drawPixmap((width() - side) / 2, (height() - side) / 2,
                       m_theme.pixmap(m_icon, m_ink, 20, devicePixelRatioF()));
}

} // namespace stillpoint::ui
