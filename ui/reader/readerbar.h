#pragma once

#include "app/library/articlepage.h"
#include "app/settings/settings.h"

#include <QAbstractButton>
#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace stillpoint::ui {

class EncodingMenu;
class TextPanel;
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

/// The strip over an article: history, outline, text, papers, find, star, more and Log session. Only shows
/// and asks.
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
    void setEncoding(const QString &read, const QString &chosen); ///< as EncodingMenu has it
    /// Of ReaderPaper, ReaderFont, ReaderMeasure, ReaderSpacing.
    void setChoice(Setting setting, const QString &code);
    void setTextPercent(int percent);
    void showOutlineMenu();
    void showEncodingMenu();

Q_SIGNALS:
    void backWanted();
    void forwardWanted();
    void headingWanted(const QString &anchor);
    void textPercentWanted(int percent);
    void choiceWanted(stillpoint::Setting setting, const QString &code);
    void encodingWanted(const QString &code); ///< empty: as the bytes say
    void findWanted();
    void starWanted();
    void unreadWanted();
    void archiveWanted();
    void pdfWanted();
    void logWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addIcon(const QString &icon, const QString &name, const char *objectName,
                         void (ReaderBar::*wanted)());
    void addRule(int before, int after);
    void resizeParts();
    void makeMenus();
    void makePapers();
    void restyleStar();
    void arrangePapers();

    const Theme &m_theme;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_outline;
    QToolButton *m_textSize;
    QToolButton *m_find;
    QToolButton *m_star;
    QToolButton *m_more;
    QPushButton *m_log;
    QMenu *m_outlineMenu;
    QMenu *m_moreMenu;
    EncodingMenu *m_encodings;
    TextPanel *m_text;
    QWidget *m_papers;
    QList<PaperButton *> m_paperButtons;
    QString m_heading;
    bool m_starred = false;
};

} // namespace stillpoint::ui
