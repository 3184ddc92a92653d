#pragma once

#include <QListView>
#include <QTimer>

#include <QUuid>

namespace stillpoint::ui {

class ArticleDelegate;
class ArticleListModel;
struct ShellContext;

/// The list of articles: one row is current; moving to a row chooses it, a click opens it. Keeps the
/// current article and the place while the rows change under it.
class ArticleList final : public QListView
{
    Q_OBJECT
public:
    ArticleList(const ShellContext &context, ArticleListModel &model, QWidget *parent);

    void step(int direction); ///< 1 next row, -1 previous
    void hideRing();          ///< until a key is pressed: the window, not the person, brought the focus
    QUuid currentId() const;
    void setCurrentId(const QUuid &id); ///< without choosing it; a null or absent id means no row

    bool isSettled() const; ///< false while excerpts of rows on screen are missing

Q_SIGNALS:
    void chosen(const QUuid &id);                       ///< the person moved to or clicked it
    void opened(const QUuid &id);                       ///< the person clicked it; Enter is the page's
    void menuWanted(const QUuid &id, const QPoint &at); ///< `at` on the screen

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;

private:
    bool chooseCurrent();
    void askForExcerpts();

    ArticleListModel &m_model;
    ArticleDelegate *m_delegate;
    QTimer m_excerpts;
    bool m_quiet = false;
    bool m_byKey = false;
};

} // namespace stillpoint::ui
