#pragma once

#include "app/journal/journal.h"

namespace stillpoint::ui {

/// Which entries the journal's list shows; empty fields ask for nothing.
struct EntryChoice
{
    QString words;      ///< all must be in the entry's texts; case and accents do not count
    QString modality;   ///< code
    QUuid practitioner; ///< sessions with that person
    QString area;       ///< roll-up code such as "upper-back": hurts or was worked on
    std::optional<RecordKind> kind;
    bool operator==(const EntryChoice &) const = default;

    bool isEmpty() const { return *this == EntryChoice(); }
    int count() const; ///< of the menus' choices, words not counted
};

bool fits(const EntryChoice &choice, const Session &session, const Journal &journal);
bool fits(const EntryChoice &choice, const CheckIn &checkIn);
bool hasArea(const Session &session, const QString &rollUp);

} // namespace stillpoint::ui
