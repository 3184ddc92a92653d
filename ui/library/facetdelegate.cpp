#include "ui/library/facetdelegate.h"

#include "ui/library/facetmodel.h"
#include "ui/shell/theme.h"

#include <QLocale>
#include <QPainter>

namespace stillpoint::ui {

namespace {

constexpr int rowHeight = 28; // px at 100 %
constexpr int box = 18;
constexpr int pad = 8;
constexpr int nameAt = 36;

void paintBox(QPainter &painter, const Theme &theme, const QRectF &area, TagState state)
{
    const bool on = state != TagState::Ignore;
    const QColor fill = theme.color(state == TagState::Include ? Token::Accent : Token::WarmFill);
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(theme.color(Token::Control), 1));
    painter.setBrush(on ? fill : theme.color(Token::Surface));
    painter.drawRoundedRect(on ? area : area.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4));
    if (!on)
        return;
    const qreal arm = theme.px(4);
    const QPointF middle = area.center();
    painter.setPen(QPen(theme.color(Token::OnAccent), 1.75, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0));
    if (state == TagState::Include)
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm));
}

} // namespace

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(120), m_theme.px(rowHeight)};
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto state = static_cast<TagState>(index.data(FacetModel::StateRole).toInt());
    const int count = index.data(FacetModel::CountRole).toInt();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor ink = m_theme.color(count == 0 ? Token::Text3 : Token::Text);
    QColor ground = Qt::transparent;
    if (state == TagState::Include) {
        ink = m_theme.color(Token::AccentText);
        ground = m_theme.color(Token::Selected);
    } else if (state == TagState::Exclude) {
        ink = m_theme.color(Token::Warm);
        ground = m_theme.color(Token::WarmSoft);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        ground = m_theme.color(Token::Pressed);
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(option.rect, m_theme.px(6), m_theme.px(6));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(Token::Accent), 2));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), m_theme.px(6), m_theme.px(6));
    }

    const int side = m_theme.px(box);
    const QRect row = option.rect.adjusted(m_theme.px(pad), 0, -m_theme.px(pad), 0);
    const QRect square(row.left(), row.top() + (row.height() - side) / 2, side, side);
    paintBox(*painter, m_theme, QStyle::visualRect(option.direction, option.rect, square), state);

    const QString number = option.locale.toString(count);
    QFont font = m_theme.font(state == TagState::Ignore ? TextRole::Body : TextRole::BodyStrong);
    const QFontMetrics metrics(font);
    const QRect name(option.rect.left() + m_theme.px(nameAt), row.top(),
                     row.right() - metrics.horizontalAdvance(number) - m_theme.px(8) - option.rect.left() -
                         m_theme.px(nameAt),
                     row.height());
    painter->setPen(state == TagState::Ignore ? m_theme.color(Token::Text3) : ink);
    painter->setFont(font);
    painter->drawText(
        QStyle::visualRect(option.direction, option.rect, row),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
        number);
    font.setStrikeOut(state == TagState::Exclude);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(
        QStyle::visualRect(option.direction, option.rect, name),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        metrics.elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter->restore();
}

} // namespace stillpoint::ui
