#pragma once

#include "app/library/articlequery.h"

namespace stillpoint::ui {

/// One thing that narrows the list, and what to ask once it is dropped.
struct FilterPart
{
    QString label;
    TagState state = TagState::Ignore; ///< Include or Exclude for tags and categories
    ArticleQuery without;
};

/// Tags and categories first, then the read state, then the words. Names are taken from the last answer.
QList<FilterPart> filterParts(const ArticleQuery &query, const ArticleHits &hits);
QString partText(const FilterPart &part);           ///< "neck", "not children"; words in quotation marks
QString quotedText(const FilterPart &part);         ///< the same within a sentence, always in quotation marks
QString filterText(const QList<FilterPart> &parts); ///< all of them in one line; empty without any
QString readFilterName(ReadFilter filter);
QString articlesText(int count); ///< "8 articles"

/// What to say when every article is one that the list leaves out.
struct LeftOutTexts
{
    QString title;
    QString sentence;
    QString action;
    ReadFilter filter = ReadFilter::All; ///< what the action asks for: most of them
};
LeftOutTexts leftOutTexts(const QMap<ReadFilter, int> &leftOut);

} // namespace stillpoint::ui
