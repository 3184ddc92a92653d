#pragma once

#include "app/library/articlepage.h"

#include <QAbstractButton>
#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace stillpoint::ui {

class Theme;

/// One of the three papers: a disc in its colour, ringed while it is the one in use.
class PaperButton final : public QAbstractButton
{
    Q_OBJECT
public:
    PaperButton(const Theme &theme, const QString &paper, const QString &name, QWidget *parent);
    QString paper() const { return m_paper; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_paper;
};

/// The strip over an article: history, outline, text size, papers, find, star and Log session. Only shows and
/// asks.
class ReaderBar final : public QWidget
{
    Q_OBJECT
public:
    ReaderBar(const Theme &theme, QWidget *parent);

    void setHasArticle(bool has);
    void setHistory(bool back, bool forward);
    void setOutline(const QList<OutlineItem> &outline);
    void setCurrentHeading(const QString &anchor); ///< ticked in the outline; empty above the first
    void setStarred(bool starred);
    void setPaper(const QString &paper);
    void setTextPercent(int percent);
    void showOutlineMenu();

Q_SIGNALS:
    void backWanted();
    void forwardWanted();
    void headingWanted(const QString &anchor);
    void textStepWanted(int direction); ///< 1 larger, -1 smaller, 0 usual size
    void paperWanted(const QString &paper);
    void findWanted();
    void starWanted();
    void logWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addIcon(const QString &icon, const QString &name, const char *objectName,
                         void (ReaderBar::*wanted)());
    void makePapers();
    void makeTextMenu();
    void restyleStar();
    void arrangePapers();

    const Theme &m_theme;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_outline;
    QToolButton *m_textSize;
    QToolButton *m_find;
    QToolButton *m_star;
    QPushButton *m_log;
    QMenu *m_outlineMenu;
    QMenu *m_textMenu;
    QAction *m_usualSize = nullptr;
    QList<QAction *> m_paperActions;
    QWidget *m_papers;
    QList<PaperButton *> m_paperButtons;
    QString m_heading;
    bool m_starred = false;
};

} // namespace stillpoint::ui
