#include "ui/reader/encodingmenu.h"

#include "app/base/textencodings.h"

#include <QActionGroup>

namespace stillpoint::ui {

EncodingMenu::EncodingMenu(QWidget *parent)
    : QMenu(tr("Letters look wrong?"), parent)
    , m_asGuessed(addAction(tr("As guessed")))
{
    setObjectName(QStringLiteral("encodingMenu"));
    auto *group = new QActionGroup(this);
    addSeparator();
    for (const TextEncoding &encoding : textEncodings())
        addAction(encoding.name)->setData(encoding.code);
    for (QAction *action : actions()) {
        if (action->isSeparator())
            continue;
        action->setCheckable(true);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this,
            [this](QAction *action) { Q_EMIT wanted(action->data().toString()); });
    // The list opens where it is used.
    connect(this, &QMenu::aboutToShow, this, [this, group] { setActiveAction(group->checkedAction()); });
}

void EncodingMenu::setEncoding(const QString &read, const QString &chosen)
{
    m_asGuessed->setText(chosen.isEmpty() && !read.isEmpty()
                             ? tr("As guessed: %1").arg(textEncodingName(read))
                             : tr("As guessed"));
    for (QAction *action : actions()) {
        if (!action->isSeparator() && action->data().toString() == chosen)
            action->setChecked(true);
    }
}

} // namespace stillpoint::ui
