#pragma once

#include "app/library/articlequery.h"
#include "ui/shell/page.h"

#include <QTimer>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace stillpoint {
class Library;
}

namespace stillpoint::ui {

class ArticleList;
class ArticleListModel;
class ArticleSearch;
class EmptyState;
class FacetPane;
class FlowLayout;
class ImportRunner;
class LastView;
class SavedFilters;
class ListHeader;
class ReaderHost;
class Scrim;
class SearchBox;
struct FilterPart;

/// The library: filters, the list of articles and the reader side by side; with less room the filters become
/// a drawer, with little room list and reader become two steps. One ArticleQuery says what is asked for.
class LibraryPage final : public Page
{
    Q_OBJECT
public:
    LibraryPage(const ShellContext &context, QWidget *parent);

    void arrive(const Destination &destination) override;
    QList<QWidget *> panes() override;
    bool isSettled() const override;
    bool focusSearch() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Room { Wide, Drawer, Steps };

    void makeLayout();
    QWidget *makeListColumn();
    void bindCommands();
    void connectQuery();
    void connectList();
    void start();
    void goOn(const Library &library);
    void takeFocus();
    void open(const QUuid &id);
    void ask(const ArticleQuery &query, bool typed = false);
    void showAnswer(const ArticleQuery &query, const ArticleHits &hits);
    QList<QUuid> withOpenArticle(const ArticleQuery &query, const ArticleHits &hits) const;
    void showUnused();
    void showNothingFound();
    void showAllLeftOut();
    bool isAnything() const; ///< in the library, listed or left out of the list
    void repair();
    void showHelp(const FilterPart &part, int count);
    void updateChips();
    void updateEmptiness();
    void chooseSort(ArticleSort sort);
    void clearFilters();
    void toggleStar(const QUuid &id);
    void toggleUnread(const QUuid &id);
    void toggleArchived(const QUuid &id);
    void showArticleMenu(const QUuid &id, const QPoint &at);
    void arrange(bool again); ///< `again`: also when there is as much room as before
    void openDrawer(bool open);
    void showStep(bool reader);
    QUuid currentId() const;
    Room room() const;

    ArticleQuery m_query;
    ArticleQuery m_shownQuery;
    ArticleHits m_hits;
    std::optional<ArticleSort> m_searchSort; // chosen while searching
    std::optional<ArticleQuery> m_helpQuery; // what the no-result button asks
    std::optional<QUuid> m_wanted;           // to open once the library is there
    bool m_started = false;
    bool m_repairing = false;
    bool m_answered = false;
    bool m_focusWanted = false;
    std::optional<Room> m_room;

    ArticleListModel *m_model;
    ArticleSearch *m_search;
    ImportRunner *m_import;
    LastView *m_lastView;
    QStackedWidget *m_stack;
    EmptyState *m_nothingYet;
    QWidget *m_content;
    QHBoxLayout *m_columns = nullptr;
    QWidget *m_searchRow;
    SearchBox *m_searchBox;
    QLabel *m_unused; ///< what of the search could not be used
    QPushButton *m_filtersButton;
    FacetPane *m_facets;
    SavedFilters *m_saved;
    QWidget *m_facetsRule;
    Scrim *m_scrim;
    QWidget *m_listColumn = nullptr;
    QWidget *m_listRule;
    QVBoxLayout *m_listTop = nullptr;
    QWidget *m_chips = nullptr;
    FlowLayout *m_chipRow = nullptr;
    QWidget *m_searchRule = nullptr;
    QWidget *m_chipsRule = nullptr;
    ListHeader *m_header = nullptr;
    QStackedWidget *m_listStack = nullptr;
    ArticleList *m_list = nullptr;
    EmptyState *m_nothingFound = nullptr;
    ReaderHost *m_reader = nullptr;
    QTimer m_openSoon;
};

} // namespace stillpoint::ui
