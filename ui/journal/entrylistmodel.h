#pragma once

#include "app/journal/journal.h"
#include "ui/journal/entrychoice.h"

#include <QAbstractListModel>

namespace stillpoint::ui {

/// What one row of the journal's list says. A row without id is a day's heading.
struct EntryRow
{
    RecordKind kind = RecordKind::CheckIn;
    QUuid id;
    QDate day;
    QString time;   ///< empty for day-only entries
    QString title;  ///< "Deep tissue", "Check-in"; for a heading the day
    QString detail; ///< beside the title: practitioner and minutes; further ratings; for a heading "today"
    QString scale;  ///< the rating's name at the end of the row, "stress"
    QString before; ///< a session's rating before
    QString value;  ///< a session's rating after, or a check-in's
    QString notes;
    QString places; ///< areas and context
    int mark = -1;  ///< a session's modality mark

    bool isHeading() const { return id.isNull(); }
};

/// The journal by days, newest first: a heading, then the day's entries. Rows are read when first asked for;
/// a change of the journal moves only the rows it affects.
class EntryListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    EntryListModel(const Journal &journal, const QStringList &scales, QObject *parent);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; ///< the accessible text only
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setScales(const QStringList &scales); ///< shown ones, in order
    void setChoice(const EntryChoice &choice); ///< other entries are left out
    const EntryRow &row(int row) const;
    int rowOf(const QUuid &id) const;     ///< −1 when not there
    int rowOfDay(const QDate &day) const; ///< the heading of that day or the next older one; −1 when none

private:
    struct Key
    {
        RecordKind kind;
        QUuid id;
        QDate day;
        bool operator==(const Key &) const = default;
    };

    void journalChanged(const QSet<RecordKind> &kinds, const QSet<QUuid> &records);
    QList<Key> wanted() const;
    bool isWanted(const Entry &entry) const;
    template<class T>
    bool isWanted(const T &value) const;
    void move(const QList<Key> &keys);
    EntryRow read(const Key &key) const;
    void readSession(EntryRow &row) const;
    void readCheckIn(EntryRow &row) const;
    QString spoken(const EntryRow &row) const;

    const Journal &m_journal;
    QStringList m_scales;
    EntryChoice m_choice;
    QList<Key> m_keys;
    QHash<QString, int> m_marks;
    mutable QHash<QUuid, EntryRow> m_rows;
    mutable QHash<QUuid, QString> m_texts; ///< of all entries while words are looked for; folding takes long
    mutable EntryRow m_heading;
};

} // namespace stillpoint::ui
