#pragma once

#include "app/library/articlequery.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace stillpoint::ui {

class Theme;

/// Over the list: how many articles, their order, and the menu to add some; while articles are read in, how
/// far.
class ListHeader final : public QWidget
{
    Q_OBJECT
public:
    ListHeader(const Theme &theme, QWidget *parent);

    void setCounts(int shown, int total);
    void setSort(ArticleSort sort, bool hasText);
    void setProgress(int done, int total);
    void endProgress();

Q_SIGNALS:
    void sortWanted(stillpoint::ArticleSort sort);
    void addFolderWanted();
    void addFilesWanted();
    void rescanWanted();
    void stopWanted();
    void reportWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeMenus();

    const Theme &m_theme;
    QLabel *m_count;
    QLabel *m_of;
    QLabel *m_reading;
    QPushButton *m_stop;
    QPushButton *m_sort;
    QToolButton *m_more;
    QMenu *m_sortMenu;
    QMap<ArticleSort, QAction *> m_sortActions;
    double m_progress = -1; // below 0: nothing is read in
};

} // namespace stillpoint::ui
