#include "ui/widgets/taborder.h"

#include <QWidget>

namespace stillpoint::ui {

void tabBefore(QWidget *anchor, QWidget *widget)
{
    // Qt orders only after widgets that take the focus, so the last such one before the anchor is looked for.
    QWidget *before = anchor->previousInFocusChain();
    while (before != anchor && (before == widget || before->focusPolicy() == Qt::NoFocus))
        before = before->previousInFocusChain();
    if (before != anchor)
        QWidget::setTabOrder(before, widget);
}

} // namespace stillpoint::ui
