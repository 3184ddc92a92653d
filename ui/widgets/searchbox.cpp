#include "ui/widgets/searchbox.h"

#include "ui/shell/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace stillpoint::ui {

SearchBox::SearchBox(const Theme &theme, const QString &purpose, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_lens(addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_clear(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    setAccessibleName(purpose);
    setPlaceholderText(purpose);
    // Qt makes a button of it; so it has a name and leads to what it stands for.
    m_lens->setText(purpose);
    connect(m_lens, &QAction::triggered, this, [this] { setFocus(Qt::OtherFocusReason); });
    m_clear->setText(tr("Clear the search"));
    m_clear->setToolTip(m_clear->text());
    m_clear->setVisible(false);
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    connect(&theme, &Theme::changed, this, &SearchBox::restyle);
    restyle();
}

void SearchBox::restyle()
{
    setMinimumHeight(m_theme.px(36));
    setProperty("sideIconSize", m_theme.px(16));
    setProperty("sideIconMargin", m_theme.px(8));
    m_lens->setIcon(m_theme.icon(QStringLiteral("search")));
    m_clear->setIcon(m_theme.icon(QStringLiteral("close")));
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace stillpoint::ui
