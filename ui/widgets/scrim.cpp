#include "ui/widgets/scrim.h"

#include <QEvent>
#include <QPainter>

namespace stillpoint::ui {

namespace {
constexpr int alpha = 107; // 42 %
}

Scrim::Scrim(QWidget *covered)
    : QWidget(covered)
{
    hide();
    setGeometry(covered->rect());
    covered->installEventFilter(this);
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Scrim::mousePressEvent(QMouseEvent *)
{
    Q_EMIT pressed();
}

void Scrim::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), QColor(0, 0, 0, alpha));
}

} // namespace stillpoint::ui
