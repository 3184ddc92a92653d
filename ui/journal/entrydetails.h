#pragma once

#include "app/journal/records.h"
#include "ui/journal/sessionfacts.h"
#include "ui/shell/page.h"

#include <QScrollArea>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace stillpoint::ui {

/// One entry in full: what, when, with whom, ratings before and after as dots, notes as written.
class EntryDetails final : public QScrollArea
{
    Q_OBJECT
public:
    EntryDetails(const ShellContext &context, QWidget *parent);

    void show(RecordKind kind, const QUuid &id); ///< a null id shows nothing
    void showEmptyDay(const QDate &day);         ///< that it holds nothing, and what can be added
    void refreshEmptyDay();                      ///< it may be skipped now, or no longer
    QUuid id() const { return m_id; }
    QDate emptyDay() const { return m_emptyDay; } ///< null: an entry or nothing is shown
    RecordKind kind() const { return m_kind; }
    /// With one column: a way back to the list.
    void setBackShown(bool on);

Q_SIGNALS:
    void editAsked();
    void deleteAsked();
    void backAsked();

private:
    void rebuild();
    void addSession(const Session &session);
    void addCheckIn(const CheckIn &checkIn);
    void addEmptyDay();
    void addBack();
    void addHead(const QString &title, const QString &when, int mark);
    void addFact(const QString &name, const QString &value);
    void addRatings(const Ratings &ratings);
    void addAreas(const Session &session);
    void addLayer(QVBoxLayout *column, const SessionFacts::Areas &words, int hurts, bool isWorked);
    void addRule();
    void addLegend(QHBoxLayout *row, bool ring, const QString &word);
    void addNotes(const QString &markdown);

    ShellContext m_context;
    RecordKind m_kind = RecordKind::Session;
    QUuid m_id;
    QDate m_emptyDay; ///< shown instead of an entry; null: none
    QLabel *m_emptyText = nullptr;
    bool m_back = false;
    QVBoxLayout *m_column = nullptr;
};

} // namespace stillpoint::ui
