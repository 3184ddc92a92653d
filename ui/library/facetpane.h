#pragma once

#include "app/library/articlequery.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace stillpoint::ui {

class FacetView;
class FilterChip;
class Segmented;
class Theme;

/// The left pane: read states, tags and categories with their counts. Only shows a query and says what is
/// wanted.
class FacetPane final : public QWidget
{
    Q_OBJECT
public:
    FacetPane(const Theme &theme, QWidget *parent);

    void setQuery(const ArticleQuery &query);
    void setHits(const ArticleHits &hits);
    void setDrawer(bool on); ///< with a title and a close button
    void focusFirst();
    QVBoxLayout *top() { return m_top; } ///< place of the search box in a wide window
    void addSection(QWidget *section);   ///< below the facets

Q_SIGNALS:
    void readWanted(stillpoint::ReadFilter filter);
    void tagWanted(const QString &folded, stillpoint::TagState state);
    void categoryWanted(const QString &folded, stillpoint::TagState state);
    void matchWanted(stillpoint::TagMatch match);
    void clearWanted();
    void closeWanted();

private:
    void addReadChips(QVBoxLayout *column);
    void showReadChips();
    void addTags(QVBoxLayout *column);
    void addCategories(QVBoxLayout *column);
    void showAllTags(bool all);
    void restyle();
    void updateLinks();
    void tellNoTag();

    const Theme &m_theme;
    QWidget *m_drawerHeader;
    QVBoxLayout *m_top;
    QVBoxLayout *m_column;
    QMap<ReadFilter, FilterChip *> m_readChips;
    QSet<ReadFilter> m_leavable; ///< of what a query may leave out: what there is
    Segmented *m_match = nullptr;
    QLineEdit *m_tagFilter = nullptr;
    QLabel *m_noTag = nullptr;
    FacetView *m_tags = nullptr;
    QPushButton *m_moreTags = nullptr;
    QPushButton *m_clear = nullptr;
    QWidget *m_categoriesHeader = nullptr;
    FacetView *m_categories = nullptr;
    QPushButton *m_moreCategories = nullptr;
    bool m_allTags = false;
    bool m_allCategories = false;
    bool m_anyChosen = false;
};

} // namespace stillpoint::ui
