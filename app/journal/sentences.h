#pragma once

#include "app/journal/journal.h"

/// What happened to records, in words that the window and the command line share.
namespace stillpoint {

/// How a time is written: as the reader's language has it, or so that programs understand it.
using TimeWords = QString (*)(const When &);
QString isoTime(const When &when); ///< "2026-11-10 17:30", "2026-11-10"

/// "the session of 2026-11-10 17:30", "the practitioner Ines".
QString nameOf(const Record &record, TimeWords time);
/// The same, of a record in the trash too; its kind alone where there is none.
QString nameFor(const RecordRef &ref, const Journal &journal, TimeWords time);
/// "rating.before.stress" → "Stress (before)", "worked.front.neck" → "worked on: Front of neck"; with commas.
QString fieldNames(const QStringList &fields, const Vocabulary &words);
/// What an undo or redo did: "Undone. The session of … is gone again."
QString sentenceFor(const UndoOutcome &outcome, bool redone, const Vocabulary &words, TimeWords time);

} // namespace stillpoint
