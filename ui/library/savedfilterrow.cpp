#include "ui/library/savedfilterrow.h"

#include "ui/library/filterparts.h"
#include "ui/shell/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace stillpoint::ui {

namespace {

constexpr int rowHeight = 28; // px at 100 %
constexpr int pad = 8;
constexpr int nameAt = 36;
constexpr int iconSide = 16;

} // namespace

SavedFilterRow::SavedFilterRow(const Theme &theme, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(name);
    setAccessibleName(tr("Saved filter %1").arg(name));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void SavedFilterRow::setCount(int count)
{
    m_count = locale().toString(count);
    setAccessibleName(tr("Saved filter %1, %2").arg(text(), articlesText(count)));
    update();
}

QSize SavedFilterRow::sizeHint() const
{
    return {m_theme.px(120), m_theme.px(rowHeight)};
}

bool SavedFilterRow::event(QEvent *event)
{
    // These keys are for this row, not for the page.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void SavedFilterRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2)
        Q_EMIT renameWanted();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeWanted();
    else
        QAbstractButton::keyPressEvent(event);
}

void SavedFilterRow::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(m_theme.icon(QStringLiteral("edit")), tr("Rename"), this, &SavedFilterRow::renameWanted);
    menu.addAction(m_theme.icon(QStringLiteral("trash")), tr("Remove"), this, &SavedFilterRow::removeWanted);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(byKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos());
}

void SavedFilterRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isChecked() ? Token::Selected : Token::Pressed));
        painter.drawRoundedRect(rect(), m_theme.px(6), m_theme.px(6));
    }
    const int side = m_theme.px(iconSide);
    const QRect icon(m_theme.px(pad + 1), (height() - side) / 2, side, side);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), icon),
                       m_theme.pixmap(QStringLiteral("filter"), Token::Text2, iconSide, devicePixelRatioF()));
    const auto draw = [&](const QRect &area, Qt::Alignment edge, const QString &text) {
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), area),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), edge | Qt::AlignVCenter)), text);
    };
    painter.setFont(m_theme.font(isChecked() ? TextRole::BodyStrong : TextRole::Body));
    const QFontMetrics metrics(painter.font());
    const int right = width() - m_theme.px(pad);
    painter.setPen(m_theme.color(Token::Text3));
    draw(QRect(0, 0, right, height()), Qt::AlignRight, m_count);
    const int left = m_theme.px(nameAt);
    const int room = right - left - metrics.horizontalAdvance(m_count) - m_theme.px(pad);
    painter.setPen(m_theme.color(isChecked() ? Token::AccentText : Token::Text));
    draw(QRect(left, 0, room, height()), Qt::AlignLeft, metrics.elidedText(text(), Qt::ElideRight, room));
}

} // namespace stillpoint::ui
