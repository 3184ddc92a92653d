#pragma once

#include "ui/shell/page.h"

#include <QMainWindow>
#include <QMap>
#include <QPointer>

#include <functional>

class QStackedWidget;

namespace stillpoint {
struct UndoOutcome;
}

namespace stillpoint::ui {

class Rail;

/// How the window gets its pages without knowing them.
struct WindowParts
{
    std::function<Page *(PageId, const ShellContext &, QWidget *)> makePage;
    /// Opens the session editor over `window`.
    std::function<void(const GoEditor &, const ShellContext &, QWidget *window)> openEditor;
    /// Opens the sheet in which a check-in is written or corrected.
    std::function<void(const GoCheckIn &, const ShellContext &, QWidget *window)> openCheckIn;
};

/// Rail, pages, toast. Routes commands and destinations; pages do the work.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    struct Services
    {
        Workspace &workspace;
        Navigator &navigator;
        Theme &theme;
        Prompts &prompts;
        Commands &commands;
    };
    MainWindow(const Services &services, WindowParts parts);
    ~MainWindow() override;

    Page *currentPage() const;
    PageId currentPageId() const { return m_current; }
    Toast &toast() { return *m_toast; }

    /// The journal is open: from now on the window answers. Until then it is a frame that takes no input.
    void begin();
    void go(const Destination &destination);
    void undo();
    void redo();

Q_SIGNALS:
    /// Once, after the empty frame was painted; a queued call, so that it is on the screen by then.
    void painted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    Page *page(PageId id);
    void showPage(PageId id, const Destination &destination);
    PageId resolved(PageId id) const;
    void arrangeRail();
    void refresh();
    void showDue();
    void bindCommands();
    void fillMenuBar();
    void showMenuBar();
    void leaveMenuBar();
    void nextPane();
    void searchAll();
    void tellUndo(const UndoOutcome &outcome, bool redone);
    void restoreGeometryIfOnScreen();

    Services m_services;
    WindowParts m_parts;
    Rail *m_rail;
    QStackedWidget *m_stack;
    Toast *m_toast;
    ShellContext m_context;
    QMap<PageId, Page *> m_pages;
    QList<QAction *> m_actions;
    QString m_trouble; ///< why other programs' entries cannot be read; empty when they can
    QDate m_day;       ///< today's journal day, as the pages know it
    QObject m_whole;   ///< goes before the sheets, whose last drafts may bring news to a window half gone
    PageId m_current = PageId::Today;
    bool m_firstRunLeft = false;
    bool m_painted = false;
    QPointer<QWidget> m_beforeMenu; ///< had the focus when the menu bar was asked for
    bool m_altAlone = false;        // pressed, and no other key since
    bool m_menuShown = false;       // when it was pressed
};

} // namespace stillpoint::ui
