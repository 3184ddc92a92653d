#include "ui/library/filterchip.h"

#include "ui/library/filterparts.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace stillpoint::ui {

namespace {

constexpr int widest = 220; // these in px at 100 %
constexpr int padding = 8;

QFont nameFont(const Theme &theme)
{
    QFont font = theme.font(TextRole::Dense);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

FilterChip::FilterChip(const Theme &theme, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void FilterChip::setCount(int count)
{
    m_count = locale().toString(count);
    setAccessibleName(tr("%1, %2").arg(text(), articlesText(count)));
    updateGeometry();
    update();
}

void FilterChip::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
}

void FilterChip::makeDroppable(TagState state)
{
    m_droppable = true;
    m_state = state;
    if (state != TagState::Ignore)
        m_icon = state == TagState::Include ? QStringLiteral("plus") : QStringLiteral("minus");
    setAccessibleName(state == TagState::Exclude ? tr("Excluded: %1. Press to drop").arg(text())
                                                 : tr("Filter: %1. Press to drop").arg(text()));
    setToolTip(tr("Drop this filter"));
}

int FilterChip::textLeft() const
{
    return m_theme.px(m_icon.isEmpty() ? padding : 18 + padding);
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(nameFont(m_theme));
    int width = textLeft() + metrics.horizontalAdvance(text()) + m_theme.px(padding);
    if (!m_count.isEmpty())
        width += m_theme.px(5) + metrics.horizontalAdvance(m_count);
    if (m_droppable)
        width += m_theme.px(20);
    return {qMin(width, m_theme.px(widest)), m_theme.px(28)};
}

bool FilterChip::event(QEvent *event)
{
    // Letters and digits are no commands of the page while a chip has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool command = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (!command && !key->text().isEmpty() && key->text().at(0).isLetterOrNumber()) {
            event->accept();
            return true;
        }
    }
    return QAbstractButton::event(event);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const bool exclude = m_state == TagState::Exclude;
    const bool on = isChecked() || m_droppable;
    Token edge = on ? Token::Accent : Token::Control;
    Token ground = on ? Token::Selected : (underMouse() ? Token::Hover : Token::Surface);
    Token ink = on ? Token::AccentText : Token::Text;
    if (exclude) {
        edge = Token::WarmFill;
        ground = Token::WarmSoft;
        ink = Token::Warm;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(edge), 1));
    painter.setBrush(m_theme.color(ground));
    const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);

    const QFont font = nameFont(m_theme);
    const QFontMetrics metrics(font);
    const int side = m_theme.px(16);
    const auto icon = [&](const QString &name, int x) {
        painter.drawPixmap(
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - side) / 2, side, side)),
            m_theme.pixmap(name, ink, 16, devicePixelRatioF()));
    };
    if (!m_icon.isEmpty())
        icon(m_icon, m_theme.px(padding));
    if (m_droppable)
        icon(QStringLiteral("close"), width() - side - m_theme.px(8));

    const int countWidth = m_count.isEmpty() ? 0 : metrics.horizontalAdvance(m_count) + m_theme.px(5);
    const int room =
        width() - textLeft() - m_theme.px(padding) - countWidth - (m_droppable ? m_theme.px(20) : 0);
    const auto flags =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const auto place = [this](int x, int w) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, 0, w, height()});
    };
    painter.setFont(font);
    painter.setPen(m_theme.color(ink));
    painter.drawText(place(textLeft(), room + 2), flags,
                     metrics.elidedText(text(), Qt::ElideRight, room + 2));
    if (countWidth > 0) {
        painter.setFont(m_theme.font(TextRole::Dense));
        painter.setPen(m_theme.color(on ? ink : Token::Text3));
        painter.drawText(place(width() - m_theme.px(padding) - countWidth + m_theme.px(5), countWidth), flags,
                         m_count);
    }
}

} // namespace stillpoint::ui
