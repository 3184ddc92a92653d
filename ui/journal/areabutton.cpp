#include "ui/journal/areabutton.h"

#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace stillpoint::ui {

namespace {
// Design pixels.
constexpr int high = 28;
constexpr int boxWidth = 8;
constexpr int boxHeight = 12;
constexpr int boxGap = 3;
constexpr int boxes = 3;
constexpr int hatchSide = 14;
constexpr int crossSide = 14;
} // namespace

AreaButton::AreaButton(const Theme &theme, Part part, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_part(part)
{
    setCursor(Qt::PointingHandCursor);
    setProperty("kind", QStringLiteral("icon"));
    setSizePolicy(part == Part::Name ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void AreaButton::setLevel(int level)
{
    m_level = level;
    update();
}

void AreaButton::setCaption(const QString &words)
{
    m_caption = words;
    update();
}

QSize AreaButton::sizeHint() const
{
    switch (m_part) {
    case Part::Name:
        return {m_theme.px(120), m_theme.px(high)};
    case Part::Level:
        return {m_theme.px(boxes * boxWidth + (boxes - 1) * boxGap + 8), m_theme.px(high)};
    case Part::Worked:
    case Part::Remove:
        break;
    }
    return {m_theme.px(high), m_theme.px(high)};
}

QSize AreaButton::minimumSizeHint() const
{
    return m_part == Part::Name ? QSize(m_theme.px(60), m_theme.px(high)) : sizeHint();
}

void AreaButton::enterEvent(QEnterEvent *)
{
    update();
}

void AreaButton::leaveEvent(QEvent *)
{
    update();
}

void AreaButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && m_part != Part::Name) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isDown() ? Token::Pressed : Token::Hover));
        painter.drawRoundedRect(rect(), m_theme.px(6), m_theme.px(6));
    }
    switch (m_part) {
    case Part::Name:
        return drawName(painter);
    case Part::Level:
        return drawLevel(painter);
    case Part::Worked:
        return drawWorked(painter);
    case Part::Remove:
        const int side = m_theme.px(crossSide);
        const QPixmap cross =
            m_theme.pixmap(QStringLiteral("close"), Token::Text2, crossSide, devicePixelRatioF());
        painter.drawPixmap(place(side + m_theme.px(2), side).topLeft(), cross);
        break;
    }
}

/// Where the drawing stands: at the button's end, so that the last one ends with the row.
QRect AreaButton::place(int wide, int tall) const
{
    return QStyle::visualRect(layoutDirection(), rect(),
                              QRect(width() - wide, (height() - tall) / 2, wide, tall));
}

void AreaButton::drawName(QPainter &painter) const
{
    QFont font = m_theme.font(TextRole::Dense);
    font.setUnderline(underMouse());
    const QRect room = rect();
    int left = room.width();
    if (!m_caption.isEmpty()) {
        painter.setFont(m_theme.font(TextRole::Caption));
        painter.setPen(m_theme.color(Token::Text3));
        const int wide = painter.fontMetrics().horizontalAdvance(m_caption) + m_theme.px(8);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, m_caption + QStringLiteral("  "));
        left -= wide;
    }
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Text));
    const QRect part = QStyle::visualRect(layoutDirection(), room, QRect(0, 0, left, room.height()));
    painter.drawText(
        part, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, left));
}

void AreaButton::drawLevel(QPainter &painter) const
{
    const QColor clay = m_theme.color(Token::Hurt);
    const QRect all = place(m_theme.px(boxes * boxWidth + (boxes - 1) * boxGap), m_theme.px(boxHeight));
    for (int i = 0; i < boxes; ++i) {
        const int step = m_theme.px(boxWidth + boxGap);
        const QRect box(all.left() + i * step, all.top(), m_theme.px(boxWidth), all.height());
        painter.setPen(QPen(clay, 1));
        painter.setBrush(i < m_level ? QBrush(clay) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(
            QStyle::visualRect(layoutDirection(), all, box).toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 1.5,
            1.5);
    }
}

void AreaButton::drawWorked(QPainter &painter) const
{
    const int side = m_theme.px(hatchSide);
    const QRectF box = place(side, side).toRectF().adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box, m_theme.px(4), m_theme.px(4));
    if (m_level > 0) {
        painter.save();
        painter.setClipPath(shape);
        painter.setPen(QPen(m_theme.color(Token::Worked), 1.5));
        const double every = side * 0.5;
        for (double sum = box.left() + box.top() + every; sum < box.right() + box.bottom(); sum += every)
            painter.drawLine(QPointF(sum - box.top(), box.top()), QPointF(sum - box.bottom(), box.bottom()));
        painter.restore();
    }
    painter.strokePath(shape, QPen(m_theme.color(m_level > 0 ? Token::Worked : Token::Hairline), 1));
}

} // namespace stillpoint::ui
