#include "ui/widgets/scrollpane.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace stillpoint::ui {

QWidget *makeScrollPane(QWidget *page)
{
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(page);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    whole->addWidget(area);
    auto *content = new QWidget(area);
    content->setProperty("transparent", true);
    area->setWidget(content);
    return content;
}

} // namespace stillpoint::ui
