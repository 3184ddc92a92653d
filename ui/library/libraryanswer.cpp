// What the library page makes of an answer; the rest of the page is in librarypage.cpp.
#include "app/workspace/workspace.h"
#include "ui/library/articlelist.h"
#include "ui/library/articlelistmodel.h"
#include "ui/library/articlesearch.h"
#include "ui/library/facetpane.h"
#include "ui/library/filterparts.h"
#include "ui/library/importrunner.h"
#include "ui/library/librarypage.h"
#include "ui/library/listheader.h"
#include "ui/reader/readerhost.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchbox.h"

#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>

namespace stillpoint::ui {

namespace {
constexpr qsizetype longestWord = 24; // that fits beside others in the width of the filters
}

bool LibraryPage::isAnything() const
{
    return m_hits.total > 0 || !m_hits.leftOut.isEmpty();
}

/// An article that is being read stays in the list although reading it took it out of a filter such as
/// "unread".
QList<QUuid> LibraryPage::withOpenArticle(const ArticleQuery &query, const ArticleHits &hits) const
{
    QList<QUuid> ids = hits.ids;
    const QUuid open = m_reader->current();
    const int row = m_model->rowOf(open);
    if (query == m_shownQuery && row >= 0 && !open.isNull() && !ids.contains(open))
        ids.insert(qMin<qsizetype>(row, ids.size()), open);
    return ids;
}

void LibraryPage::showAnswer(const ArticleQuery &query, const ArticleHits &hits)
{
    const bool first = !m_answered;
    const bool sameQuestion = query == m_shownQuery && !first;
    const QList<QUuid> ids = withOpenArticle(query, hits);
    const QUuid current = m_list->currentId();
    const int scrolled = m_list->verticalScrollBar()->value();
    m_answered = true;
    m_hits = hits;
    m_shownQuery = query;
    m_facets->setHits(hits);
    m_header->setCounts(static_cast<int>(hits.ids.size()), hits.total);
    updateChips();
    m_model->show(ids, query);
    m_list->setCurrentId(m_model->rowOf(current) >= 0 ? current : m_reader->current());
    m_list->verticalScrollBar()->setValue(sameQuestion ? scrolled : 0);
    if (first)
        m_list->scrollTo(m_list->currentIndex());
    showUnused();
    updateEmptiness();
    if (ids.isEmpty() && isAnything())
        showNothingFound();
    repair();
    takeFocus();
}

void LibraryPage::showUnused()
{
    QStringList words;
    for (const QString &word : m_hits.unusable)
        words << (word.size() > longestWord ? word.left(longestWord) + QStringLiteral("…") : word);
    const QString text = words.isEmpty()
                             ? QString()
                             : tr("These words could not be used: %1").arg(words.join(QStringLiteral(", ")));
    m_unused->setText(text);
    m_unused->setVisible(!text.isEmpty());
    m_searchBox->setAccessibleDescription(text);
}

void LibraryPage::updateEmptiness()
{
    const bool empty = !isAnything() && m_answered && !m_import->isRunning();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_nothingYet) : m_content);
    if (empty)
        openDrawer(false);
    m_listStack->setCurrentWidget(
        m_model->rowCount() == 0 && isAnything() ? static_cast<QWidget *>(m_nothingFound) : m_list);
}

/// An index that cannot be searched is made again, but not twice for the same trouble.
void LibraryPage::repair()
{
    const bool isBroken = !m_hits.problem.isEmpty();
    if (isBroken && !m_repairing && !context().workspace.journal().isReadOnly())
        m_import->rescan();
    m_repairing = isBroken;
}

void LibraryPage::showNothingFound()
{
    m_helpQuery.reset();
    if (!m_hits.problem.isEmpty()) {
        m_nothingFound->setTexts(tr("Nothing was searched"), m_hits.problem);
        return;
    }
    if (m_hits.total == 0) {
        showAllLeftOut();
        return;
    }
    ArticleQuery all;
    all.sort = m_shownQuery.sort;
    m_helpQuery = all;
    m_nothingFound->setTexts(tr("No article fits"), tr("No article has everything that is asked for."),
                             tr("Show all articles"));
    m_search->findCulprit(filterParts(m_shownQuery, m_hits));
}

/// Every article is one that the list leaves out.
void LibraryPage::showAllLeftOut()
{
    const LeftOutTexts texts = leftOutTexts(m_hits.leftOut);
    ArticleQuery query = m_shownQuery;
    query.read = texts.filter;
    m_helpQuery = query;
    m_nothingFound->setTexts(texts.title, texts.sentence, texts.action);
}

void LibraryPage::showHelp(const FilterPart &part, int count)
{
    m_helpQuery = part.without;
    const QString name = quotedText(part);
    m_nothingFound->setTexts(
        tr("No article fits"),
        tr("Most are left out by %1. Without it there would be %2.").arg(name, articlesText(count)),
        tr("Drop %1").arg(name));
}

} // namespace stillpoint::ui
