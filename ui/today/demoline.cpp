#include "ui/today/demoline.h"

#include "app/insights/demorule.h"
#include "app/workspace/workspace.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace stillpoint::ui {

DemoLine::DemoLine(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("demoLine"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    m_words = makeLabel(TextRole::Caption, {}, this);
    m_words->setObjectName(QStringLiteral("demoWords"));
    row->addWidget(m_words);
    QPushButton *away = makeButton(context.theme, ButtonKind::Link, tr("Remove it"), this);
    away->setObjectName(QStringLiteral("removeDemo"));
    away->setAccessibleName(tr("Remove the made-up year"));
    row->addWidget(away);
    row->addStretch();
    connect(away, &QPushButton::clicked, this, &DemoLine::remove);
    connect(&context.workspace.journal(), &Journal::changed, this, &DemoLine::refresh);
    refresh();
}

void DemoLine::refresh()
{
    const Journal &journal = m_context.workspace.journal();
    setVisible(journal.hasDemo());
    m_words->setText(ignoresDemo(journal)
                         ? tr("A made-up year is in the journal too. Charts show only what you entered.")
                         : tr("You are looking at a made-up year."));
}

void DemoLine::remove()
{
    if (const auto removed = m_context.workspace.journal().removeDemo(); !removed)
        m_context.toast.tellError(removed.error().message);
    else
        m_context.toast.tell(tr("The made-up year is gone. What you wrote yourself is untouched."));
}

} // namespace stillpoint::ui
