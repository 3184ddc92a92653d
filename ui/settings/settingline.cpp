#include "ui/settings/settingline.h"

#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace stillpoint::ui {

void addLine(Card *card, const QString &name, const QString &help, QWidget *control)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 4);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    QLabel *label = makeLabel(TextRole::Body, name, card);
    label->setBuddy(control);
    texts->addWidget(label);
    if (!help.isEmpty()) {
        QLabel *caption = makeLabel(TextRole::Caption, help, card);
        caption->setWordWrap(true);
        texts->addWidget(caption);
    }
    row->addLayout(texts, 1);
    row->addSpacing(16);
    row->addWidget(control, 0, Qt::AlignVCenter);
    card->body()->addLayout(row);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(name);
    control->setAccessibleDescription(help);
}

} // namespace stillpoint::ui
