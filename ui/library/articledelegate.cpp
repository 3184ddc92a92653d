#include "ui/library/articledelegate.h"

#include "app/base/clock.h"
#include "ui/shell/theme.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>

namespace stillpoint::ui {

namespace {

// px at 100 %
constexpr int left = 24;
constexpr int right = 16;
constexpr int top = 12;
constexpr int titleLine = 20;
constexpr int excerptLine = 19;
constexpr int metaLine = 16;
constexpr int starRoom = 28;
constexpr int barWidth = 44;

/// The room beside the text; a scroll bar stands in it.
int rightRoom(const Theme &theme, const QWidget *view)
{
    constexpr int least = 4;
    const auto *list = qobject_cast<const QAbstractScrollArea *>(view);
    const bool isScrolled = list && list->verticalScrollBar()->isVisible();
    const int bar = isScrolled ? list->verticalScrollBar()->width() : 0;
    return qMax(theme.px(least), theme.px(right) - bar);
}

} // namespace

ArticleDelegate::ArticleDelegate(const Theme &theme, const Clock &clock, const ArticleListModel &model,
                                 QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_model(model)
    , m_fit(theme.font(TextRole::Row))
{
}

void ArticleDelegate::restyle()
{
    m_fit = LineFit(m_theme.font(TextRole::Row));
}

int ArticleDelegate::titleLines(const QString &title, int rowWidth, const QWidget *view) const
{
    return m_fit.fits(title, rowWidth - m_theme.px(left) - rightRoom(m_theme, view)) ? 1 : 2;
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const int lines = titleLines(m_model.title(index.row()), width, view);
    return {width, m_theme.px(top + titleLine * lines + 4 + 2 * excerptLine + 6 + metaLine + top) + 1};
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const ArticleListModel::Row row = m_model.row(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, row);

    const bool read = row.marks.state == ArticleMarks::State::Read;
    QRect area = option.rect.adjusted(m_theme.px(left), m_theme.px(top), -rightRoom(m_theme, option.widget),
                                      -m_theme.px(top));
    const int lines = titleLines(row.article.title, option.rect.width(), option.widget);
    QRect title = area;
    if (row.marks.starred)
        title.setWidth(title.width() - m_theme.px(starRoom));
    PaintedText text{row.article.title,
                     row.titleMarks,
                     m_theme.font(read ? TextRole::RowRead : TextRole::Row),
                     m_theme.color(read ? Token::Text2 : Token::Text),
                     m_theme.color(Token::Hit),
                     m_theme.color(Token::HitText),
                     m_theme.px(titleLine),
                     lines};
    paintText(*painter, title, text);
    area.setTop(area.top() + m_theme.px(titleLine * lines + 4));
    text.text = row.excerpt.text;
    text.marks = row.excerpt.marks;
    text.font = m_theme.font(TextRole::Dense);
    text.color = m_theme.color(Token::Text2);
    text.lineHeight = m_theme.px(excerptLine);
    text.maximumLines = 2;
    paintText(*painter, area, text);
    area.setTop(area.top() + m_theme.px(2 * excerptLine + 6));
    area.setHeight(m_theme.px(metaLine));
    paintMeta(*painter, area, row);
    painter->restore();
}

void ArticleDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                  const ArticleListModel::Row &row) const
{
    const QRect all = option.rect;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter.fillRect(all, m_theme.color(Token::Selected));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(all, m_theme.color(Token::Hover));
    painter.fillRect(QRect(all.left(), all.bottom(), all.width(), 1), m_theme.color(Token::Hairline));
    if (selected)
        painter.fillRect(QRect(all.left(), all.top(), 3, all.height()), m_theme.color(Token::Accent));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawRoundedRect(QRectF(all).adjusted(3, 3, -3, -4), 4, 4);
    }
    if (row.marks.state == ArticleMarks::State::Unread) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Accent));
        painter.drawEllipse(QPointF(all.left() + m_theme.px(13), all.top() + m_theme.px(top + titleLine / 2)),
                            m_theme.px(4), m_theme.px(4));
    }
    if (row.marks.starred) {
        const int side = m_theme.px(16);
        const QPixmap star =
            m_theme.pixmap(QStringLiteral("star-on"), Token::Warm, 16, painter.device()->devicePixelRatioF());
        painter.drawPixmap(QRect(all.right() - rightRoom(m_theme, option.widget) - side + 1,
                                 all.top() + m_theme.px(top + 2), side, side),
                           star);
    }
}

QString ArticleDelegate::timeText(const ArticleListModel::Row &row) const
{
    QStringList parts;
    if (row.marks.state == ArticleMarks::State::Read)
        parts << tr("Read");
    else if (row.marks.state == ArticleMarks::State::Reading)
        parts << tr("%1 %").arg(QLocale().toString(qRound(row.progress * 100)));
    if (row.article.missing)
        parts << tr("file is gone");
    if (row.article.draft)
        parts << tr("draft");
    if (row.marks.archived)
        parts << tr("archived");
    if (row.article.words > 0)
        parts << tr("%1 min").arg(QLocale().toString(row.article.minutes()));
    parts << shortDate(row.article, m_clock.now().local().date());
    return parts.join(QStringLiteral("  ·  "));
}

void ArticleDelegate::paintMeta(QPainter &painter, const QRect &area, const ArticleListModel::Row &row) const
{
    const QFont font = m_theme.font(TextRole::Caption);
    const QFontMetrics metrics(font);
    const QString time = timeText(row);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, time);
    int room = area.width() - metrics.horizontalAdvance(time) - m_theme.px(16);
    if (row.marks.state == ArticleMarks::State::Reading) {
        const QRectF track(area.right() - metrics.horizontalAdvance(time) - m_theme.px(6 + barWidth),
                           area.center().y() - 1.5, m_theme.px(barWidth), 4);
        QRectF done = track;
        done.setWidth(track.width() * row.progress);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Grid));
        painter.drawRoundedRect(track, 2, 2);
        painter.setBrush(m_theme.color(Token::Accent));
        painter.drawRoundedRect(done, 2, 2);
        room -= m_theme.px(6 + barWidth);
    }
    const QString tags = row.article.tags.join(QStringLiteral(", "));
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(tags, Qt::ElideRight, room));
}

} // namespace stillpoint::ui
