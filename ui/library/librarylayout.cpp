// How the library page uses the room it has; the rest of the page is in librarypage.cpp.
#include "ui/library/articlelist.h"
#include "ui/library/articlelistmodel.h"
#include "ui/library/articlesearch.h"
#include "ui/library/facetpane.h"
#include "ui/library/importrunner.h"
#include "ui/library/librarypage.h"
#include "ui/reader/readerhost.h"
#include "ui/shell/theme.h"
#include "ui/widgets/scrim.h"
#include "ui/widgets/searchbox.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>

namespace stillpoint::ui {

namespace {

constexpr int wideFrom = 1180; // effective width
constexpr int drawerFrom = 820;

} // namespace

LibraryPage::Room LibraryPage::room() const
{
    const double width = window()->width() / context().theme.textScale();
    if (width >= wideFrom)
        return Room::Wide;
    return width >= drawerFrom ? Room::Drawer : Room::Steps;
}

void LibraryPage::arrange(bool again)
{
    const Theme &theme = context().theme;
    const Room now = room();
    if (m_room == now && !again)
        return;
    const bool readerStep = m_room == Room::Steps ? m_reader->isVisible() : !m_reader->current().isNull();
    m_room = now;
    const bool wide = now == Room::Wide;
    openDrawer(false);
    if (wide) {
        m_columns->insertWidget(0, m_facets);
        m_facets->top()->insertWidget(0, m_searchRow);
    } else {
        m_columns->removeWidget(m_facets);
        m_facets->setParent(this);
        m_facets->hide();
        m_listTop->insertWidget(0, m_searchRow);
    }
    m_listTop->setContentsMargins(12, wide ? 0 : 8, 12, wide ? 0 : 8);
    m_facets->setDrawer(!wide);
    m_facets->setFocusProxy(wide ? m_searchBox : nullptr);
    m_facets->setVisible(wide);
    m_facetsRule->setVisible(wide);
    m_searchRule->setVisible(!wide);
    m_filtersButton->setVisible(!wide);
    m_searchRow->show();
    if (now == Room::Steps) {
        m_listColumn->setMinimumWidth(0);
        m_listColumn->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        m_listColumn->setFixedWidth(theme.px(wide ? 372 : 328) - 1); // and the rule
    }
    m_listRule->setVisible(now != Room::Steps);
    m_reader->setBackToList(now == Room::Steps);
    m_listColumn->show();
    m_reader->show();
    showStep(readerStep);
    updateChips();
}

/// In a narrow window either the list or the reader is to be seen.
void LibraryPage::showStep(bool reader)
{
    if (room() != Room::Steps)
        return;
    openDrawer(false);
    m_listColumn->setVisible(!reader);
    m_reader->setVisible(reader);
    if (reader)
        m_reader->focusArticle();
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void LibraryPage::openDrawer(bool open)
{
    if (room() == Room::Wide) {
        m_scrim->hide();
        return;
    }
    const bool wasOpen = m_scrim->isVisible();
    m_facets->setGeometry(0, 0, m_facets->width(), height());
    m_scrim->setVisible(open);
    m_facets->setVisible(open);
    if (open) {
        m_scrim->raise();
        m_facets->raise();
        m_facets->focusFirst();
    } else if (wasOpen) {
        m_filtersButton->setFocus(Qt::OtherFocusReason);
    }
}

void LibraryPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange(false);
    if (m_scrim->isVisible())
        openDrawer(true);
}

/// Esc takes back the nearest thing: the find bar, the drawer, the reader's step, the search.
void LibraryPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Page::keyPressEvent(event);
        return;
    }
    if (m_reader->closeFind())
        return;
    if (m_scrim->isVisible())
        openDrawer(false);
    else if (room() == Room::Steps && m_reader->isVisible())
        showStep(false);
    else if (!m_searchBox->text().isEmpty())
        m_searchBox->clear();
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> LibraryPage::panes()
{
    QList<QWidget *> panes;
    QWidget *first = m_facets->isVisible() ? static_cast<QWidget *>(m_facets) : m_searchBox;
    for (QWidget *pane : {first, static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_reader)}) {
        if (pane->isVisible())
            panes.append(pane);
    }
    return panes;
}

bool LibraryPage::focusSearch()
{
    showStep(false);
    m_searchBox->setFocus(Qt::ShortcutFocusReason);
    m_searchBox->selectAll();
    return true;
}

bool LibraryPage::isSettled() const
{
    return m_started && m_answered && !m_wanted && !m_openSoon.isActive() && !m_search->isBusy() &&
           !m_import->isRunning() && m_list->isSettled() && m_reader->isSettled();
}

} // namespace stillpoint::ui
