#pragma once

#include "ui/journal/entrychoice.h"
#include "ui/shell/page.h"

class QMenu;
class QPushButton;

namespace stillpoint::ui {

class SearchBox;

/// Words and menus that narrow the journal's list. With less room the menus become one behind "Filters n".
class EntryFilterBar final : public QWidget
{
    Q_OBJECT
public:
    EntryFilterBar(const ShellContext &context, QWidget *parent);

    const EntryChoice &choice() const { return m_choice; }
    /// One menu for all filters; tight: a small search field as well.
    void setNarrow(bool on, bool tight);
    void clear();
    void focusSearch();

Q_SIGNALS:
    void changed();

private:
    struct Part
    {
        QString name;
        QMenu *menu;
        QPushButton *button;
    };
    struct Option
    {
        QString text;
        EntryChoice choice; ///< what is asked once it is taken
    };

    void addPart(const QString &id, const QString &name, void (EntryFilterBar::*fill)(QMenu *));
    void fillModalities(QMenu *menu);
    void fillPractitioners(QMenu *menu);
    void fillAreas(QMenu *menu);
    void fillKinds(QMenu *menu);
    static void sortByText(QList<Option> &options);
    void addOptions(QMenu *menu, const QList<Option> &options);
    void take(const EntryChoice &choice);
    void showChoice();

    ShellContext m_context;
    EntryChoice m_choice;
    SearchBox *m_search;
    QList<Part> m_parts;
    QPushButton *m_filters;
    QMenu *m_all;
};

} // namespace stillpoint::ui
