#include "ui/library/listheader.h"

#include "ui/library/filterparts.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace stillpoint::ui {

ListHeader::ListHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_count(makeLabel(TextRole::BodyStrong, {}, this))
    , m_of(makeLabel(TextRole::Dense, {}, this, Token::Text3))
    , m_reading(makeLabel(TextRole::Dense, {}, this, Token::Text2))
    , m_stop(makeButton(theme, ButtonKind::Ghost, tr("Stop"), this))
    , m_sort(makeMenuButton(theme, ButtonKind::Ghost, {}, this))
    , m_more(makeIconButton(theme, QStringLiteral("more"), tr("Articles and files"), this))
    , m_sortMenu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 8, 0);
    row->setSpacing(8);
    m_count->setObjectName(QStringLiteral("articleCount"));
    m_reading->setObjectName(QStringLiteral("importProgress"));
    m_stop->setObjectName(QStringLiteral("importStop"));
    m_sort->setObjectName(QStringLiteral("sortButton"));
    m_more->setObjectName(QStringLiteral("libraryMenu"));
    row->addWidget(m_count);
    row->addWidget(m_of);
    row->addWidget(m_reading);
    row->addStretch();
    row->addWidget(m_stop);
    row->addWidget(m_sort);
    row->addWidget(m_more);
    makeMenus();
    connect(m_stop, &QPushButton::clicked, this, &ListHeader::stopWanted);
    m_sort->setMenu(m_sortMenu);
    const auto restyle = [this] { setFixedHeight(m_theme.px(48)); };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    endProgress();
}

void ListHeader::makeMenus()
{
    auto *group = new QActionGroup(this);
    const auto add = [this, group](ArticleSort sort, const QString &text) {
        QAction *action = m_sortMenu->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        m_sortActions.insert(sort, action);
        connect(action, &QAction::triggered, this, [this, sort] { Q_EMIT sortWanted(sort); });
    };
    add(ArticleSort::Relevance, tr("Best match"));
    add(ArticleSort::Date, tr("Newest first"));
    add(ArticleSort::Title, tr("Title"));
    add(ArticleSort::Length, tr("Shortest first"));

    auto *menu = new QMenu(this);
    menu->addAction(tr("Add a folder …"), this, &ListHeader::addFolderWanted);
    menu->addAction(tr("Add single articles …"), this, &ListHeader::addFilesWanted);
    menu->addAction(tr("Look for changes"), this, &ListHeader::rescanWanted);
    menu->addSeparator();
    menu->addAction(tr("Import report …"), this, &ListHeader::reportWanted);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

void ListHeader::setCounts(int shown, int total)
{
    m_count->setText(articlesText(shown));
    m_of->setText(shown == total ? QString() : tr("of %1").arg(locale().toString(total)));
}

void ListHeader::setSort(ArticleSort sort, bool hasText)
{
    m_sortActions.value(ArticleSort::Relevance)->setVisible(hasText);
    QAction *action = m_sortActions.value(sort);
    action->setChecked(true);
    m_sort->setText(action->text());
    m_sort->setAccessibleName(tr("Order: %1").arg(action->text()));
}

void ListHeader::setProgress(int done, int total)
{
    m_progress = total > 0 ? double(done) / total : 0;
    m_reading->setText(total > 0
                           ? tr("Reading %1 of %2").arg(locale().toString(done), locale().toString(total))
                           : tr("Looking for articles"));
    m_count->hide();
    m_of->hide();
    m_sort->hide();
    m_reading->show();
    m_stop->show();
    update();
}

void ListHeader::endProgress()
{
    m_progress = -1;
    m_reading->hide();
    m_stop->hide();
    m_count->show();
    m_of->show();
    m_sort->show();
    update();
}

void ListHeader::paintEvent(QPaintEvent *)
{
    if (m_progress < 0)
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 3, qRound(width() * m_progress), 3), m_theme.color(Token::Accent));
}

} // namespace stillpoint::ui
