#include "ui/journal/entrydelegate.h"

#include "ui/journal/entrylistmodel.h"
#include "ui/shell/theme.h"
#include "ui/widgets/marks.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr int headingHeight = 36;
constexpr int lineHeight = 39;
constexpr int bar = 3;
constexpr int timeWidth = 54;
constexpr int noteLine = 19;
constexpr int mostNoteLines = 2;

const EntryRow &rowAt(const QModelIndex &index)
{
    return static_cast<const EntryListModel *>(index.model())->row(index.row());
}

/// Text in at most two lines, the second elided.
QStringList wrapped(const QString &text, const QFont &font, int width)
{
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (int i = 0; i < mostNoteLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool last = i + 1 == mostNoteLines;
        lines.append(last ? QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width)
                          : text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

} // namespace

EntryDelegate::EntryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int EntryDelegate::side(int viewWidth) const
{
    return m_theme.px(viewWidth < m_theme.px(550) ? 16 : 24);
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const EntryRow &row = rowAt(index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (row.isHeading())
        return {width, m_theme.px(headingHeight)};
    int height = m_theme.px(lineHeight);
    if (row.kind == RecordKind::Session) {
        height += m_theme.px(10);
        const int text = width - 2 * side(width) - m_theme.px(timeWidth);
        if (!row.notes.isEmpty()) {
            const auto lines = wrapped(row.notes, m_theme.font(TextRole::Dense), text).size();
            height += static_cast<int>(lines) * m_theme.px(noteLine) + m_theme.px(4);
        }
        if (!row.places.isEmpty())
            height += m_theme.px(22);
    }
    return {width, height};
}

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const EntryRow &row = rowAt(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    Token ground = row.isHeading() ? Token::Bg : Token::Surface;
    if (selected)
        ground = Token::Selected;
    else if (hovered && !row.isHeading())
        ground = Token::Hover;
    painter->fillRect(option.rect, m_theme.color(ground));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      m_theme.color(Token::Hairline));
    if (selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), m_theme.px(bar), option.rect.height()),
                          m_theme.color(Token::Accent));
    if (row.isHeading())
        paintHeading(*painter, option.rect, row);
    else
        paintEntry(*painter, option.rect, row);
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme.color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -4), 4, 4);
    }
    painter->restore();
}

void EntryDelegate::paintHeading(QPainter &painter, const QRect &box, const EntryRow &row) const
{
    const int edge = side(box.width());
    const QRect line = box.adjusted(edge, 0, -edge, 0);
    painter.setFont(m_theme.font(TextRole::DenseStrong));
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, row.title);
    painter.setFont(m_theme.font(TextRole::Dense));
    painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, row.detail);
}

int EntryDelegate::paintRating(QPainter &painter, const QRect &line, const EntryRow &row) const
{
    if (row.value.isEmpty())
        return line.right();
    int right = line.right();
    const auto put = [&](const QString &text, TextRole role, Token token, int gap) {
        painter.setFont(m_theme.font(role));
        painter.setPen(m_theme.color(token));
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(right - wide, line.top(), wide + 1, line.height()), Qt::AlignVCenter, text);
        right -= wide + m_theme.px(gap);
    };
    put(row.value, TextRole::BodyStrong, Token::Text, row.before.isEmpty() ? 16 : 8);
    if (!row.before.isEmpty()) {
        const int wide = m_theme.px(20);
        const qreal y = line.top() + line.height() / 2.0;
        painter.setPen(QPen(m_theme.color(Token::Text2), 1.5));
        painter.drawLine(QPointF(right - wide, y), QPointF(right, y));
        painter.drawLine(QPointF(right - 4, y - 4), QPointF(right, y));
        painter.drawLine(QPointF(right - 4, y + 4), QPointF(right, y));
        right -= wide + m_theme.px(6);
        put(row.before, TextRole::BodyStrong, Token::Text, 8);
    }
    put(row.scale, TextRole::Caption, Token::Text3, 12);
    return right;
}

void EntryDelegate::paintEntry(QPainter &painter, const QRect &box, const EntryRow &row) const
{
    const int edge = side(box.width());
    const bool session = row.kind == RecordKind::Session;
    const int top = box.top() + (session ? m_theme.px(5) : 0);
    const QRect line(box.left() + edge, top, box.width() - 2 * edge, m_theme.px(lineHeight));
    painter.setFont(m_theme.font(TextRole::Dense));
    painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, row.time);

    const int text = line.left() + m_theme.px(timeWidth);
    const QPointF centre(text + m_theme.px(7), line.top() + line.height() / 2.0);
    if (session) {
        paintMark(painter, m_theme, row.mark, centre, m_theme.px(5));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Dot));
        painter.drawEllipse(centre, m_theme.px(4), m_theme.px(4));
    }
    const int end = paintRating(painter, line, row);
    int x = text + m_theme.px(23);
    painter.setFont(m_theme.font(session ? TextRole::BodyStrong : TextRole::Body));
    painter.setPen(m_theme.color(Token::Text));
    const QString title = painter.fontMetrics().elidedText(row.title, Qt::ElideRight, end - x);
    painter.drawText(QRect(x, line.top(), end - x, line.height()), Qt::AlignVCenter, title);
    x += painter.fontMetrics().horizontalAdvance(title) + m_theme.px(session ? 8 : 14);
    painter.setFont(m_theme.font(session ? TextRole::Body : TextRole::Dense));
    painter.setPen(m_theme.color(Token::Text2));
    if (end > x)
        painter.drawText(QRect(x, line.top(), end - x, line.height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.detail, Qt::ElideRight, end - x));

    int y = line.bottom() - m_theme.px(5);
    const int wide = line.right() - text;
    painter.setFont(m_theme.font(TextRole::Dense));
    if (session && !row.notes.isEmpty()) {
        for (const QString &part : wrapped(row.notes, painter.font(), wide)) {
            painter.drawText(QRect(text, y, wide, m_theme.px(noteLine)), Qt::AlignVCenter, part);
            y += m_theme.px(noteLine);
        }
        y += m_theme.px(4);
    }
    if (session && !row.places.isEmpty()) {
        painter.setFont(m_theme.font(TextRole::Caption));
        painter.drawText(QRect(text, y, wide, m_theme.px(18)), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(row.places, Qt::ElideRight, wide));
    }
}

} // namespace stillpoint::ui
