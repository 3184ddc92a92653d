#pragma once

#include "app/library/queryparser.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace stillpoint {

/// Wraps each character of a script without word spaces (Han, Kana, Hangul, Thai, Lao, Khmer, Myanmar) in
/// U+200B, so that the tokenizer sees one word a character and a phrase finds any substring. Bytes that are
/// no UTF-8 stay as they are.
QByteArray spacedForIndex(const QByteArray &utf8);
/// Takes the U+200B out again.
QString withoutIndexSpaces(QString text);

/// Whether the tokenizer would find a word in it.
bool hasSearchableText(const QString &text);

/// The FTS5 expression (UTF-8) of terms of kind Text and Title, joined by `joint` ("AND" or "OR"); empty
/// without such terms.
QByteArray ftsExpression(const QList<QueryTerm> &terms, const QByteArray &joint);

/// Where the words of `terms` (Text and Title, not negated) stand in `text`: start and length in UTF-16
/// units, in order, not overlapping. Case and accents are folded as the index folds them.
QList<QPair<int, int>> wordMatches(const QList<QueryTerm> &terms, const QString &text);

} // namespace stillpoint
