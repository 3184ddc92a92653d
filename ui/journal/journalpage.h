#pragma once

#include "ui/shell/page.h"

class QListView;
class QStackedWidget;

namespace stillpoint::ui {

class EmptyState;
class EntryDetails;
class EntryListModel;

/// The journal: entries by day at the left, the chosen one in full at the right.
class JournalPage final : public Page
{
    Q_OBJECT
public:
    JournalPage(const ShellContext &context, QWidget *parent);

    void arrive(const Destination &destination) override;
    QList<QWidget *> panes() override;
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
    void editCurrent();
    void deleteCurrent();
    void setDetailsInFront(bool on);

    EntryListModel *m_model;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_content;
    QWidget *m_header = nullptr;
    QListView *m_list;
    QWidget *m_pane; ///< the details' ground
    EntryDetails *m_details;
    bool m_oneColumn = false;
    bool m_detailsInFront = false;
};

} // namespace stillpoint::ui
