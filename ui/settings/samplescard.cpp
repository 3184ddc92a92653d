#include "ui/settings/samplescard.h"

#include "app/journal/demojournal.h"
#include "app/workspace/bundled.h"
#include "app/workspace/workspace.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace stillpoint::ui {

SamplesCard::SamplesCard(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_card(new Card(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->setTitle(tr("Samples"));
    m_articles = addRow(tr("Sample articles"), tr("A small library about bodywork, stress and sleep."),
                        QStringLiteral("settingsSampleArticles"));
    m_demo = addRow(tr("Demo journal"),
                    tr("A made-up year. Each entry is marked as demo; none is ever exported, and Insights "
                       "ignores them as soon as you have an entry of your own."),
                    QStringLiteral("settingsDemoJournal"));
    connect(m_articles, &QPushButton::clicked, this, &SamplesCard::switchArticles);
    connect(m_demo, &QPushButton::clicked, this, &SamplesCard::switchDemo);
    connect(&context.workspace.journal(), &Journal::changed, this, &SamplesCard::refresh);
    refresh();
}

QPushButton *SamplesCard::addRow(const QString &name, const QString &help, const QString &objectName)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 4);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeLabel(TextRole::Body, name, m_card));
    QLabel *caption = makeLabel(TextRole::Caption, help, m_card);
    caption->setWordWrap(true);
    texts->addWidget(caption);
    row->addLayout(texts, 1);
    row->addSpacing(16);
    QPushButton *button = makeButton(m_context.theme, ButtonKind::Secondary, {}, m_card);
    button->setObjectName(objectName);
    button->setAccessibleDescription(help);
    row->addWidget(button, 0, Qt::AlignVCenter);
    m_card->body()->addLayout(row);
    return button;
}

void SamplesCard::refresh()
{
    const bool articles = isBundleAdded(m_context.workspace, Bundle::Samples);
    m_articles->setText(articles ? tr("Remove") : tr("Add"));
    m_articles->setAccessibleName(articles ? tr("Remove the sample articles")
                                           : tr("Add the sample articles"));
    const bool demo = m_context.workspace.journal().hasDemo();
    m_demo->setText(demo ? tr("Remove") : tr("Add"));
    m_demo->setAccessibleName(demo ? tr("Remove the demo journal") : tr("Add the demo journal"));
}

void SamplesCard::switchArticles()
{
    if (isBundleAdded(m_context.workspace, Bundle::Samples))
        tell(removeBundle(m_context.workspace, Bundle::Samples), tr("The sample articles are gone."));
    else
        tell(addBundle(m_context.workspace, Bundle::Samples), tr("The sample articles are in the library."));
}

void SamplesCard::switchDemo()
{
    Journal &journal = m_context.workspace.journal();
    if (journal.hasDemo())
        tell(journal.removeDemo(), tr("The made-up year is gone. What you wrote yourself is untouched."));
    else
        tell(addDemoJournal(journal, m_context.workspace.clock()), tr("A made-up year is in the journal."));
}

void SamplesCard::tell(const Result<void> &done, const QString &text)
{
    if (done)
        m_context.toast.tell(text);
    else
        m_context.toast.tellError(done.error().message);
}

} // namespace stillpoint::ui
