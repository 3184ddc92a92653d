#pragma once

#include "app/library/articlequery.h"

#include <QObject>
#include <QTimer>
#include <QUuid>

#include <optional>

namespace stillpoint {
class Journal;
}

namespace stillpoint::ui {

/// What the library showed, kept in a slot of the journal so that the next start goes on there. Written a
/// moment after the last change and at the end; a failure to write is no reason to disturb anybody.
class LastView final : public QObject
{
    Q_OBJECT
public:
    struct View
    {
        ArticleQuery query;
        QUuid article; ///< null when none was open
        bool operator==(const View &) const = default;
    };

    LastView(Journal &journal, QObject *parent);
    ~LastView() override;

    std::optional<View> stored() const;
    void note(const ArticleQuery &query);
    void note(const QUuid &article);

private:
    void write();

    Journal &m_journal;
    View m_view;
    QTimer m_writeSoon;
};

} // namespace stillpoint::ui
