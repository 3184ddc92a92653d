#include "ui/reader/findbar.h"

#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace stillpoint::ui {

FindBar::FindBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_count(makeLabel(TextRole::Caption, {}, this))
{
    setObjectName(QStringLiteral("findBar"));
    setProperty("pane", QStringLiteral("sunken"));
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(6);
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setAccessibleName(tr("Find in article"));
    m_field->setPlaceholderText(tr("Find in article"));
    m_count->setObjectName(QStringLiteral("findCount"));
    QToolButton *back = makeIconButton(theme, QStringLiteral("chevron-left"), tr("Previous place"), this);
    QToolButton *forth = makeIconButton(theme, QStringLiteral("chevron-right"), tr("Next place"), this);
    QToolButton *close = makeIconButton(theme, QStringLiteral("close"), tr("Close find"), this);
    back->setObjectName(QStringLiteral("findPrevious"));
    forth->setObjectName(QStringLiteral("findNext"));
    close->setObjectName(QStringLiteral("findClose"));
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(back);
    row->addWidget(forth);
    row->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString &text) { Q_EMIT wanted(text, false); });
    connect(back, &QToolButton::clicked, this, [this] { Q_EMIT wanted(text(), true); });
    connect(forth, &QToolButton::clicked, this, [this] { Q_EMIT wanted(text(), false); });
    connect(close, &QToolButton::clicked, this, &FindBar::hide);
    hide();
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    findAgain();
}

void FindBar::findAgain()
{
    if (isVisible() && !text().isEmpty())
        Q_EMIT wanted(text(), false);
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::setCount(const FindCount &count)
{
    if (text().isEmpty())
        m_count->clear();
    else if (count.total == 0)
        m_count->setText(tr("Not found"));
    else
        m_count->setText(tr("%1 of %2").arg(locale().toString(count.active), locale().toString(count.total)));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT wanted(text(), event->modifiers().testFlag(Qt::ShiftModifier));
        break;
    case Qt::Key_Escape:
        hide();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!isHidden())
        return; // only what is around it went away
    Q_EMIT wanted({}, false);
    Q_EMIT closed();
}

} // namespace stillpoint::ui
