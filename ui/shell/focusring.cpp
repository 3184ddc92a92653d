#include "ui/shell/focusring.h"

#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QFocusFrame>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace stillpoint::ui {

namespace {
constexpr int ring = 2;
constexpr int gap = 2;

/// Focus is drawn by the delegate or by the page there.
bool drawsItsOwn(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget) || widget->property("ownFocus").toBool() ||
           widget->isWindow();
}

int cornerOf(const QWidget *widget)
{
    const QString kind = widget->property("kind").toString();
    if (kind == QLatin1String("chip"))
        return widget->height() / 2;
    return kind == QLatin1String("rate") || kind == QLatin1String("icon") ? 6 : 8;
}

class Frame final : public QFocusFrame
{
public:
    Frame(const Theme &theme, QWidget *window)
        : QFocusFrame(window)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    /// Qt hides the frame where its widget gets the focus out of sight, and leaves it so when it is scrolled
    /// into sight.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool filtered = QFocusFrame::eventFilter(watched, event);
        if (event->type() == QEvent::Move && isHidden() && widget() && widget()->isVisible() &&
            parentWidget()->rect().intersects(geometry())) {
            raise();
            show();
        }
        return filtered;
    }

    void paintEvent(QPaintEvent *) override
    {
        if (!widget())
            return;
        const int room = (width() - widget()->width()) / 2;
        // The frame's own margins come from the style; never draw outside of them.
        const qreal outset = qMin<qreal>(gap + ring / 2.0, room - ring / 2.0);
        const QRectF inner = QRectF(rect()).marginsRemoved(QMarginsF(room, room, room, room));
        const qreal half = ring / 2.0;
        // Beside the window's edge the ring stands inside.
        const QRectF seen =
            QRectF(parentWidget()->rect().translated(-pos())).adjusted(half, half, -half, -half);
        const QRectF outline =
            inner.marginsAdded(QMarginsF(outset, outset, outset, outset)).intersected(seen);
        const qreal corner = cornerOf(widget()) + outset;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::Accent), ring));
        painter.drawRoundedRect(outline, corner, corner);
    }

private:
    const Theme &m_theme;
};

} // namespace

FocusRing::FocusRing(const Theme &theme, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        const bool followed =
            now && m_window->isAncestorOf(now) && now->window() == m_window && !drawsItsOwn(now);
        follow(followed ? now : nullptr);
    });
}

void FocusRing::follow(QWidget *widget)
{
    if (!m_frame)
        m_frame = new Frame(m_theme, m_window);
    m_frame->setWidget(widget);
}

} // namespace stillpoint::ui
