#pragma once

#include "ui/shell/page.h"

class QFrame;
class QHBoxLayout;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace stillpoint::ui {

class EmptyState;
class EntryDetails;
class CalendarPane;
class EntryFilterBar;
class EntryListModel;

/// The journal: entries by day at the left, the chosen one in full at the right.
class JournalPage final : public Page
{
    Q_OBJECT
public:
    JournalPage(const ShellContext &context, QWidget *parent);

    void arrive(const Destination &destination) override;
    QList<QWidget *> panes() override;
    bool focusSearch() override;
    void newDay() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    void makeContent();
    void connectParts();
    void bindKeys();
    void relayout();
    void showContent(); ///< list or empty state
    void showCurrent();
    void keepEntryCurrent();
    void select(const QUuid &id);
    void moveBy(int step);
    void openCurrent();
    void showDay(const QDate &day);
    void showEmptyDay(const QDate &day);
    bool selectFirstOf(const QDate &day);
    QWidget *frontPane() const;
    void showTrash();
    void nameMonth(); ///< on the calendar's button
    void toggleCalendar();
    void editCurrent();
    void deleteCurrent();
    void setDetailsInFront(bool on);

    EntryListModel *m_model;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content;
    QWidget *m_header = nullptr;
    EntryFilterBar *m_filter = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_log = nullptr;
    QPushButton *m_checkIn = nullptr;
    QPushButton *m_calendarButton = nullptr;
    QHBoxLayout *m_row = nullptr;
    CalendarPane *m_calendar;
    QWidget *m_calendarRule;
    QFrame *m_popup; ///< holds the calendar where the page has no room for it
    QStackedWidget *m_listStack;
    EmptyState *m_nothingFits;
    QListView *m_list;
    QWidget *m_pane; ///< the details' ground
    EntryDetails *m_details;
    bool m_isTight = false;
    bool m_oneColumn = false;
    bool m_detailsInFront = false;
};

} // namespace stillpoint::ui
