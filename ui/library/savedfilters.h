#pragma once

#include "app/base/error.h"
#include "app/journal/journal.h"
#include "app/library/articlequery.h"
#include "ui/shell/page.h"

#include <QPointer>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace stillpoint {
class Library;
}

namespace stillpoint::ui {

class SavedFilterRow;

/// The person's saved filters below the facets: one press asks again, the plus keeps what is asked now under
/// a name. They are records of the journal, so that adding, renaming and removing can be undone.
class SavedFilters final : public QWidget
{
    Q_OBJECT
public:
    SavedFilters(const ShellContext &context, QWidget *parent);

    void setLibrary(Library *library); ///< counts come from it
    /// What is asked now; `proposal` is the name offered for it, empty when nothing is filtered.
    void setQuery(const ArticleQuery &query, const QString &proposal);

Q_SIGNALS:
    void chosen(const stillpoint::ArticleQuery &query);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void count();
    void markCurrent();
    void askName(const SavedFilter &filter);
    void keep();
    void remove(const SavedFilter &filter);
    void tellIfFailed(const Result<void> &done);

    ShellContext m_context;
    QPointer<Library> m_library;
    ArticleQuery m_query;
    QString m_proposal;
    QToolButton *m_add;
    QLineEdit *m_name;
    QVBoxLayout *m_rows;
    QList<SavedFilter> m_filters; ///< by name
    QList<SavedFilterRow *> m_buttons;
    SavedFilter m_naming; ///< whose name is being asked; a null id for a new one
    quint64 m_serial = 0;
};

} // namespace stillpoint::ui
