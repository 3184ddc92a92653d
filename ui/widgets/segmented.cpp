#include "ui/widgets/segmented.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace stillpoint::ui {

Segmented::Segmented(const QStringList &texts, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("segmented", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    for (int i = 0; i < texts.size(); ++i) {
        auto *button = new QPushButton(texts.at(i), this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setProperty("kind", QStringLiteral("segment"));
        button->setProperty(
            "edge", i == 0 ? QStringLiteral("first")
                           : (i + 1 == texts.size() ? QStringLiteral("last") : QStringLiteral("mid")));
        button->setAccessibleDescription(accessibleName);
        m_group->addButton(button, i);
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

} // namespace stillpoint::ui
