#include "ui/widgets/card.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QVBoxLayout>

namespace stillpoint::ui {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    setProperty("card", true);
    m_body->setContentsMargins(20, 16, 20, 20);
    m_body->setSpacing(8);
}

void Card::setTitle(const QString &title, const QString &subtitle)
{
    ensureHeader();
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleName(title);
}

void Card::addAction(QWidget *widget)
{
    ensureHeader();
    m_header->addWidget(widget);
}

void Card::ensureHeader()
{
    if (m_header)
        return;
    m_header = new QHBoxLayout;
    m_header->setSpacing(8);
    auto *words = new QWidget(this);
    auto *flow = new FlowLayout(8, words);
    growWithWidth(words);
    m_title = makeLabel(TextRole::Card, {}, words);
    m_subtitle = makeLabel(TextRole::Caption, {}, words);
    flow->addWidget(m_title);
    flow->addWidget(m_subtitle);
    m_header->addWidget(words, 1, Qt::AlignVCenter);
    m_body->insertLayout(0, m_header);
}

} // namespace stillpoint::ui
