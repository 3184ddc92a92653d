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

/// As far as the menus' choices go.
bool fits(const EntryChoice &choice, const Session &session);
bool fits(const EntryChoice &choice, const CheckIn &checkIn);
/// What an entry's words are looked for in, folded.
QString searchText(const Session &session, const Journal &journal);
QString searchText(const CheckIn &checkIn, const Journal &journal);
bool hasWords(const QString &foldedText, const QString &words);
bool hasArea(const Session &session, const QString &rollUp);

} // namespace stillpoint::ui
