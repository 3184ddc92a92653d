#pragma once

#include "app/journal/journal.h"

#include <set>

namespace stillpoint {

/// The journal's entries, kept sorted newest first while single ones change.
class EntryIndex
{
public:
    void insert(const Entry &entry) { m_entries.insert(entry); }
    void remove(const Entry &entry) { m_entries.erase(entry); }
    void clear() { m_entries.clear(); }
    bool isEmpty() const { return m_entries.empty(); }
    QList<Entry> matching(const EntryFilter &filter) const;

private:
    struct NewestFirst
    {
        bool operator()(const Entry &a, const Entry &b) const
        {
            return a.sortMs != b.sortMs ? a.sortMs > b.sortMs : a.id > b.id;
        }
    };
    std::set<Entry, NewestFirst> m_entries;
};

/// The line of the list for a record that has a place in time; nothing for all others.
std::optional<Entry> entryOf(const Record &record, int dayStartMinutes);

} // namespace stillpoint
