#pragma once

#include "app/journal/journal.h"

#include <vector>

namespace stillpoint {

/// The journal's entries, kept in order of time while single ones change.
class EntryIndex
{
public:
    void insert(const Entry &entry);
    void remove(const Entry &entry);
    /// Replaces all; in any order.
    void assign(std::vector<Entry> entries);
    bool isEmpty() const { return m_entries.empty(); }
    QList<Entry> matching(const EntryFilter &filter) const; ///< newest first

private:
    std::vector<Entry> m_entries; ///< oldest first, since what is new is added most often
};

/// The line of the list for a record that has a place in time; nothing for all others.
std::optional<Entry> entryOf(const Record &record, int dayStartMinutes);
std::optional<Entry> entryOf(const Session &session, int dayStartMinutes);
std::optional<Entry> entryOf(const CheckIn &checkIn, int dayStartMinutes);
std::optional<Entry> entryOf(const Skip &skip, int dayStartMinutes);

} // namespace stillpoint
