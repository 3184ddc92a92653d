#include "ui/widgets/ratingrow.h"

#include "ui/shell/theme.h"
#include "ui/widgets/texts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr int leastButton = 28;
constexpr double half = 0.5;

/// The digit of a key, also of the digit row under Shift, where the key's symbol is the layout's own.
std::optional<int> digitOf(const QKeyEvent &event)
{
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    constexpr quint32 firstDigitKey = 10; // X11 and Wayland key codes of 1 … 9, 0
    const quint32 code = event.nativeScanCode();
    if (event.modifiers().testFlag(Qt::ShiftModifier) && code >= firstDigitKey && code < firstDigitKey + 10)
        return static_cast<int>((code - firstDigitKey + 1) % 10);
    return std::nullopt;
}

bool hasCommandModifier(const QKeyEvent &event)
{
    return (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != Qt::NoModifier;
}

bool isDirect(const QKeyEvent &event)
{
    return event.key() == Qt::Key_X || event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace ||
           digitOf(event).has_value();
}

} // namespace

RatingRow::RatingRow(const Theme &theme, const Scale &scale, Tone tone, int buttonHeight, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_scale(scale)
    , m_tone(tone)
    , m_buttonHeight(buttonHeight)
    , m_subject(scale.name)
{
    installPartsAccess();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

void RatingRow::setSubject(const QString &subject)
{
    m_subject = subject;
    describe();
}

void RatingRow::setGap(int designPixels)
{
    m_gap = designPixels;
    updateGeometry();
}

void RatingRow::setValue(std::optional<double> value)
{
    if (m_value == value)
        return;
    m_value = value;
    m_current = std::max(0, onCell());
    describe();
    update();
}

void RatingRow::rate(std::optional<double> value)
{
    if (value && (*value < m_scale.minimum || *value > m_scale.maximum))
        return;
    setValue(value);
    Q_EMIT rated(value);
}

bool RatingRow::rateByKey(const QKeyEvent &event)
{
    if (hasCommandModifier(event) || !isDirect(event))
        return false;
    if (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace) {
        rate(std::nullopt);
        return true;
    }
    double value = digitOf(event).value_or(10);
    if (event.modifiers().testFlag(Qt::ShiftModifier) && event.key() != Qt::Key_X && m_scale.step <= half)
        value += half;
    rate(value);
    return true;
}

QSize RatingRow::sizeHint() const
{
    const int room = m_theme.px(ringRoom);
    const int button = m_theme.px(std::max(leastButton, m_buttonHeight));
    return {count() * button + (count() - 1) * m_theme.px(m_gap) + 2 * room,
            m_theme.px(m_buttonHeight) + 2 * room};
}

QSize RatingRow::minimumSizeHint() const
{
    const int room = m_theme.px(ringRoom);
    return {count() * m_theme.px(leastButton) + (count() - 1) * m_theme.px(m_gap) + 2 * room,
            sizeHint().height()};
}

bool RatingRow::event(QEvent *event)
{
    // Keys that rate must not become commands of the page.
    if (event->type() == QEvent::ShortcutOverride && understands(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool RatingRow::understands(const QKeyEvent &event) const
{
    if (hasCommandModifier(event))
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return isDirect(event);
    }
}

void RatingRow::keyPressEvent(QKeyEvent *event)
{
    if (hasCommandModifier(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_ring = true;
    const int forward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_current - forward);
    case Qt::Key_Right:
        return moveTo(m_current + forward);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(count() - 1);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return rate(m_scale.minimum + m_current);
    default:
        if (!rateByKey(*event))
            QWidget::keyPressEvent(event);
    }
}

void RatingRow::mousePressEvent(QMouseEvent *event)
{
    const int index = cellAt(event->pos());
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    m_current = index;
    const bool halves = event->modifiers().testFlag(Qt::ShiftModifier) && m_scale.step <= half;
    rate(m_scale.minimum + index + (halves ? half : 0));
}

void RatingRow::mouseMoveEvent(QMouseEvent *event)
{
    const int index = cellAt(event->pos());
    if (index == m_hovered)
        return;
    m_hovered = index;
    update();
}

void RatingRow::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void RatingRow::focusInEvent(QFocusEvent *event)
{
    m_ring = event->reason() != Qt::MouseFocusReason;
    update();
}

void RatingRow::focusOutEvent(QFocusEvent *)
{
    update();
}

void RatingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool large = m_buttonHeight > 40;
    QFont font = m_theme.font(large ? TextRole::Card : TextRole::Dense);
    const int on = onCell();
    const qreal radius = m_theme.px(large ? 8 : 6);
    for (int i = 0; i < count(); ++i) {
        const QRectF box = cell(i).adjusted(0.5, 0.5, -0.5, -0.5);
        const bool isOn = i == on;
        const QColor fill = isOn ? m_theme.color(m_tone == Tone::Before ? Token::WarmFill : Token::Accent)
                                 : m_theme.color(i == m_hovered ? Token::Hover : Token::Surface);
        painter.setPen(QPen(isOn ? fill : m_theme.color(Token::Control), 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(box, radius, radius);
        font.setWeight(isOn || large ? QFont::DemiBold : QFont::Medium);
        painter.setFont(font);
        painter.setPen(m_theme.color(isOn ? Token::OnAccent : Token::Text));
        painter.drawText(box, Qt::AlignCenter, ratingText(isOn ? *m_value : m_scale.minimum + i));
        if (i == m_current && m_ring && hasFocus()) {
            const qreal out = m_theme.px(ringRoom) - 1.0;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(m_theme.color(Token::Accent), 2));
            painter.drawRoundedRect(cell(i).adjusted(-out, -out, out, out), radius + out, radius + out);
        }
    }
}

int RatingRow::count() const
{
    return static_cast<int>(std::lround(m_scale.maximum - m_scale.minimum)) + 1;
}

int RatingRow::onCell() const
{
    return m_value ? static_cast<int>(std::floor(*m_value - m_scale.minimum)) : -1;
}

/// "5, tense, but coping": the number with its anchor words.
QString RatingRow::partName(int part) const
{
    const double value = isPartOn(part) ? *m_value : m_scale.minimum + part;
    const QString number = ratingText(value);
    const double middle = (m_scale.minimum + m_scale.maximum) / 2;
    const QString words = value == m_scale.minimum   ? m_scale.low
                          : value == m_scale.maximum ? m_scale.high
                          : value == middle          ? m_scale.middle
                                                     : QString();
    return words.isEmpty() ? number : tr("%1, %2").arg(number, words);
}

QRectF RatingRow::cell(int index) const
{
    const qreal room = m_theme.px(ringRoom);
    const qreal gap = m_theme.px(m_gap);
    const qreal wide = (width() - 2 * room - (count() - 1) * gap) / count();
    const qreal left = std::round(room + index * (wide + gap));
    const qreal right = std::round(room + index * (wide + gap) + wide);
    const QRectF box(left, room, right - left, height() - 2 * room);
    if (!isRightToLeft())
        return box;
    return {width() - box.right(), box.top(), box.width(), box.height()};
}

int RatingRow::cellAt(const QPoint &point) const
{
    for (int i = 0; i < count(); ++i) {
        if (cell(i).adjusted(-1, -ringRoom, 1, ringRoom).contains(point))
            return i;
    }
    return -1;
}

void RatingRow::moveTo(int index)
{
    m_current = std::clamp(index, 0, count() - 1);
    describe();
    if (hasFocus())
        tellPart(this, m_current, QAccessible::Focus);
    update();
}

void RatingRow::describe()
{
    const QString maximum = ratingText(m_scale.maximum);
    setAccessibleName(m_value ? tr("%1: %2 of %3").arg(m_subject, ratingText(*m_value), maximum)
                              : tr("%1: not rated").arg(m_subject));
    QString words = m_scale.question;
    if (hasFocus())
        words = tr("on %1").arg(ratingText(m_scale.minimum + m_current));
    setAccessibleDescription(words);
}

} // namespace stillpoint::ui
